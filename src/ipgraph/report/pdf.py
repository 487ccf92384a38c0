"""A report as PDF, and a chart as PNG, both set by Typst with a Chinese font that comes as a package: a machine
without fonts will do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from pylopdf_fonts_zh_cn import sans_path

from ipgraph.report.charts import drawn
from ipgraph.report.content import Chart, Part, Report, Section, Table
from ipgraph.report.shown import shown
from ipgraph.report.words import say

__all__ = ["png", "render_pdf"]

TEMPLATE = files("ipgraph.report") / "report.typ"
#: A chart alone on a page of its size.
PICTURE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg")\n'


def render_pdf(report: Report) -> bytes:
    """The report on A4, with contents, page numbers and tables that repeat their headings."""
    with TemporaryDirectory() as folder:
        room = Path(folder)
        charts = iter(range(len(report.charts())))
        document = {
            "title": report.title, "subtitle": report.subtitle, "facts": report.facts, "language": report.language,
            "contents": say("contents", report.language), "sections": [
                {"title": section.title, "level": section.level,
                 "parts": [part_of(room, report.language, section, part, charts) for part in section.parts]}
                for section in report.sections],
        }
        (room / "report.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        (room / "report.typ").write_text(TEMPLATE.read_text("utf-8"), "utf-8")
        return compiled(room / "report.typ", format="pdf")


def part_of(room: Path, language: str, section: Section, part: Part, charts: Iterator[int]) -> dict[str, Any]:
    """A part as the template reads it: texts only."""
    if isinstance(part, str):
        return {"kind": "text", "text": part}
    if isinstance(part, Chart):
        name = f"chart{next(charts)}.svg"
        (room / name).write_text(drawn(part, language), "utf-8")
        return {"kind": "chart", "caption": section.caption(part), "file": name}
    return {"kind": "table", "caption": section.caption(part), "note": part.note, **cells(part, language)}


def cells(part: Table, language: str) -> dict[str, Any]:
    columns, rows = part.on_pages()
    return {
        "columns": [{"caption": one.caption, "numeric": one.numeric, "width": width * 100}
                    for one, width in zip(columns, part.widths(), strict=True)],
        "rows": [[shown(value, one.format, language) for value, one in zip(row, columns, strict=True)] for row in rows],
    }


def png(chart: Chart, language: str) -> bytes:
    """The chart as a picture, two pixels a unit."""
    with TemporaryDirectory() as folder:
        room = Path(folder)
        (room / "chart.svg").write_text(drawn(chart, language), "utf-8")
        (room / "chart.typ").write_text(PICTURE, "utf-8")
        return compiled(room / "chart.typ", format="png", ppi=144.0)


def compiled(source: Path, **options: Any) -> bytes:
    made = typst.compile(source, root=source.parent, font_paths=[sans_path().parent], ignore_system_fonts=True,
                         **options)
    assert isinstance(made, bytes)
    return made
