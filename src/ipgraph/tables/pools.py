"""Patent pools: what is listed, who licenses."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import EMPTY, keep
from ipgraph.tables.refusals import Fault, sift


def clean_listed(con: Backend, pools: Table, drafts: Table) -> tuple[Table, Table]:
    """Rows of pool lists with their patent's `id`, and the faults."""
    given = keep(con, "pool_given", drafts.mutate(number=tidy(drafts.number)))
    clean = keep(con, "pool_clean", given.mutate(id=number.publication(given.number)))
    return sift(con, "pool", clean, [
        Fault("number", "missing", clean.number.isnull(), ibis.literal("")),
        Fault("number", "impossible-patent-number", clean.number.notnull() & clean.id.isnull(), clean.number),
        Fault("pool", "edge-to-nothing", ~clean.pool.isin(pools.id), clean.pool),
    ])


def tables(con: Backend, pools: Table, listed: Table, spellings: Table, identities: Table) -> tuple[Table, dict[str, Table]]:
    """Pool nodes, IN_POOL and LICENSES_INTO edges by table name.

    One number may be listed for many countries (the parts of a European patent): one edge with all of them.
    """
    in_pool = listed.group_by(start="id", end="pool").agg(
        countries=listed.country.upper().collect(distinct=True).sort().fill_null(EMPTY),
        profiles=listed.profile.collect(distinct=True).sort().fill_null(EMPTY),
        source=listed.source.collect(distinct=True).sort(), as_of=listed.as_of.max())
    known = listed.join(spellings.select("raw", "key"), listed.licensor == spellings.raw)
    known = known.join(identities.select("key", "label", node="id"), "key")
    licensors = keep(con, "licensors", known.group_by("label", start="node", end="pool").agg(
        patents=known.id.nunique(), source=known.source.collect(distinct=True).sort(), as_of=known.as_of.max()))
    edges = {"IN_POOL.Patent.Pool": in_pool}
    for label in ("Enterprise", "Institution"):
        edges[f"LICENSES_INTO.{label}.Pool"] = licensors.filter(licensors.label == label).drop("label")
    return first_of(pools, "id", ["name", "name_en", "administrator"]), edges
