"""One way to say that nothing is known: null.

An empty text or list says no more than null does, and neo4j-admin takes no empty lists, so a bundle has neither.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def known(table: pa.Table) -> pa.Table:
    """The table with null for every empty text and list; empty texts within a list are left out.

    What is required cannot be null and stays as it is.
    """
    for n, field in enumerate(table.schema):
        if not field.nullable:
            continue
        if pa.types.is_string(field.type):
            column = table.column(n)
            table = table.set_column(n, field, without(column, pc.equal(column, "")))
        elif pa.types.is_list(field.type):
            column = filled(table.column(n))
            table = table.set_column(n, field, without(column, pc.equal(pc.list_value_length(column), 0)))
    return table


def without(column: pa.ChunkedArray, empty: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column with null where `empty` says so."""
    return pc.if_else(empty, pa.scalar(None, column.type), column) if pc.any(empty).as_py() else column


def filled(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Lists without their empty texts, which are rare enough to be looked for row by row once one was seen."""
    if not pc.any(pc.equal(pc.list_flatten(column), "")).as_py():
        return column
    rows = [row and [text for text in row if text != ""] for row in column.to_pylist()]
    return pa.chunked_array([pa.array(rows, column.type)])
