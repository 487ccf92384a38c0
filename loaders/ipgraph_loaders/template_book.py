"""Writing a template: an xlsx with headings in both languages, a worked example that loads as it is, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from ipgraph.sources.sheet import NOTES


@dataclass(frozen=True)
class TemplateSheet:
    """`headings` are (Chinese, English, whether required); `rows` an example in the same order."""

    name: str
    headings: tuple[tuple[str, str, bool], ...]
    rows: tuple[tuple[str, ...], ...]


def write_book(path: Path, sheets: Sequence[TemplateSheet], notes: Sequence[tuple[str, str]]) -> None:
    """Write the workbook; a comment on each heading says whether it is required."""
    with xlsxwriter.Workbook(path) as book:
        strong = book.add_format({"bold": True, "bg_color": "#dde7f2", "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for template in sheets:
            sheet = book.add_worksheet(template.name)
            sheet.freeze_panes(1, 0)
            sheet.set_row(0, 32)
            sheet.set_column(0, len(template.headings) - 1, 22)
            for place, (zh, en, needed) in enumerate(template.headings):
                sheet.write_string(0, place, f"{zh}\n{en}" if en else zh, strong)
                sheet.write_comment(0, place, "* 必填 required" if needed else "选填 optional")
            for number, cells in enumerate(template.rows, start=1):
                for place, cell in enumerate(cells):
                    sheet.write_string(number, place, cell)
        page = book.add_worksheet(NOTES)
        page.set_column(0, 1, 70, wrapped)
        for number, pair in enumerate(notes):
            page.write_row(number, 0, pair)
