"""Every merge as a row in the shape TOLD: which name came to which (`into`), by which rule, how sure, with
how many bits, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from ipgraph.tables.persons.ids import TOLD

#: Reasons that are the same for every merge of a rule.
REASONS = {
    "name": ("清洗后名称相同", "the same name once cleaned"),
    "alias": ("来源给出的别名", "an alias that a source gives"),
    "code": ("统一社会信用代码相同", "the same unified social credit code"),
    "unit": ("高校的院系", "a part of the university"),
    "decision": ("人工合并", "joined by a person"),
    "overruled": ("人工合并未采用：与代码、类型或拆分决定相抵",
                  "a join that is not made: a code, the kind or a split stands against it"),
}


@dataclass(frozen=True)
class Edge:
    """Two nodes of the first cut that are one, and why."""

    one: str
    other: str
    rule: str
    score: float
    weight: float | None
    zh: str
    en: str


def earlier(spellings: Table, first: Table, now: Table, known: Table) -> Table:
    """The merges of the first cut: every spelling of an organisation but the one its node is compared by."""
    named = spellings.select("shown", "key").distinct().join(first.select("key", "main", "id", "label"), "key")
    named = named.filter(named.label != "Person").join(known.select("id", into="name", leading="whole"), "id")
    named = named.filter(named.shown != named.into).join(now.select("key", now="id"), "key")
    rule = ibis.cases((named.main != named.leading, "code"), (named.key != named.main, "alias"), else_="name")
    named = named.mutate(rule=rule)
    zh, en = (named["rule"].cases(*((rule, told[n]) for rule, told in REASONS.items())) for n in (0, 1))
    return named.select(label="label", id="now", name="shown", into="into", rule="rule", score=ibis.literal(1.0),
                        weight=ibis.null("float64"), zh=zh, en=en)


def later(edges: Sequence[Edge], leaders: Mapping[str, str], found: pa.Table) -> Table:
    """The merges of the second cut."""
    label, name = (dict(zip(found["id"].to_pylist(), found[n].to_pylist(), strict=True)) for n in ("label", "name"))
    rows = []
    for edge in edges:
        leader = leaders.get(edge.one, edge.one)
        # The two that were compared, the leader last where it is one of them.
        came, into = (edge.other, edge.one) if edge.one == leader else (edge.one, edge.other)
        rows.append({"label": label[leader], "id": leader, "name": name[came], "into": name[into],
                     "rule": edge.rule, "score": round(edge.score, 4), "weight": edge.weight, "zh": edge.zh,
                     "en": edge.en})
    return ibis.memtable(pa.Table.from_pylist(rows, TOLD))
