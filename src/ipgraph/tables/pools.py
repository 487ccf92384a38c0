"""Patent pools: what is listed, who licenses."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import POOL_PATENTS, POOLS
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import EMPTY, distinct, keep, provenance, stack
from ipgraph.tables.holders import claims_of
from ipgraph.tables.names import sightings
from ipgraph.tables.patents import granted_first, publications
from ipgraph.tables.places import with_region
from ipgraph.tables.refer import stems
from ipgraph.tables.refusals import Fault, missing, repeats, sift

ALPHA2 = "^[A-Z]{2}$"


def clean_pools(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Pools with an id and a name, and the faults."""
    rows = keep(con, "pools_given", drafts.mutate(repeats=repeats(drafts, "id", "name", "administrator")))
    return sift(con, "pools", rows, [*missing(POOLS, rows), Fault("id", "duplicate-differs", rows.repeats, rows.id)])


#: Series of US patents, and TW inventions, models and designs: letters that are no office.
SERIES = r"^(?:[0-9]|(?:RE|PP|D|H|T)[0-9,]+[A-Z]?[0-9]?$|[IMD][0-9]{6}[A-Z]?[0-9]?$)"


def clean_listed(con: Backend, pools: Table, drafts: Table, rows: Table) -> tuple[Table, Table]:
    """Rows of pool lists with their patent's `id` and, where that is the number of an application, that number; and the
    faults.

    A number without an office is one of the country's. An application means the publication that a row of patents
    (`rows`) ties to it, a number without kind code the grant, else the publication, that it begins.
    """
    tidied = keep(con, "pool_given", drafts.mutate(
        number=tidy(drafts.number), country=tidy(drafts.country), region_given=tidy(drafts.country)))
    placed = with_region(con, tidied)
    code = ibis.cases((placed.country.upper().re_search(ALPHA2), placed.country.upper()),
                      (placed.region.re_search(ALPHA2), placed.region), else_="")
    given = keep(con, "pool_numbers", placed.mutate(
        country=code.nullif("").coalesce(placed.country), full=ibis.ifelse(
            placed.number.upper().re_search(SERIES), code + placed.number, placed.number)))
    own = keep(con, "pool_own", given.mutate(application_number=ibis.ifelse(
        number.is_cn_application(given.full), number.application(given.full), ibis.null("string"))))
    tied = own.left_join(publications(rows), "application_number").drop("application_number_right")
    spelt = keep(con, "pool_spelt", tied.mutate(id=tied.application_number.isnull().ifelse(
        number.publication(tied.full), tied.published.coalesce(tied.application_number))))
    # Lists leave out the kind code: US10112345 is US10112345B2 where that is loaded.
    bare = spelt.filter(spelt.id.notnull()).select(number="id", publication="id").distinct()
    begun = granted_first(stems(con, bare, rows), "number")
    told = spelt.left_join(begun, spelt.id == begun.number).drop("number_right")
    clean = keep(con, "pool_clean", told.mutate(id=told.begun.coalesce(told.id)))
    return sift(con, "pool", clean, [
        *missing(POOL_PATENTS, clean),
        Fault("number", "impossible-patent-number", clean.number.notnull() & clean.id.isnull(), clean.number),
        Fault("pool", "edge-to-nothing", ~clean.pool.isin(pools.id), clean.pool),
    ])


def listed_inventors(con: Backend, claims: Table, listed: Table) -> Table:
    """Name claims, with the inventors that pool lists name for patents no other source speaks of."""
    told = claims_of(listed, "inventors", "INVENTED")
    told = told.anti_join(claims.filter(claims.role == "INVENTED").select("id").distinct(), "id")
    return keep(con, "claims_all", claims.union(told.select(*claims.columns)))


def extra(listed: Table) -> Table:
    """Patents on the lists: id, publication_number, application_number, source, as_of."""
    filed = listed.id == listed.application_number.fill_null("")
    return listed.select("source", "as_of", "id", "application_number", publication_number=ibis.ifelse(
        filed, ibis.null("string"), listed.id)).distinct()


def licensors(con: Backend, placed: Table, listed: Table, spellings: Table, identities: Table) -> Table:
    """Placed names, with the licensors of pools, so that they too become nodes.

    Who licenses a patent into a pool owns it, as far as nobody else is named as its applicant or owner.
    """
    seen = sightings(con, listed.rename(patent="id"), "licensor", spellings, identities)
    held = placed.filter(placed.role.isin(["FILED", "OWNS"])).select("patent").distinct()
    owns = seen.anti_join(held, "patent").mutate(role=ibis.literal("OWNS"), position=ibis.literal(1, "int64"))
    return keep(con, "placed_all", stack([placed, seen, owns]))


def tables(
    con: Backend, pools: Table, listed: Table, spellings: Table, identities: Table,
) -> tuple[Table, dict[str, Table]]:
    """Pool nodes, IN_POOL and LICENSES_INTO edges by table name.

    One number may be listed for many countries (the parts of a European patent): one edge with all of them.
    """
    in_pool = listed.group_by(start="id", end="pool").agg(
        countries=distinct(listed.country.upper()).fill_null(EMPTY),
        profiles=distinct(listed.profile).fill_null(EMPTY),
        **provenance(listed))
    known = listed.join(spellings.select("raw", "key"), listed.licensor == spellings.raw)
    known = known.join(identities.select("key", "label", node="id"), "key")
    licensors = keep(con, "licensors", known.group_by("label", start="node", end="pool").agg(
        patents=known.id.nunique(), **provenance(known)))
    edges = {"IN_POOL.Patent.Pool": in_pool}
    for label in ("Enterprise", "Institution"):
        edges[f"LICENSES_INTO.{label}.Pool"] = licensors.filter(licensors.label == label).drop("label")
    return first_of(pools, "id", ["name", "name_en", "administrator"]), edges
