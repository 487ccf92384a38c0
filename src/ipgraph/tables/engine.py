"""The engine that runs table expressions, and the few verbs that all table code uses on it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import count
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import ArrayValue, StringValue, Table, Value

from ipgraph.schema.engine import open_ibis

#: An empty list of texts, which is not the same as an unknown one.
EMPTY = ibis.literal([], "array<string>")

NUMBERS = count()


def connect(scratch: Path | None = None) -> Backend:
    """A private engine; temporary tables live and die with it, and move to `scratch` where they are many."""
    con = open_ibis(scratch)
    # Ibis 12 writes lambdas with an arrow, which DuckDB 2 accepts only when told.
    con.raw_sql("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")
    con.raw_sql("SET preserve_insertion_order = false")
    return con


def keep(con: Backend, name: str, table: Table | pa.Table) -> Table:
    """Compute the table once and go on from the result. Names never collide: each is numbered."""
    return con.create_table(f"{name}_{next(NUMBERS)}", table, temp=True)


def read(con: Backend, path: Path) -> Table:
    return con.read_parquet(str(path))


def stack(tables: Iterable[Table]) -> Table:
    """All rows of the tables, which have the same columns."""
    return reduce(lambda a, b: a.union(b.select(*a.columns)), tables)


def same_row(left: Table, right: Table) -> Table:
    """Both tables joined where they speak of the same row of the same file; a sheet may be null."""
    other = right.rename(other_source="source", other_sheet="sheet", other_row="row")
    on = [left.source == other.other_source, left.row == other.other_row, left.sheet.identical_to(other.other_sheet)]
    return left.join(other, on).drop("other_source", "other_sheet", "other_row")


def distinct(column: StringValue) -> ArrayValue:
    """Aggregate: the distinct texts, sorted."""
    return column.collect(distinct=True).sort()


def provenance(table: Table) -> dict[str, Value]:
    """Aggregates `source` and `as_of`: who says so, and the newest day."""
    return {"source": distinct(table.source), "as_of": table.as_of.max()}


def first_known(table: Table, column: str) -> Value:
    """Aggregate: what the first source knows of it. The value itself breaks ties, so that two runs agree."""
    order = [table["rank"], table.row, table.sheet, table[column]]
    return table[column].first(order_by=order, include_null=False)
