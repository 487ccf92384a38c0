"""What people decided about persons, by their ids: two that are one, two that are not. It counts on every load."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep, stack
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
    """`pairs` (tables of a, b, score) without those that bring together whom people split, directly or by way of
    others, the surest staying; and the pairs that they joined.

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
    split = con.to_pyarrow(ends.filter(ends.decide != JOIN).select("a", "b").order_by("a", "b"))
    if not len(split):
        return list(pairs), joined
    said = joined.select("a", "b", "score")
    whole = con.to_pyarrow(stack([table.select("a", "b", "score") for table in (*pairs, said)]).distinct().order_by(
        ibis.desc("score"), "a", "b"))
    out = ibis.memtable(parting(whole, split))
    return [keep(con, "pairs_kept", table.anti_join(out, ["a", "b"])) for table in pairs], joined


def parting(pairs: pa.Table, split: pa.Table) -> pa.Table:
    """The pairs, surest first, that would bring two ends of `split` together, be it by way of others: a, b.

    >>> ends = {"a": [1, 2], "b": [2, 3], "score": [9.0, 4.0]}
    >>> parting(pa.table(ends), pa.table({"a": [1], "b": [3]})).to_pylist()
    [{'a': 2, 'b': 3}]
    """
    group: dict[int, set[int]] = {}
    enemies = set(zip(*split.to_pydict().values(), strict=True))
    left_out: list[dict[str, int]] = []
    for a, b, _ in zip(*pairs.to_pydict().values(), strict=True):
        one, other = group.setdefault(a, {a}), group.setdefault(b, {b})
        if one is other:
            continue
        if any((p in one and q in other) or (q in one and p in other) for p, q in enemies):
            left_out.append({"a": a, "b": b})
            continue
        one |= other
        group.update(dict.fromkeys(other, one))
    return pa.Table.from_pylist(left_out, pa.schema({"a": pa.int64(), "b": pa.int64()}))
