"""`ipgraph load`: files into the workspace, and a bundle from everything in it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.commands import say
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.settings import Settings
from ipgraph.sources import gather, propose_mapping
from ipgraph.sources.reasons import REASONS
from ipgraph.tables import Intakes, build
from ipgraph.tables.load import refused_files, take_in_all, tally

#: Chains whose order (stages, feeds) ipgraph brings along, with rules for the links
#: it adds: the classification has none of its own.
ORDERED = "xinsanyang_2024"
ORDER_FILES = tuple(
    Path(str(files("ipgraph") / "sample" / name)) for name in ("order.yaml", "rules.yaml", "rules_ipg.yaml"))
#: The day the shipped order was last changed.
ORDER_AS_OF = "2026-11-23"


def load(
    settings: Settings, paths: Sequence[Path], layout: str | None = None, as_of: str | None = None,
    mapping: Path | None = None,
) -> list[dict[str, Any]]:
    """Take the files in, also those in folders and archives, and build the bundle; the report, one line a file.

    Where no file could be used at all, the bundle in force stays. Raises WorkspaceError where another command holds
    the workspace, UsageError where `as_of` is no day, NotFound for an empty folder, LayoutError for a wrong mapping.
    """
    check_day(as_of)
    space = Workspace(settings.home)
    with (
        space.writing("load"), say.progress(settings.language) as report,
        TemporaryDirectory(dir=settings.home, prefix=".found-") as room,
    ):
        for stale in set(settings.home.glob(".found-*")) - {Path(room)}:  # left by a load that was killed
            shutil.rmtree(stale, ignore_errors=True)
        before = set(Intakes.open(space.intake).folders)
        shown = {found.path: found.shown for found in gather(paths, Path(room), mapping)}
        taken = take_in_all(space.intake, list(shown), layout, as_of, report)
        results = [replace(result, file=shown[result.file]) for result in taken]
        unusable = refused_files(results)
        if all(result.error for result in results):
            return tally(results, unusable)
        bring_order(space)
        intakes = Intakes.open(space.intake)
        try:
            bundle = assemble(space, intakes, unusable, report)
        except Exception:
            # What cannot be built must not stand in the way of the next load.
            for folder in set(intakes.folders) - before:
                shutil.rmtree(folder)
            raise
        return tally(results, bundle.refused())


def check_day(as_of: str | None) -> None:
    """UsageError where the text is no day of the calendar."""
    try:
        date.fromisoformat(as_of or "2000-01-01")
    except ValueError as wrong:
        raise UsageError(f"{as_of!r} is no day: write YYYY-MM-DD") from wrong


def assemble(space: Workspace, intakes: Intakes, unusable: pa.Table, report: say.Report) -> Bundle:
    """Build the bundle of all intakes and make it the one in force."""
    built = build(intakes, lambda what: report(0, 0, what))
    report(0, 0, "bundle")
    sources = [{"source": r.source, "layout": r.layout, "digest": r.digest, "as_of": r.as_of, "read": r.read}
               for r in intakes.records]
    bundle = write_bundle(
        space.bundles, built.nodes, built.edges, as_of=max(r.as_of for r in intakes.records),
        refused=pa.concat_tables([built.refused, unusable]), facts={"sources": sources},
    )
    space.switch(bundle)
    return bundle


def bring_order(space: Workspace) -> None:
    """Take in our order of the chains of a classification that was loaded, unless it is there."""
    records = Intakes.open(space.intake).records
    known = {r.layout for r in records if r.layout == "classification"}
    if known and loaded_chains(space, ORDERED):
        take_in_all(space.intake, ORDER_FILES, None, ORDER_AS_OF, lambda *step: None)


def loaded_chains(space: Workspace, prefix: str) -> bool:
    """Whether a classification with that id was taken in."""
    for path in space.intake.glob("*/drafts/chains.parquet"):
        if pc.any(pc.starts_with(pq.read_table(path, columns=["id"])["id"], f"{prefix}:")).as_py():
            return True
    return False


def show(settings: Settings, lines: Sequence[dict[str, Any]]) -> None:
    """The report for people."""
    lang = settings.language
    rows = [
        (Path(line["file"]).name, line["layout"], line["read"], line["kept"], line["refused"], reasons(line, lang))
        for line in lines
    ]
    heads = [text(c, lang) for c in ("file", "layout", "read", "kept", "refused", "reasons")]
    say.table(text("loaded", lang), heads, rows, numeric=(2, 3, 4))
    if any(line["refused"] for line in lines):
        say.aside(text("refused at", lang, Workspace(settings.home).current().path / "refused.parquet"))


def complain(lines: Sequence[dict[str, Any]]) -> None:
    """A sentence for each file that could not be used at all."""
    for line in lines:
        if line["error"]:
            say.fault(line["error"])


def reasons(line: dict[str, Any], language: str) -> str:
    """Why rows of a file, or the file as a whole, were refused."""
    if line["error"]:
        return reason_text("unusable-file", language)
    return "；".join(f"{reason_text(code, language)} {n}" for code, n in line["reasons"].items())


def reason_text(code: str, language: str) -> str:
    return REASONS[code].zh if language == "zh" else REASONS[code].en


def exit_code(lines: Sequence[dict[str, Any]]) -> int:
    """2 where no file could be used, 1 where something was refused, else 0."""
    if all(line["error"] for line in lines):
        return 2
    return 1 if any(line["refused"] or line["error"] for line in lines) else 0


def write_template(name: str, out: Path | None) -> Path:
    """Write the empty workbook of that name. Templates register under the entry points `ipgraph.templates`."""
    known = {point.name: point for point in entry_points(group="ipgraph.templates")}
    if name not in known:
        raise UsageError(f"no template {name!r}: there is {', '.join(sorted(known))}")
    target = out or Path(f"{name}.xlsx")
    known[name].load()(target)
    return target


def propose(file: Path, kind: str | None, out: Path | None) -> str:
    """The mapping proposed for a table; written to `out` where it is given, which must not exist yet."""
    proposal = propose_mapping(file, kind)
    if out and out.exists():
        raise UsageError(f"{out} is there already; name another file, or edit it")
    if out:
        out.write_text(proposal, "utf-8")
    return proposal
