"""The engine that runs table expressions, and the few verbs that all table code uses on it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import count
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import ArrayValue, StringValue, Table

#: An empty list of texts, which is not the same as an unknown one.
EMPTY = ibis.literal([], "array<string>")

NUMBERS = count()


def connect() -> Backend:
    """A private in-memory engine; temporary tables live and die with it."""
    con = ibis.duckdb.connect()
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


def sources(column: StringValue) -> ArrayValue:
    """Aggregate: the distinct names of sources, sorted."""
    return column.collect(distinct=True).sort()
