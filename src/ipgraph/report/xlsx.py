"""A report as a workbook: every row of every table with its values as numbers, and charts that Excel draws."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter

from ipgraph.report.content import Chart, Report, Table
from ipgraph.report.words import say

__all__ = ["render_xlsx"]

#: Names from files may look like formulas or addresses, and are neither.
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
NUMBERS = {"count": "#,##0", "number": "#,##0.00", "share": "0.0%"}
WIDE, NARROW, MOST = 42, 13, 32_000


def render_xlsx(report: Report) -> bytes:
    """One sheet a table, the first with what the report is about and its paragraphs, the last with the charts."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, SAFE) as book:
        book.set_properties({"title": report.title})
        formats = {name: book.add_format({"num_format": pattern, "valign": "top"}) for name, pattern in NUMBERS.items()}
        formats |= {
            "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"}),
            "title": book.add_format({"bold": True, "font_size": 18, "font_color": "#1F4E79"}),
            "section": book.add_format({"bold": True, "font_size": 12, "font_color": "#1F4E79"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        opening(book, report, formats)
        taken: set[str] = set()
        for table in report.tables():
            sheet_of(book, table, report.language, formats, taken)
        charts(book, report, formats, taken)
    return made.getvalue()


def opening(book: Any, report: Report, formats: dict[str, Any]) -> None:
    """Title, facts, and the sections with their paragraphs."""
    sheet = book.add_worksheet(say("summary", report.language))
    printed(sheet)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, report.title, formats["title"])
    sheet.write_string(1, 0, report.subtitle)
    row = 3
    for caption, text in report.facts:
        sheet.write_string(row, 0, caption)
        sheet.write_string(row, 1, text, formats["text"])
        row += 1
    for section in report.sections:
        texts = [part for part in section.parts if isinstance(part, str)]
        if section.level > 1 and not texts:
            continue
        row += 1
        sheet.write_string(row, 0, section.title, formats["section"])
        for text in texts:
            row += 1
            sheet.write_string(row, 1, text, formats["text"])
        row += 1


def sheet_of(book: Any, table: Table, language: str, formats: dict[str, Any], taken: set[str]) -> None:
    """All rows of a table, headings held in sight, each column to be filtered."""
    sheet = book.add_worksheet(free(table.caption, taken))
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDE if column.wide else NARROW)
        sheet.write_string(0, place, column.caption, formats["head"])
    for number, row in enumerate(table.rows, 1):
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            write(sheet, number, place, value, column.format, language, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.repeat_rows(0)
    printed(sheet)


def printed(sheet: Any) -> None:
    """On A4 across, as wide as the page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def write(sheet: Any, row: int, place: int, value: Any, format: str, language: str, formats: dict[str, Any]) -> None:
    """A value as what it is; an unknown leaves the cell empty, so that sums and means leave it out."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(row, place, ("是" if value else "否") if language == "zh" else ("yes" if value else "no"))
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value, formats.get(format))
    else:
        sheet.write_string(row, place, str(value)[:MOST], formats["text"])


def charts(book: Any, report: Report, formats: dict[str, Any], taken: set[str]) -> None:
    """The data of every chart on one sheet, and the chart beside them."""
    sheet = book.add_worksheet(free(say("charts", report.language), taken))
    printed(sheet)
    sheet.set_column(0, 0, WIDE)
    row = 0
    for chart in report.charts():
        native(book, sheet, chart, row, formats)
        row += max(len(chart.categories) + 3, 24)


def native(book: Any, sheet: Any, chart: Chart, top: int, formats: dict[str, Any]) -> None:
    sheet.write_string(top, 0, chart.caption, formats["section"])
    last = top + 1 + len(chart.categories)
    for number, name in enumerate(chart.categories, top + 2):
        sheet.write_string(number, 0, name)
    drawing = book.add_chart({"type": "bar" if chart.kind == "bars" else "line"})
    for place, one in enumerate(chart.series, 1):
        sheet.write_string(top + 1, place, one.caption, formats["head"])
        for number, value in enumerate(one.values, top + 2):
            if value is not None:
                sheet.write_number(number, place, value, formats.get(chart.format))
        color = {"color": one.colors[0]}
        look: dict[str, Any] = {"line": color} if chart.kind == "lines" else {"fill": color, "gap": 40}
        if len(one.colors) > 1:
            look["points"] = [{"fill": {"color": given}} for given in one.colors]
        drawing.add_series({
            "name": [sheet.name, top + 1, place], "categories": [sheet.name, top + 2, 0, last, 0],
            "values": [sheet.name, top + 2, place, last, place], **look})
    drawing.set_title({"name": chart.caption, "name_font": {"size": 11}})
    drawing.set_legend({"position": "top"} if len(chart.series) > 1 else {"none": True})
    if chart.kind == "bars":
        drawing.set_y_axis({"reverse": True, "label_position": "low"})
    drawing.set_size({"width": 760, "height": max(360, 60 + 22 * len(chart.categories) if chart.kind == "bars" else 0)})
    sheet.insert_chart(top, len(chart.series) + 2, drawing)


def free(caption: str, taken: set[str]) -> str:
    """A name for a sheet: at most 31 characters, none that Excel refuses, each once."""
    bare = "".join(sign for sign in caption if sign not in "[]:*?/\\'")[:28]
    name, number = bare, 1
    while name.lower() in taken:
        number += 1
        name = f"{bare} {number}"
    taken.add(name.lower())
    return name
