"""Second cut of identity: colleges into their university, names that belong together, and what people decided.

The first cut (`tables.names`) knows cleaned names, codes and aliases. Here its nodes are compared with one another and
merged; `told` says every merge of either cut with its score and its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types.name import display_of, key_of
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.identity.comparisons import spoke_for
from ipgraph.tables.identity.decisions import JOIN, SPLIT, Decision
from ipgraph.tables.identity.link import pairs
from ipgraph.tables.identity.merge import Merger, Node, split_pairs
from ipgraph.tables.identity.records import records
from ipgraph.tables.identity.told import REASONS, Edge, earlier, later
from ipgraph.tables.identity.units import university

#: A pair with less is not merged; docs/identity.md has the precision that it gives.
SCORE = 0.7


def identify(
    con: Backend, spellings: Table, first: Table, listed: Table, claims: Table, rows: Table,
    decided: Sequence[Decision] = (),
) -> tuple[Table, Table]:
    """The identities of the first cut with the ids they have now, and the merges of both cuts (shape TOLD)."""
    known = records(con, spellings, first, claims, rows)
    found = con.to_pyarrow(known.order_by("uid"))
    nodes = standing(con, first, listed, found)
    at = whereabouts(con, spellings, first, decided)
    splits = ((at.get(one), at.get(other)) for one, other in (d.names for d in decided if d.decide == SPLIT))
    merger = Merger(nodes, split_pairs(splits))
    made: list[Edge] = []
    hindered: list[Edge] = []
    for edge in (*joins(decided, at), *units(found), *matches(found)):
        if edge.one in nodes and edge.other in nodes:
            (made if merger.merge(edge.one, edge.other) else hindered).append(edge)
    leaders = merger.leaders()
    now = moved(con, first, leaders, found)
    zh, en = REASONS["overruled"]
    made += [replace(edge, rule="overruled", score=0.0, zh=zh, en=en) for edge in hindered if edge.rule == "decision"]
    told = stack([earlier(spellings, first, now, known), later(made, leaders, found)])
    return now, keep(con, "merges", told)


def former(first: Table, now: Table) -> Table:
    """label, id, alias: the ids that a node had, or would have had, before it was merged or its code was known."""
    then = first.filter(first.label != "Person").select("key", "main", before="id")
    both = then.join(now.filter(now.label != "Person").select("key", "id", "label"), "key")
    told = both.select("label", "id", alias="before").union(both.select("label", "id", alias="main"))
    return told.filter(told["alias"] != told.id).distinct()


def standing(con: Backend, first: Table, listed: Table, found: pa.Table) -> dict[str, Node]:
    """Every enterprise and institution of the first cut with what says who leads."""
    told = listed.join(first.select("key", "id"), "key").group_by("id").agg(uscc=ibis._.uscc.max())
    codes = {row["id"]: row["uscc"] for row in con.to_pyarrow(told).to_pylist()}
    return {
        id: Node(id, label, frozenset(filter(None, [codes.get(id)])), id in codes, short)
        for id, label, short in zip(*(found[n].to_pylist() for n in ("id", "label", "short")), strict=True)
    }


def whereabouts(con: Backend, spellings: Table, first: Table, decided: Sequence[Decision]) -> dict[str, str]:
    """Name that a person decided on → the node of the first cut that it is, where it is one."""
    shown = {name: display_of(name) for decision in decided for name in decision.names}
    if not shown:
        return {}
    asked = con.to_pyarrow(spellings.filter(spellings.shown.isin(list(shown.values()))).select("shown", "key"))
    by_shown = dict(zip(asked["shown"].to_pylist(), asked["key"].to_pylist(), strict=True))
    keys = {name: by_shown.get(spelling) or key_of(name) for name, spelling in shown.items()}
    orgs = first.filter(first.key.isin(list(keys.values())) & (first.label != "Person"))
    by_key = {row["key"]: row["id"] for row in con.to_pyarrow(orgs.select("key", "id")).to_pylist()}
    return {name: by_key[key] for name, key in keys.items() if key in by_key}


def joins(decided: Sequence[Decision], at: Mapping[str, str]) -> Iterator[Edge]:
    """What people joined, in their order."""
    for decision in decided:
        one, other = (at.get(name) for name in decision.names)
        if decision.decide == JOIN and one and other and one != other:
            zh, en = REASONS["decision"]
            if decision.reason:
                zh, en = f"{zh}：{decision.reason}", f"{en}: {decision.reason}"
            yield Edge(one, other, "decision", 1.0, None, zh, en)


def units(found: pa.Table) -> Iterator[Edge]:
    """Colleges of universities that are there."""
    names = found.filter(pc.equal(found["label"], "Institution"))
    at = dict(zip(names["whole"].to_pylist(), names["id"].to_pylist(), strict=True))
    over = university(names["whole"].combine_chunks())
    for id, whole in zip(names["id"].to_pylist(), over.to_pylist(), strict=True):
        if whole in at:
            yield Edge(at[whole], id, "unit", 1.0, None, *REASONS["unit"])


def matches(found: pa.Table) -> Iterator[Edge]:
    """Pairs that are likely enough, the likeliest first, with what spoke for each."""
    scored = pairs(found)
    scored = scored.filter(pc.greater_equal(scored["score"], SCORE))
    order = [("score", "descending"), ("weight", "descending"), ("uid_l", "ascending"), ("uid_r", "ascending")]
    for row in scored.sort_by(order).to_pylist():
        spoke = spoke_for(row)
        zh, en = ("；".join(level.zh for level in spoke), "; ".join(level.en for level in spoke))
        yield Edge(row["uid_r"][1:], row["uid_l"][1:], "match", row["score"], round(row["weight"], 2), zh, en)


def moved(con: Backend, first: Table, leaders: Mapping[str, str], found: pa.Table) -> Table:
    """The identities with every merged node's id and main key those of its leader."""
    main = dict(zip(found["id"].to_pylist(), found["whole"].to_pylist(), strict=True))
    given = {"moved": list(leaders), "leader": list(leaders.values()), "leading": [main[id] for id in leaders.values()]}
    new = ibis.memtable(pa.table(given, schema=pa.schema(dict.fromkeys(given, pa.string()))))
    joined = first.left_join(new, [first.id == new.moved, first.label != "Person"])
    joined = joined.mutate(id=joined.leader.coalesce(joined.id), main=joined.leading.coalesce(joined.main))
    coded = joined.mutate(stock_code=joined.stock_code.min().over(group_by=["id", "label"]))
    return keep(con, "identities_now", coded.select(*first.columns))
