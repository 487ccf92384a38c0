"""Tables of an HTML page, which many offices hand out under the name .xls, and of XML spreadsheets (Excel 2003)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.sources.sheet import HEAD_ROWS, Body, Sheet, batch, refusals

#: Tags of HTML and of an XML spreadsheet that mean the same.
ROWS, CELLS = ("tr", "row"), ("td", "th", "cell")
#: More columns or rows than an office gives one cell.
MOST_SPAN = 10_000


@dataclass(frozen=True)
class Cell:
    """A cell as it is written: `place` is its column counted from 1, 0 where it follows the one before."""

    text: str
    place: int = 0
    wide: int = 1
    tall: int = 1


class Tables(HTMLParser):
    """Collects the rows of all tables of a page, in order, by worksheet."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []
        self.sheets = {"": self.rows}
        self.opened: dict[str, str | None] = {}
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "worksheet":
            self.rows = self.sheets.setdefault(dict(attrs).get("ss:name") or "", [])
        elif tag in ROWS:
            self.rows.append([])
        elif tag in CELLS:
            self.opened, self.text = dict(attrs), []
        elif tag == "br" and self.text is not None:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS and self.text is not None and self.rows:
            wide = self.number("colspan", 1) + self.number("ss:mergeacross", 0)
            tall = self.number("rowspan", 1) + self.number("ss:mergedown", 0)
            self.rows[-1].append(Cell("".join(self.text).strip(), self.number("ss:index", 0), wide, tall))
            self.text = None

    def number(self, name: str, otherwise: int) -> int:
        """An attribute of the cell that is a number."""
        return span(self.opened.get(name) or "", otherwise)


def span(given: str, otherwise: int = 1) -> int:
    """How many columns or rows a cell says it takes; `otherwise` where it says nothing that can be."""
    return min(int(given), MOST_SPAN) if given.isdecimal() else otherwise


def laid(rows: Iterable[list[Cell]]) -> list[list[str]]:
    """The rows as a person reads them: a cell over several rows stands in each of them, one over several columns in
    the first.

    >>> laid([[Cell("a", tall=2), Cell("b", wide=2), Cell("c")], [Cell("d", place=3)]])
    [['a', 'b', '', 'c'], ['a', '', 'd']]
    """
    lines = []
    hanging: dict[int, tuple[str, int]] = {}
    for cells in rows:
        line: list[str] = []
        begun: dict[int, tuple[str, int]] = {}
        for cell in cells:
            while len(line) in hanging or len(line) < cell.place - 1:
                line.append(hanging.get(len(line), ("", 0))[0])
            if cell.tall > 1:
                begun[len(line)] = cell.text, cell.tall - 1
            line += [cell.text] + [""] * (cell.wide - 1)
        while len(line) in hanging:
            line.append(hanging[len(line)][0])
        hanging = {place: (text, left - 1) for place, (text, left) in hanging.items() if left > 1} | begun
        lines.append(line)
    return lines


def sheets(path: Path, name: str) -> tuple[Sheet, ...]:
    """The page as one sheet, the worksheets of an XML spreadsheet as one each."""
    parser = Tables()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    found = tuple(grid(title, laid(rows), padded=bool(title)) for title, rows in parser.sheets.items() if rows)
    if not found:
        raise UnreadableFile(
            f"{name}: a page without a table; save the table itself as xlsx or csv",
            f"{name}：网页中没有表格；请将表格本身另存为 xlsx 或 csv",
        )
    return found


def grid(title: str, rows: list[list[str]], padded: bool) -> Sheet:
    """Rows of cells as a sheet; `padded` where empty cells at the end of a row are left out by those who write it."""
    width = max(map(len, rows))
    whole = [row + [""] * (width - len(row)) for row in rows] if padded else rows
    return Sheet(title, tuple(map(tuple, whole[:HEAD_ROWS])), partial(read_body, whole))


def read_body(rows: list[list[str]], heading: int, out: Path) -> Body:
    """The rows below the headings; those with too few or too many cells are refused."""
    width = len(rows[max(heading, 0)])
    filled = [(row, cells) for row, cells in enumerate(rows, start=1) if row > heading + 1 and any(cells)]
    uneven = [
        (row, "", " | ".join(cells), "too-few-cells" if len(cells) < width else "too-many-cells",
         f"{len(cells)}/{width}")
        for row, cells in filled if len(cells) != width
    ]
    pq.write_table(batch(((row, cells) for row, cells in filled if len(cells) == width), width), out)
    return Body(out, len(filled), refusals(uneven))
