"""`ipgraph event`: what a matchmaking event of a segment is prepared from, on the screen, as JSON, xlsx or csv."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pyarrow as pa

from ipgraph.analysis import find_segment, records
from ipgraph.analysis.matching import Asked, event_list, segment_needs
from ipgraph.analysis.matching.need import sound
from ipgraph.bundle.spreadsheet import write_table
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, reasons
from ipgraph.commands.export import beside
from ipgraph.commands.match import indexed, read_need
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.explorer.codes import CODES
from ipgraph.report.content import Column, Report, Section, table
from ipgraph.report.xlsx import render_xlsx
from ipgraph.settings import Settings
from ipgraph.sources.drafts import DEMANDS
from ipgraph.sources.intake import take_in
from ipgraph.text.plugged import plugged_from_environment

#: Columns of the written list, with the format of a report's column and how wide it is.
COLUMNS = (
    ("need", "text", 0), ("need title", "text", 1), ("seekers", "text", 1), ("deadline", "text", 0),
    ("rank", "count", 0), ("patent", "text", 0), ("name", "text", 1), ("score", "number", 0), ("serves", "flag", 0),
    ("status", "text", 0), ("institutions", "text", 1), ("enterprises", "text", 1), ("persons", "text", 1),
    ("behind", "text", 1), ("reasons", "text", 1),
)
LISTS = ("seekers", "institutions", "enterprises", "persons", "teams")


def read_needs(path: Path) -> list[Asked]:
    """Needs of a file: a list of demands in any layout that `load` takes, or a text with one need a line."""
    if path.suffix.lower() == ".txt":
        lines = (read_need(f"@{path}") or "").splitlines()
        found = [Asked(str(n), line.strip(), line.strip()) for n, line in enumerate(lines, 1) if line.strip()]
    else:
        with TemporaryDirectory() as spool:
            read = take_in(path, Path(spool))
            rows = read.table(DEMANDS.name).to_pylist() if DEMANDS.name in read.drafts else []
        found = [Asked(row["number"] or str(n), row["title"], " ".join(filter(None, (row["title"], row["text"]))),
                       tuple(filter(None, (row["organisation"],))), row["deadline"], released(row["published_on"]))
                 for n, row in enumerate(rows, 1)]
    if not found:
        raise UsageError(f"{path} holds no needs: a list of demands (`ipgraph template demands`) or a text with one a "
                         "line", f"{path} 中没有需求：请给出技术需求清单（ipgraph template demands）或每行一条的文本")
    for need in found:
        sound(need.text)
    return found


def released(published_on: str | None) -> bool:
    """Whether a demand of a list is published, so that a plugged-in model may see it."""
    day = pd.to_datetime(published_on or "", errors="coerce")
    return bool(pd.notna(day) and day <= pd.Timestamp.now())


def ask(settings: Settings, segment: str, needs: Path | None, top: int) -> tuple[dict[str, Any], Records]:
    """The segment and the rows of its list."""
    asked = None if needs is None else read_needs(needs)
    with indexed(settings) as (graph, index):
        at = find_segment(graph, segment)
        found = event_list(graph, index, at, segment_needs(graph, at) if asked is None else asked, top,
                           plugged_from_environment())
        about = records(graph.nodes["Segment"].iloc[[at]][["id", "name", "name_en"]])[0]
    for note in found.notes:
        say.aside(note[settings.language])
    return about, records(found.rows)


def show(settings: Settings, about: dict[str, Any], rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no needs", lang, called(about, lang)))
    heads = [text(c, lang) for c in ("need title", "rank", "name", "score", "institutions", "enterprises", "behind")]
    lines = [(row["title"] if row["rank"] in (None, 1) else "", row["rank"], row["name"], row["score"],
              *(say.listed(row[c] or (), lang) for c in ("institutions", "enterprises", "teams"))) for row in rows]
    say.table(text("event", lang, called(about, lang)), heads, lines, numeric=(1, 3))


def ending(out: Path) -> str:
    """.xlsx or .csv. UsageError for another one."""
    found = out.suffix.lower()
    if found not in (".xlsx", ".csv"):
        raise UsageError(f"{out} is neither .xlsx nor .csv", f"{out} 不是 .xlsx 或 .csv")
    return found


def write(settings: Settings, about: dict[str, Any], rows: Records, out: Path) -> None:
    """The list as a workbook or csv, by the ending of `out`."""
    lang = settings.language
    lines, heads = [line(row, lang) for row in rows], [text(c, lang) for c, _, _ in COLUMNS]
    with beside(out) as draft:
        if ending(out) == ".csv":
            keys = [key for key, _, _ in COLUMNS]
            write_table(pa.table({head: pa.array([one[key] for one in lines])
                                  for head, key in zip(heads, keys, strict=True)}), draft)
        else:
            draft.write_bytes(workbook(settings, about, lines, heads))


def workbook(settings: Settings, about: dict[str, Any], lines: Records, heads: Sequence[str]) -> bytes:
    lang = settings.language
    title = text("event", lang, called(about, lang))
    columns = [Column(key, head, format, wide) for (key, format, wide), head in zip(COLUMNS, heads, strict=True)]
    part = table(text("event sheet", lang), title, columns, lines)
    return render_xlsx(Report(lang, title, "", (), (Section(title, 1, (text("event basis", lang), part)),)))


def line(row: dict[str, Any], language: str) -> dict[str, Any]:
    """A row as a spreadsheet has it: lists joined, codes and reasons in the language."""
    at = 0 if language == "zh" else 1
    joined = {column: "; ".join(row[column] or ()) for column in LISTS}
    status = CODES["status"].get(row["status"] or "", ("", ""))[at]
    said = reasons(row, language) if row["reasons"] else ""
    return {**row, **joined, "need title": row["title"], "behind": joined["teams"], "status": status, "reasons": said}
