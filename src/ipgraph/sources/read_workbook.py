"""Workbooks (xlsx, xlsm, xlsb, xls, ods): every cell as the text a person sees."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from ipgraph.errors import UnreadableFile
from ipgraph.sources.sheet import HEAD_ROWS, PASSING, Body, Sheet, batch, cells_schema, letters, refusals
from ipgraph.sources.unpack import CHUNK

BATCH = 20_000
#: A sheet is held as a rectangle of 32 bytes a cell: a million rows of 90 columns are 3 GB. A stray cell in the last
#: corner would make it 17 thousand million cells, on which calamine ends the process.
MOST_CELLS = 100_000_000
#: The place of a cell in the XML of a sheet.
PLACE = re.compile(rb"""r=["']([A-Z]{1,3})([0-9]{1,7})["']""")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def sheets(path: Path, name: str) -> tuple[Sheet, ...]:
    """The sheets that hold anything; hidden ones only where there is no other, for nobody has looked at them."""
    try:
        check_corners(path, name)
        book = CalamineWorkbook.from_path(path)
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        found = tuple(open_sheet(book, title, name) for title in shown or book.sheet_names)
    except PasswordError as error:
        raise UnreadableFile(f"{name}: the workbook is protected by a password", f"{name}：工作簿设有密码") from error
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise UnreadableFile(
            f"{name}: a damaged or truncated workbook, or none at all; open it in a spreadsheet and save it as xlsx",
            f"{name}：工作簿损坏、不完整，或并非工作簿；请用表格软件打开并另存为 xlsx",
        ) from error
    if not (filled := tuple(sheet for sheet in found if sheet.head)):
        raise UnreadableFile(f"{name}: the workbook is empty", f"{name}：工作簿为空")
    return filled


def open_sheet(book: Any, title: str, name: str) -> Sheet:
    rows = book.get_sheet_by_name(title)
    return Sheet(title, tuple(islice(texts(rows), HEAD_ROWS)), partial(read_body, rows), lettered=True)


def check_corners(path: Path, name: str) -> None:
    """Raise UnreadableFile where a sheet of an xlsx file has cells so far out that it cannot be held."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if SHEET.fullmatch(member):
                width, height = corner(archive, member)
                if width * height > MOST_CELLS:
                    raise UnreadableFile(
                        f"{name}: {member} claims {height} × {width} cells; delete what stands far out",
                        f"{name}：{member} 声称有 {height} × {width} 个单元格；请删除远处的零散单元格",
                    )


def corner(archive: zipfile.ZipFile, member: str) -> tuple[int, int]:
    """Columns and rows up to the last cell that a sheet names."""
    columns, last, rest = {b""}, 0, b""
    with archive.open(member) as xml:
        while chunk := xml.read(CHUNK):
            places = PLACE.findall(rest + chunk)
            rest = chunk[-24:]  # a place may be cut in two
            columns.update(column for column, _ in places)
            last = max([last, *map(int, {row for _, row in places})])
    return max(map(column_number, columns)), last


def column_number(letters: bytes) -> int:
    """AB is 28."""
    return sum((letter - 64) * 26**power for power, letter in enumerate(reversed(letters)))


def texts(rows: Any) -> Iterator[tuple[str, ...]]:
    """All rows of a sheet from its first, as text; a cell merged over several rows stands in each of them."""
    lines = rows.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in rows.merged_cell_ranges or ():
        for line in lines[top + 1: bottom + 1]:
            line[left] = lines[top][left]
    return (tuple(map(text, cells)) for cells in lines)


def text(cell: Any) -> str:
    """A cell as a person reads it.

    >>> text(201210000123.0), text(0.5), text(dt.datetime(2013, 1, 21)), text(True), text(" a ")
    ('201210000123', '0.5', '2013-01-21', 'TRUE', 'a')
    """
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return format(cell, ".0f") if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    return str(cell)


def read_body(rows: Any, heading: int, out: Path) -> Body:
    """All rows below the headings but blank ones; a cell to the right of the last heading is one too many."""
    numbered = enumerate(texts(rows), start=1)
    head = next(islice(numbered, heading, None))[1] if heading >= 0 else ()
    width = len(head) if heading < 0 else max((i for i, cell in enumerate(head, start=1) if cell), default=0)
    width = width or rows.total_width
    read = 0
    wide: list[tuple[int, str, str, str, str]] = []
    with pq.ParquetWriter(out, cells_schema(width), **PASSING) as writer:
        while chunk := list(islice(numbered, BATCH)):
            filled = [(row, cells) for row, cells in chunk if any(cells)]
            read += len(filled)
            wide += [
                (row, "", " | ".join(filter(None, cells[width:])), "too-many-cells",
                 f"{letters(width + list(map(bool, cells[width:])).index(True))}{row}: {len(cells)}/{width}")
                for row, cells in filled if any(cells[width:])
            ]
            writer.write_table(batch(((row, cells) for row, cells in filled if not any(cells[width:])), width))
    return Body(out, read, refusals(wide))
