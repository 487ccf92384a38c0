"""What is said of every decision on persons: together or apart, how sure, and why."""

from __future__ import annotations

from math import log

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import NumericValue, Table

from ipgraph.tables.engine import keep, stack
from ipgraph.tables.persons.clusters import NOTHING, SURE
from ipgraph.tables.persons.resolve import Resolved

#: Rule → Chinese and English.
REASONS = {
    "rare-name": ("姓名少见，同单位视为一人", "A rare name: one person within the organisation"),
    "shared-work": ("有共同发明人、同族或相同技术分类", "Co-inventors, families or classes in common"),
    "namesake": ("与同名者无共同发明人，技术分类或年代不同", "Shares too little with the others of this name"),
    "moved": ("跨单位：共同发明人与技术分类相同，或为同族专利",
              "Across organisations: the same co-inventors and classes, or one family"),
    "decision": ("人工合并", "Joined by a person"),
    "spelling": ("同一姓名的不同写法，且有共同发明人或同族专利",
                 "A spelling of the name, with co-inventors or a family in common"),
}
#: What was decided: of which node and name, together with or apart from which other, by which rule, how probable it is
#: that this is right, the same as weight in bits, and the reason in both languages.
TOLD = pa.schema({
    "label": pa.string(), "id": pa.string(), "name": pa.string(), "into": pa.string(), "rule": pa.string(),
    "score": pa.float64(), "weight": pa.float64(), "zh": pa.string(), "en": pa.string(),
})


def reasons(con: Backend, found: Resolved, ids: Table) -> Table:
    """One row a decision, shape TOLD: a person of several mentions, a namesake, a move, a spelling.

    `into` is the id or the name that this one was taken together with or told apart from.
    """
    person = keep(con, "person_sizes", ids.group_by(id="person", base="base").agg(
        name=ids.key.min(), n=ids.count(), sure=ids.sure.min(), p=ids.p.min()))
    head = ids.group_by("cluster").agg(p=ids.p.min(), id=ids.person.min(), called=ids.called.min(), key=ids.key.min())
    best = found.compared.join(head.select(a="cluster", p="p"), "a").join(head.select(b="cluster", q="p"), "b")
    inner = best.filter(best.p == best.q).group_by("p").agg(score=ibis._.score.mean())
    outer = best.filter(best.p != best.q)
    outer = outer.select("p", "score").union(outer.select("score", p="q")).group_by("p").agg(score=ibis._.score.max())
    rare = person.filter((person.n > 1) & (person.sure >= SURE))
    tied = person.filter((person.n > 1) & (person.sure < SURE)).left_join(inner, "p")
    split = person.filter(person.id != person.base).left_join(outer, "p")
    decided = [
        line(rare, "rare-name", rare.base, rare.sure),
        line(tied, "shared-work", tied.base, tied.score.coalesce(tied.sure)),
        line(split, "namesake", split.base, -split.score.coalesce(split.sure + NOTHING)),
    ]
    for pairs, code, other in ((found.moved, "moved", "called"), (found.alike, "spelling", "key"),
                               (found.joined, "decision", "called")):
        ends = pairs.join(head.select(a="cluster", id="id", name="key"), "a").join(
            head.select(b="cluster", other=other), "b")
        decided.append(line(ends, code, ends.other, ends.score))
    return keep(con, "persons_told", stack(decided).distinct())


def line(rows: Table, rule: str, into: ibis.Value, odds: NumericValue) -> Table:
    """The rows in the shape TOLD; `odds` are log-odds in nats."""
    zh, en = REASONS[rule]
    return rows.select(
        label=ibis.literal("Person"), id=rows.id, name=rows.name, into=into, rule=ibis.literal(rule),
        score=(1 / (1 + (-odds).exp())).round(4), weight=(odds / log(2)).round(2), zh=ibis.literal(zh),
        en=ibis.literal(en))
