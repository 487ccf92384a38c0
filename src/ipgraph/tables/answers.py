"""Finished tables that stay in the engine until they are read or written: all of them at once would not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

#: Rows taken out of the engine at a time.
BATCH = 1 << 16


class Answers(Mapping[str, pa.Table]):
    """Tables by name. `answers[name]` computes one whole, the first time it is asked for."""

    def __init__(self, con: Backend, tables: Mapping[str, Table | pa.Table]) -> None:
        self.con = con
        self.tables = tables
        self.whole: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        table = self.tables[name]
        if isinstance(table, pa.Table):
            return table
        if name not in self.whole:
            self.whole[name] = self.con.to_pyarrow(table)
        return self.whole[name]

    def __contains__(self, name: object) -> bool:
        return name in self.tables

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def batches(self, name: str, columns: Sequence[str], key: Sequence[str]) -> Iterator[pa.Table]:
        """The columns of one table, sorted by key, a batch of rows at a time."""
        table = self.tables[name]
        if isinstance(table, pa.Table):
            yield table.select(columns).sort_by([(column, "ascending") for column in key])
            return
        # Ibis 12 asks DuckDB 2 for batches by a name that is gone.
        query = self.con.compile(table.select(*columns).order_by(*key))
        for batch in self.con.con.sql(query).to_arrow_reader(BATCH):
            yield pa.Table.from_batches([batch])
