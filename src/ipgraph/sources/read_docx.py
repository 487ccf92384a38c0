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
from ipgraph.sources.read_html import Cell, grid, laid, span
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
    for part in children(body, "p", "tbl"):
        if part.tag == f"{W}p" and (line := text(part)):
            above.append([line])
        elif part.tag == f"{W}tbl":
            more = continued(laid([cells(row) for row in children(part, "tr")]))
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
    for cell in children(row, "tc"):
        wide, down = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
        said = "\n".join(filter(None, map(text, children(cell, "p"))))
        goes_on = down is not None and down.get(f"{W}val") != "restart"
        found.append(Cell(ON if goes_on else said, wide=span("" if wide is None else wide.get(f"{W}val") or "")))
    return found


def continued(rows: list[list[str]]) -> list[list[str]]:
    """The rows with what is above in the cells that go on from there."""
    for above, row in pairwise([[], *rows]):
        row[:] = [above[i] if cell == ON and i < len(above) else cell.replace(ON, "") for i, cell in enumerate(row)]
    return rows


def children(parent: Element, *names: str) -> Iterator[Element]:
    """The children of these names, also those that stand in a content control."""
    for node in parent:
        if node.tag in {f"{W}{name}" for name in names}:
            yield node
        elif node.tag == f"{W}sdt" and (content := node.find(f"{W}sdtContent")) is not None:
            yield from children(content, *names)


def text(paragraph: Element) -> str:
    """What is written, with the breaks of lines; two names in one cell are parted by nothing else."""
    marks = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " "}
    nodes = (node for run in paragraph.iter(f"{W}r") for node in run)
    return "".join(marks.get(node.tag, node.text or "" if node.tag == f"{W}t" else "") for node in nodes).strip()
