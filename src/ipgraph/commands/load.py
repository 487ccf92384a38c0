"""`ipgraph load`: files into the workspace, and a bundle from everything in it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.bundle.spreadsheet import write_table
from ipgraph.commands import say
from ipgraph.commands.fields import FIELDS, field_name
from ipgraph.commands.order import bring_order
from ipgraph.commands.texts import say as text
from ipgraph.errors import OtherSchema, UsageError
from ipgraph.schema.types import clean_one
from ipgraph.schema.types.date import date
from ipgraph.settings import Settings
from ipgraph.sources import gather, propose_mapping
from ipgraph.sources.reasons import REASONS
from ipgraph.tables import REFUSED, Intakes, build
from ipgraph.tables.identity import decisions
from ipgraph.tables.load import refused_files, take_in_all, tally

#: Refused rows shown to people; all of them are in refused.csv.
SHOWN = 8


def load(
    settings: Settings, paths: Sequence[Path], layout: str | None = None, as_of: str | None = None,
    mapping: Path | None = None,
) -> list[dict[str, Any]]:
    """Take the files in, also those in folders and archives, and build the bundle; the report, one line a file.

    Where no file could be used at all, the bundle in force stays. Raises WorkspaceError where another command holds
    the workspace, UsageError where `as_of` is no day, NotFound for an empty folder, LayoutError for a wrong mapping.
    """
    as_of = day(as_of)
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


def day(as_of: str | None) -> str | None:
    """The day as YYYY-MM-DD, from any spelling of a date. UsageError where it is no day of the calendar."""
    if as_of is None:
        return None
    found = clean_one(date, as_of)
    if found is None:
        raise UsageError(f"{as_of!r} is no day: write YYYY-MM-DD", f"“{as_of}”不是日期：请写作 YYYY-MM-DD")
    return str(found)


def assemble(space: Workspace, intakes: Intakes, unusable: pa.Table, report: say.Report) -> Bundle:
    """Build the bundle of all intakes and make it the one in force."""
    built = build(intakes, lambda what: report(0, 0, what), decisions.read(space.home))
    report(0, 0, "bundle")
    sources = [{"source": r.source, "layout": r.layout, "digest": r.digest, "as_of": r.as_of, "read": r.read}
               for r in intakes.records]
    bundle = write_bundle(
        space.bundles, built.nodes, built.edges, as_of=max(r.as_of for r in intakes.records),
        refused=pa.concat_tables([built.refused, unusable]), identity=built.identity, facts={"sources": sources},
    )
    write_refused(bundle)
    space.switch(bundle)
    return bundle


def current(space: Workspace, report: say.Report) -> Bundle:
    """The bundle in force, built anew from what was loaded where another version of ipgraph wrote it."""
    try:
        return space.current()
    except OtherSchema:
        return assemble(space, Intakes.open(space.intake), REFUSED.empty_table(), report)


def write_refused(bundle: Bundle) -> None:
    """refused.csv beside refused.parquet, for people with a spreadsheet: reasons and fields in both languages too."""
    told = bundle.refused()
    known = pc.index_in(told["reason"], pa.array(list(REASONS)))
    called = pc.index_in(told["field"], pa.array(list(FIELDS)))
    for language in ("zh", "en"):
        texts = pa.array([reason_text(code, language) for code in REASONS])
        told = told.append_column(f"reason_{language}", texts.take(known))
        named = pa.array([field_name(field, language) for field in FIELDS]).take(called)
        told = told.append_column(f"field_{language}", pc.coalesce(named, told["field"]))
    write_table(told, bundle.path / "refused.csv")


def show(settings: Settings, lines: Sequence[dict[str, Any]]) -> None:
    """The report for people."""
    lang = settings.language
    rows = [
        (Path(line["file"]).name, line["layout"], line["read"], line["kept"], line["refused"], reasons(line, lang))
        for line in lines
    ]
    heads = [text(c, lang) for c in ("file", "layout", "read", "kept", "refused", "reasons")]
    say.table(text("loaded", lang), heads, rows, numeric=(2, 3, 4))
    for line in lines:
        if line["layout"] and not line["read"]:
            say.aside(text("no rows in", lang, Path(line["file"]).name))
        for what in ("unknown", "unread"):
            if line[what]:
                named = (", " if lang == "en" else "、").join(line[what])
                say.aside(text(f"{what} in", lang, Path(line["file"]).name, named))
    if Workspace(settings.home).sample.exists():
        say.aside(text("mixed", lang))
    if any(line["refused"] or line["notes"] for line in lines):
        bundle = Workspace(settings.home).current()
        show_refused(bundle, [Path(line["file"]).name for line in lines], lang)
        say.aside(text("refused at", lang, bundle.path / "refused.csv"))


def show_refused(bundle: Bundle, names: Sequence[str], language: str) -> None:
    """The first refused rows of the files, and cells that were dropped, with place, value and reason."""
    found = bundle.refused()
    mine = found.filter(pc.is_in(pc.replace_substring_regex(found["source"], "~[0-9a-f]{6}$", ""), pa.array(names)))
    mine = mine.filter(pc.not_equal(mine["reason"], "unusable-file"))  # `complain` has a sentence for each
    mine = mine.sort_by([("row_kept", "ascending"), ("source", "ascending"), ("row", "ascending")])
    rows = [
        (r["source"], r["sheet"], r["cell"] or r["row"], r["field"] and field_name(r["field"], language), r["value"],
         reason_text(r["reason"], language), r["detail"])
        for r in mine.slice(0, SHOWN).to_pylist()
    ]
    heads = [text(c, language) for c in ("file", "sheet", "place", "field", "value", "reasons", "detail")]
    say.table(text("first refused", language, len(rows), mine.num_rows), heads, rows, numeric=(2,))


def complain(settings: Settings, lines: Sequence[dict[str, Any]]) -> None:
    """A sentence for each file that could not be used at all."""
    for line in lines:
        if line["error"]:
            say.fault(line["error_zh" if settings.language == "zh" else "error"])


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
        raise UsageError(
            f"no template {name!r}: there is {', '.join(sorted(known))}",
            f"没有模板“{name}”：可选 {'、'.join(sorted(known))}",
        )
    target = out or Path(f"{name}.xlsx")
    known[name].load()(target)
    return target


def propose(file: Path, kind: str | None, out: Path | None) -> str:
    """The mapping proposed for a table; written to `out` where it is given, which must not exist yet."""
    proposal = propose_mapping(file, kind)
    if out and out.exists():
        raise UsageError(
            f"{out} is there already; name another file, or edit it",
            f"{out} 已存在：请另选文件名，或直接编辑它",
        )
    if out:
        out.write_text(proposal, "utf-8")
    return proposal
