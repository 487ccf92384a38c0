"""Tables as csv that a spreadsheet opens: marked as UTF-8, lists joined, no cell that it would run."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

#: A cell that begins so is a formula to a spreadsheet; a leading apostrophe makes it text.
FORMULA = r"^([=+\-@\t\r])"
#: Characters that no XML document may hold.
NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"


def clean(text: str) -> str:
    """A text without the characters that no XML document may hold.

    >>> clean("a" + chr(0) + "b")
    'ab'
    """
    return re.sub(NOT_XML, "", text)


def write_table(table: pa.Table, path: Path) -> None:
    """Write the table; the mark makes spreadsheets read it as UTF-8."""
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf")
        pyarrow.csv.write_csv(flat(table, neutral=True), file)


def flat(table: pa.Table, neutral: bool = False) -> pa.Table:
    """Lists joined by semicolons, dates as text, no control characters; with `neutral`, no cell that a spreadsheet
    would run."""
    columns = []
    for column in table.columns:
        if pa.types.is_list(column.type):
            # Lists that are all empty have no type of member until they are given one.
            column = pc.binary_join(column.cast(pa.list_(pa.string())), ";")
        if pa.types.is_date(column.type):
            column = column.cast(pa.string())
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            column = pc.replace_substring_regex(column, NOT_XML, "")
            if neutral:
                column = pc.replace_substring_regex(column, FORMULA, r"'\1")
        columns.append(column)
    return pa.table(dict(zip(table.column_names, columns, strict=True)))
