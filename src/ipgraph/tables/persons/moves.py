"""Persons of one name in two organisations that are one: only where co-inventors and classes, or one invention
published twice, say so."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep
from ipgraph.tables.persons.clusters import shared, weighed
from ipgraph.tables.persons.evidence import tokens

#: Log-odds from which persons of two organisations are one, and the co-inventors that they must share.
MOVED, COMPANIONS = 10.0, 2
#: What the name alone may say at most, for or against.
MOST, LEAST = 3.0, -4.0
TOKEN = ("name", "kind", "token")


def moves(con: Backend, clustered: Table, groups: Table, classes: Table, families: Table) -> Table:
    """Pairs a < b of clusters of one name in two organisations that are one person, with their score.

    They share a family; or two co-inventors and a class, which together with the name reach `MOVED`.
    """
    several = groups.group_by("name").agg(n=groups.count()).filter(ibis._.n > 1)
    rarity = groups.group_by("name").agg(frequency=groups.frequency.max())
    people = groups.count().as_scalar()
    sure = (-ibis.greatest(rarity.frequency * people, 1e-9).ln()).clip(LEAST, MOST)
    every = clustered.mutate(org=ibis.literal("*"))
    asked = keep(con, "moving", every.semi_join(several, "name").select("m", "patent", "name", "org", "cluster"))
    told = tokens(con, asked, every, classes, families)
    rows = told.join(asked.select("m", "name", "cluster"), "m").join(rarity.select("name", sure=sure), "name")
    held = keep(con, "moving_tokens", rows.group_by("cluster", *TOKEN).agg(
        weight=rows.weight.max(), sure=rows.sure.max()))
    # Classes alone propose nobody: they are looked at for those who share a co-inventor.
    close = keep(con, "moving_close", shared(con, held.filter(held.kind != "class"), TOKEN))
    pairs = close.select("a", "b").distinct()
    areas = held.filter(held.kind == "class")
    left = pairs.join(areas.rename(a="cluster"), "a")
    both = left.join(areas.select("token", b="cluster"), ["b", "token"])
    columns = ("a", "b", "kind", "weight", "sure")
    found = keep(con, "moves_weighed", weighed(close.select(*columns).union(both.select(*columns))))
    score = found.evidence + found.sure
    strong = found.family | ((found.met >= COMPANIONS) & found.areas & (score >= MOVED))
    return keep(con, "moves", found.filter(strong).select("a", "b", score=score))
