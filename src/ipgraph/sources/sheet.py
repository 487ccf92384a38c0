"""A sheet: one table of a file, whatever the file is. Cells are text without spaces around, not cleaned further."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from ipgraph.sources.drafts import REFUSED

#: Headings stand within the first twenty rows: above them are a title, remarks, and what was searched for.
HEAD_ROWS = 20
#: The sheet of a template that says how to fill it in.
NOTES = "说明 Notes"
#: How cells are written that are read once and thrown away: quickly.
PASSING: dict[str, Any] = {"compression": "lz4", "use_dictionary": False, "write_statistics": False}
#: Characters taken off the ends of a cell, in SQL.
SPACES = "' ' || chr(9) || chr(10) || chr(13)"


@dataclass(frozen=True)
class Body:
    """The data rows below the headings: a Parquet file with `row` and the cells, trimmed, as `c0`, `c1`, …"""

    path: Path
    read: int
    refused: pa.Table


@dataclass(frozen=True)
class Sheet:
    """`head` holds the first rows (of a keyed sheet, one row: its keys); `body(heading, out)` reads the rest.

    `heading` is the index in `head` of the row of headings, -1 where the sheet has none. `lettered` sheets are those
    of workbooks, whose cells a person calls C5.
    """

    name: str
    head: tuple[tuple[str, ...], ...]
    body: Callable[[int, Path], Body]
    lettered: bool = False


@dataclass(frozen=True)
class SourceFile:
    """A file opened: its sheets, and the scalars that stand beside them in a JSON or YAML document."""

    path: Path
    sheets: tuple[Sheet, ...]
    constants: dict[str, Any] = field(default_factory=dict)


@cache
def normal(heading: str) -> str:
    """A heading as it is compared: one width, one case, no spaces or unseen characters, no star or colon at its ends.

    >>> normal("公开（公告）号 "), normal("Publication  Number"), normal("*申请\u200b号：")
    ('公开(公告)号', 'publicationnumber', '申请号')
    """
    seen = "".join(c for c in unicodedata.normalize("NFKC", heading).casefold() if unicodedata.category(c) != "Cf")
    return "".join(seen.split()).strip('*:="') or seen


def refusals(rows: Sequence[tuple[int, str, str, str, str]], sheet: str | None = None) -> pa.Table:
    """Refused rows as a draft, from (row, field, value, reason, detail)."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * 5
    row, name, value, reason, detail = columns
    return pa.table(
        {"row": row, "sheet": [sheet] * len(rows), "field": name, "value": value, "reason": reason, "detail": detail,
         "cell": [None] * len(rows)},
        schema=REFUSED.schema(),
    )


def letters(index: int) -> str:
    """How a workbook calls a column.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    before, last = divmod(index, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def cells_schema(width: int) -> pa.Schema:
    return pa.schema({"row": pa.int64(), **{f"c{i}": pa.string() for i in range(width)}})


def batch(rows: Iterable[tuple[int, Sequence[str | None]]], width: int) -> pa.Table:
    """Numbered rows of cells as one Arrow table."""
    numbered = list(rows)
    columns: list[Any] = [[row for row, _ in numbered]]
    columns += [[cells[i] for _, cells in numbered] for i in range(width)]
    return pa.table(columns, schema=cells_schema(width))
