"""Tables of an HTML page: what many offices' search sites hand out under the name .xls."""

from __future__ import annotations

from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.sources.sheet import HEAD_ROWS, Body, Sheet, batch, refusals


class Tables(HTMLParser):
    """Collects the rows of all tables of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None and self.rows:
            self.rows[-1].append("".join(self.cell).strip())
            self.cell = None


def sheets(path: Path, name: str) -> tuple[Sheet, ...]:
    """The page as one sheet."""
    parser = Tables()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    if not parser.rows:
        raise UnreadableFile(f"{name}: an HTML page without a table", f"{name}：HTML 页面中没有表格")
    head = tuple(tuple(cells) for cells in parser.rows[:HEAD_ROWS])
    return (Sheet("", head, partial(read_body, parser.rows)),)


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
