"""`ipgraph load`: files into the workspace, and a bundle from everything in it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.commands import say
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError, WorkspaceError
from ipgraph.settings import Settings
from ipgraph.sources.reasons import REASONS
from ipgraph.tables import Intakes, build
from ipgraph.tables.load import take_in_all, tally

#: Chains whose order (stages, feeds) ipgraph brings along, with rules for the links
#: it adds: the classification has none of its own.
ORDERED = "xinsanyang_2024"
ORDER_FILES = tuple(Path(str(files("ipgraph") / "sample" / name)) for name in ("order.yaml", "rules.yaml", "rules_ipg.yaml"))
#: The day the shipped order was last changed.
ORDER_AS_OF = "2026-11-23"


def load(settings: Settings, paths: Sequence[Path], layout: str | None = None, as_of: str | None = None) -> list[dict[str, Any]]:
    """Take the files in and build the bundle; the lines of the report, one a file.

    Raises WorkspaceError where another command holds the workspace, or where no file could be used at all.
    """
    space = Workspace(settings.home)
    with space.writing("load"), say.progress() as report:
        results = take_in_all(space.intake, paths, layout, as_of, report)
        bring_order(space)
        intakes = Intakes.open(space.intake)
        if not intakes.records:
            raise WorkspaceError("; ".join(str(r.error) for r in results if r.error) or "no files given")
        bundle = assemble(space, intakes, report)
        return tally(results, bundle.refused())


def assemble(space: Workspace, intakes: Intakes, report: say.Report) -> Bundle:
    """Build the bundle of all intakes and make it the one in force."""
    built = build(intakes, lambda what: report(0, 0, what))
    report(0, 0, "bundle")
    sources = [{"source": r.source, "layout": r.layout, "digest": r.digest, "as_of": r.as_of, "read": r.read}
               for r in intakes.records]
    bundle = write_bundle(
        space.bundles, built.nodes, built.edges, as_of=max(r.as_of for r in intakes.records),
        refused=built.refused, facts={"sources": sources},
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
        (Path(line["file"]).name, line["layout"], line["read"], line["kept"], line["refused"],
         line["error"] or "；".join(f"{reason_text(code, lang)} {n}" for code, n in line["reasons"].items()))
        for line in lines
    ]
    heads = [text(c, lang) for c in ("file", "layout", "read", "kept", "refused", "reasons")]
    say.table(text("loaded", lang), heads, rows, numeric=(2, 3, 4))
    if any(line["refused"] for line in lines):
        say.ASIDE.print(text("refused at", lang, Workspace(settings.home).current().path / "refused.parquet"))


def reason_text(code: str, language: str) -> str:
    return REASONS[code].zh if language == "zh" else REASONS[code].en


def clean(lines: Sequence[dict[str, Any]]) -> bool:
    """True where nothing was refused."""
    return not any(line["refused"] or line["error"] for line in lines)


def write_template(name: str, out: Path | None) -> Path:
    """Write the empty workbook of that name. Templates register under the entry points `ipgraph.templates`."""
    known = {point.name: point for point in entry_points(group="ipgraph.templates")}
    if name not in known:
        raise UsageError(f"no template {name!r}: there is {', '.join(sorted(known))}")
    target = out or Path(f"{name}.xlsx")
    known[name].load()(target)
    return target
