"""What people decided about persons, by their ids: two that are one, two that are not. It counts on every load."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep
from ipgraph.tables.identity.decisions import JOIN, Decision
from ipgraph.tables.persons.called import named_after

#: What is between name and organisation in the id of a person, and in no name.
AT = "@"
#: Log-odds of what a person said.
SAID = 20.0
ENDS = pa.schema({"one": pa.string(), "other": pa.string(), "decide": pa.string()})


def about_persons(decided: Sequence[Decision]) -> list[Decision]:
    """The decisions whose two names are ids of persons."""
    return [decision for decision in decided if all(AT in name for name in decision.names)]


def overruled(
    con: Backend, clustered: Table, shown: Table, pairs: Sequence[Table], decided: Sequence[Decision],
) -> tuple[list[Table], Table]:
    """`pairs` (tables of a, b, score) without those that people split, and the pairs that they joined.

    Clusters are known by the ids that they would have as persons. An id that is nowhere now decides nothing.
    """
    if not about_persons(decided):
        return list(pairs), pairs[0].limit(0)
    rows = [{"one": a, "other": b, "decide": decision.decide} for decision in about_persons(decided)
            for a, b in (decision.names, decision.names[::-1])]
    told = keep(con, "decided", ibis.memtable(pa.Table.from_pylist(rows, ENDS)))
    ids = named_after(con, clustered.mutate(p=clustered.cluster), shown).group_by("person").agg(m=ibis._.cluster.min())
    ends = told.join(ids.select(a="m", one="person"), "one").join(ids.select(b="m", other="person"), "other")
    ends = keep(con, "decided_ends", ends.select("a", "b", "decide"))
    joined = ends.filter((ends.decide == JOIN) & (ends.a < ends.b)).select("a", "b", score=ibis.literal(SAID))
    split = ends.filter(ends.decide != JOIN)
    return [keep(con, "pairs_kept", table.anti_join(split, ["a", "b"])) for table in pairs], joined
