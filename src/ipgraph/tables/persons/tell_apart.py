"""From placed names to persons: every person's name on a patent gets the id of one person."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema import ORGANISATIONS
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.identity.decisions import Decision
from ipgraph.tables.persons.called import named_after
from ipgraph.tables.persons.ids import reasons
from ipgraph.tables.persons.mentions import homes
from ipgraph.tables.persons.resolve import resolve
from ipgraph.tables.persons.variants import canonical

LABELS = [kind.label for kind in ORGANISATIONS]
#: A priority number says nothing with fewer characters.
PRIORITY = 8


def tell_apart(
    con: Backend, placed: Table, rows: Table, classified: Table, decided: Sequence[Decision] = (),
) -> tuple[Table, Table]:
    """Placed names with the `node` of persons filled in, and what was decided, shape `ids.TOLD`.

    `placed` is that of `holders.place_names`, `rows` are the patents with `id`, `classified` their symbols,
    `decided` what people said of names.
    """
    people = placed.filter(placed.label == "Person").select("patent", key="main").distinct()
    keyed = keep(con, "people", people.mutate(name=canonical(people.key)))
    days = rows.group_by(patent="id").agg(day=rows.filed_on.min().coalesce(rows.published_on.min()))
    once = keyed.group_by("patent", "name").agg(key=keyed.key.min())
    named = keep(con, "named", once.left_join(days, "patent").drop("patent_right").mutate(year=ibis._.day.year()))
    orgs = placed.filter(placed.label.isin(LABELS) & placed.role.isin(["FILED", "OWNS"]))
    mentions = homes(con, named, holding(orgs))
    classes = keep(con, "person_classes", classified.select("symbol", patent="id").distinct())
    shown = orgs.group_by("patent", org="node").agg(shown=orgs.main.min())
    found = resolve(con, mentions, classes, keep(con, "families", families(rows)), shown, decided)
    ids = named_after(con, found.persons, shown)
    node = keyed.join(ids.select("patent", "name", "person"), ["patent", "name"]).select("patent", "person", main="key")
    whole = placed.left_join(node, ["patent", "main"])
    told = whole.select(*[c for c in placed.columns if c != "node"],
                        node=ibis.ifelse(whole.label == "Person", whole.person, whole.node))
    return keep(con, "names_told", told), reasons(con, found, ids)


def holding(orgs: Table) -> Table:
    """patent, org, position of who files; of who owns where no organisation files."""
    filed = orgs.filter(orgs.role == "FILED")
    both = stack([filed, orgs.filter(orgs.role == "OWNS").anti_join(filed, "patent")])
    return both.group_by("patent", org="node").agg(position=both.position.min())


def families(rows: Table) -> Table:
    """patent, family: what ties publications of one invention together: application, priorities, supplier's family.

    Wider than `tables.families`, on purpose: who stands on two applications that share one priority is most likely one
    person, though the two are two inventions.
    """
    priorities = rows.select(patent="id", number="priorities").unnest("number")
    number = tidy(priorities.number).upper().re_replace("[^A-Z0-9]", "")
    told = stack([
        rows.select(patent="id", family=rows.application_number),
        rows.select(patent="id", family=ibis.literal("f:") + rows.source + ":" + tidy(rows.family)),
        priorities.select("patent", family=ibis.literal("p:") + number).filter(ibis._.family.length() > PRIORITY),
    ]).filter(ibis._.family.notnull()).distinct()
    return told.semi_join(told.group_by("family").agg(n=told.count()).filter(ibis._.n > 1), "family")
