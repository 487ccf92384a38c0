"""Mentions to persons: told apart inside organisations, spellings brought together, persons who moved joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep, stack
from ipgraph.tables.identity.decisions import Decision
from ipgraph.tables.persons.clusters import cluster, components
from ipgraph.tables.persons.decided import overruled
from ipgraph.tables.persons.mentions import groups
from ipgraph.tables.persons.moves import moves
from ipgraph.tables.persons.variants import variants


@dataclass(frozen=True)
class Resolved:
    """`persons`: the mentions with `cluster`, `sure`, and `p`, the lowest m of the person.

    `compared`, `moved`, `alike`, `joined`: pairs a, b of clusters with the score (log-odds) that they are one.
    """

    persons: Table
    compared: Table
    moved: Table
    alike: Table
    joined: Table


def resolve(
    con: Backend, mentions: Table, classes: Table, families: Table, shown: Table, decided: Sequence[Decision] = (),
) -> Resolved:
    """`mentions` as `mentions.homes` gives them, with key, day, year; `classes` patent, symbol; `families` patent,
    family; `shown` patent, org, shown; `decided` what people said of persons."""
    found = groups(con, mentions)
    clustered, compared = cluster(con, mentions, found, classes, families)
    moved = moves(con, clustered, found, classes, families)
    alike = variants(con, clustered, classes, families)
    (moved, alike), joined = overruled(con, clustered, shown, (moved, alike), decided)
    heads = clustered.select(m="cluster").distinct()
    whole = components(con, heads, stack(table.select("a", "b") for table in (moved, alike, joined)))
    persons = clustered.join(whole.select(cluster="m", p="cluster"), "cluster")
    return Resolved(keep(con, "persons", persons), compared, moved, alike, joined)
