"""Identity of names that come with nothing else: for truth files, training and benchmarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.sources.drafts import DRAFTS
from ipgraph.tables import names
from ipgraph.tables.engine import keep
from ipgraph.tables.identity.identify import identify
from ipgraph.tables.identity.records import records

#: What a patent would say of the names.
CLAIMS = pa.schema({"id": pa.string(), "role": pa.string(), "position": pa.int64(), "raw": pa.string()})
ROWS = pa.schema({"id": pa.string(), "address": pa.string()})


@dataclass(frozen=True)
class Bare:
    """The first cut of bare names: organisations all of them."""

    con: Backend
    spellings: Table
    first: Table
    listed: Table
    claims: Table
    rows: Table

    @classmethod
    def of(cls, con: Backend, given: Iterable[str]) -> Bare:
        raw = keep(con, "bare", pa.table({"raw": pa.array(sorted(set(given)), pa.string())}))
        listed = pa.schema([*DRAFTS["organisations"].schema(), pa.field("key", pa.string())]).empty_table()
        spellings, told = names.spell(con, raw), keep(con, "bare_listed", listed)
        together = keep(con, "bare_together", pa.schema({"key": pa.string()}).empty_table())
        first = names.resolve(con, spellings, told, raw, together)
        empty = (keep(con, "bare_empty", schema.empty_table()) for schema in (CLAIMS, ROWS))
        return cls(con, spellings, first, told, *empty)

    def records(self) -> pa.Table:
        """What is compared of each, as `identity.records` has it."""
        return self.con.to_pyarrow(records(self.con, self.spellings, self.first, self.claims, self.rows))

    def clusters(self) -> dict[str, str]:
        """Name → id of the organisation that it is taken for; signs that are no names are left out."""
        now, _ = identify(self.con, self.spellings, self.first, self.listed, self.claims, self.rows)
        found = self.con.to_pyarrow(self.spellings.join(now.select("key", "id", kind="label"), "key").select(
            "raw", "kind", "id"))
        return {raw: f"{kind}:{id}" for raw, kind, id in zip(*found.to_pydict().values(), strict=True)}
