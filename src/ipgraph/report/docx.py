"""A report as a Word document, with styles of its own and headings that make the navigation pane."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ipgraph.report.content import Chart, Part, Report, Section, Table
from ipgraph.report.pdf import png
from ipgraph.report.shown import shown

__all__ = ["render_docx"]

ACCENT, SOFT, HEAD = RGBColor(0x1F, 0x4E, 0x79), RGBColor(0x5C, 0x6B, 0x7A), "E8EEF4"
LATIN, HAN = "Arial", "Microsoft YaHei"
#: Room between the margins.
ROOM = Cm(25.7)
LINES = "BFC9D2"


def render_docx(report: Report) -> bytes:
    """The report on A4 across, so that the board has room."""
    document = Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    dressed(document)
    document.core_properties.title = report.title
    document.add_heading(report.title, 0)
    document.add_paragraph(report.subtitle, "Subtitle")
    for caption, text in report.facts:
        line = document.add_paragraph()
        line.add_run(f"{caption}　").font.color.rgb = SOFT
        line.add_run(text)
    numbered(section.footer.paragraphs[0])
    for one in report.sections:
        document.add_heading(one.title, one.level)
        for part in one.parts:
            put(document, one, part, report.language)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def dressed(document: Any) -> None:
    """Fonts and colours of the styles; a style names its Chinese font apart from the Latin one."""
    for name, size, color in (("Normal", 10, None), ("Title", 24, ACCENT), ("Subtitle", 14, SOFT),
                              ("Heading 1", 16, ACCENT), ("Heading 2", 12, ACCENT), ("Caption", 9, SOFT)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = LATIN, Pt(size), False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), HAN)
        spoken = OxmlElement("w:lang")
        for end, code in (("val", "en-GB"), ("eastAsia", "zh-CN")):  # else Han signs may take their Japanese forms
            spoken.set(qn(f"w:{end}"), code)
        style.element.get_or_add_rPr().append(spoken)
        if color is not None:
            style.font.color.rgb = color
    document.styles["Caption"].font.bold = False
    document.styles["Normal"].paragraph_format.space_after = Pt(4)


def put(document: Any, section: Section, part: Part, language: str) -> None:
    if isinstance(part, str):
        document.add_paragraph(part).paragraph_format.keep_with_next = True
    elif isinstance(part, Chart):
        document.add_picture(BytesIO(png(part, language)), height=Cm(15.5) if tall(part) else None,
                             width=None if tall(part) else Cm(20))
        document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.add_paragraph(section.caption(part), "Caption").alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        if caption := section.caption(part):
            document.add_paragraph(caption, "Caption").paragraph_format.keep_with_next = True
        grid(document, part, language)
        document.add_paragraph(part.note, "Caption")


def tall(chart: Chart) -> bool:
    """Whether the page's height binds rather than its width."""
    return chart.kind == "bars" and len(chart.categories) * len(chart.series) > 24


def grid(document: Any, part: Table, language: str) -> None:
    """A table whose first row is repeated on every page and whose rows stay whole."""
    columns, rows = part.on_pages()
    made = document.add_table(rows=1 + len(rows), cols=len(columns))
    made.autofit = False
    ruled(made._tbl.tblPr)
    widths = [int(ROOM * part) for part in part.widths()]
    lines = [[one.caption for one in columns]] + [
        [shown(value, one.format, language) for value, one in zip(row, columns, strict=True)] for row in rows]
    size = Pt(7.5 if len(columns) > 7 else 8.5)
    for width, column in zip(widths, made.columns, strict=True):
        column.width = width
    for number, (row, line) in enumerate(zip(made.rows, lines, strict=True)):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, one, width in zip(row.cells, line, columns, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.font.size, run.font.bold = size, number == 0
            if one.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if number == 0:
                shade = OxmlElement("w:shd")
                shade.set(qn("w:val"), "clear")
                shade.set(qn("w:fill"), HEAD)
                cell._tc.get_or_add_tcPr().append(shade)


def ruled(properties: Any) -> None:
    """Thin lines between rows, and room around the texts (twentieths of a point)."""
    for tag, ends, given in (
        ("w:tblBorders", ("top", "bottom", "insideH"), {"val": "single", "sz": "4", "color": LINES}),
        ("w:tblCellMar", ("top", "left", "bottom", "right"), {"w": "45", "type": "dxa"}),
    ):
        whole = OxmlElement(tag)
        for end in ends:
            one = OxmlElement(f"w:{end}")
            for name, value in given.items():
                one.set(qn(f"w:{name}"), value)
            whole.append(one)
        properties.append(whole)


def numbered(paragraph: Any) -> None:
    """The number of the page, as a field that the program fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)
