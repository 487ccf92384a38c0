"""Tables of a Word document: how ministries and bureaus publish their lists.

A list that runs over pages is often several tables, of which only the first has headings: tables of one width that
follow one another are one sheet. What stands above the first of them (the name of the list) is kept as rows above it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ipgraph.errors import UnreadableFile
from ipgraph.sources.read_html import Cell, grid, laid
from ipgraph.sources.sheet import Sheet

DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Stands in a cell that goes on from the row above until what is above is put there: no text may hold it.
ON = "\ufdd1"
#: Of the lines above a table the last few, among them its name.
ABOVE = 3


def sheets(path: Path, name: str) -> tuple[Sheet, ...]:
    """The tables of the document, those of one width that follow one another as one sheet."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(DOCUMENT) as content:
            body = ElementTree.parse(content).getroot().find(f"{W}body")
    except (ElementTree.ParseError, zipfile.BadZipFile, KeyError, EOFError) as error:
        raise UnreadableFile(f"{name}: damaged or truncated document", f"{name}：文档损坏或不完整") from error
    parts = list(tables(body)) if body is not None else []
    if not parts:
        raise UnreadableFile(
            f"{name}: a document without a table; copy the list into a workbook (xlsx)",
            f"{name}：文档中没有表格；请将名单复制到工作簿（xlsx）",
        )
    several = len(parts) > 1
    return tuple(grid(str(i) if several else "", above + rows, padded=True)
                 for i, (above, rows) in enumerate(parts, start=1))


def tables(body: Element) -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    """Lines above and rows of each table."""
    above: list[list[str]] = []
    rows: list[list[str]] = []
    before: list[list[str]] = []
    for part in body:
        if part.tag == f"{W}p" and (line := text(part)):
            above.append([line])
        elif part.tag == f"{W}tbl":
            more = continued(laid([cells(row) for row in part.findall(f"{W}tr")]))
            if rows and max(map(len, more), default=0) == max(map(len, rows)):
                rows += more
            else:
                if rows:
                    yield before, rows
                before, rows = above[-ABOVE:], more
            above = []
    if rows:
        yield before, rows


def cells(row: Element) -> list[Cell]:
    """The cells of a row; one that goes on from above holds `ON`."""
    found = []
    for cell in row.findall(f"{W}tc"):
        wide, down = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
        said = "\n".join(filter(None, map(text, cell.findall(f"{W}p"))))
        goes_on = down is not None and down.get(f"{W}val") != "restart"
        found.append(Cell(ON if goes_on else said, wide=int(wide.get(f"{W}val") or 1) if wide is not None else 1))
    return found


def continued(rows: list[list[str]]) -> list[list[str]]:
    """The rows with what is above in the cells that go on from there."""
    for above, row in pairwise([[], *rows]):
        row[:] = [above[i] if cell == ON and i < len(above) else cell.replace(ON, "") for i, cell in enumerate(row)]
    return rows


def text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
