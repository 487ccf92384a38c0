"""Where holders are: country, address and region, from what sources say, else from the name (then flagged)."""

from __future__ import annotations

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types.region import country_codes, locate, locate_all, regions
from ipgraph.schema.types.seat import seats
from ipgraph.tables.engine import keep, same_row


def country(value: StringValue) -> StringValue:
    """ISO code of a country given as code, Chinese or English name; null where it is none."""
    return value.upper().cases(*country_codes().items(), else_=ibis.null("string"))


def where(con: Backend, placed: Table, patents: Table, listed: Table, identities: Table) -> Table:
    """id → address, country, region, inferred for every holder that anything is known of.

    The address and residence on a patent are those of its first holder. An address in China makes the country CN. A
    region that a list names counts before the address, unless the address lies within it; then the
    seat that an institution is known to have; a name counts last.
    """
    first = placed.filter((placed.role == "FILED") & (placed.position == 1)).select(
        "node", "label", "source", "sheet", "row")
    told = same_row(first, patents.select("source", "sheet", "row", "address", "residence"))
    claims = told.select(id="node", label="label", address="address", country=country(told.residence),
                         region=ibis.null("string"))
    org = listed.join(identities.select("key", "id", "label"), "key")
    claims = claims.union(org.select(id="id", label="label", address="address", country=country(org.country),
                                     region="region"))
    everyone = placed.filter(placed.role != "INVENTED").select(id="node", label="label").union(
        org.select(id="id", label="label")).distinct()
    claims = keep(con, "places_told", claims)
    named = placed.select(id="node", name="shown").union(org.select(id="id", name="shown"))
    named = named.group_by("id").agg(name=ibis._.name.max())
    facts = everyone
    for known in (*(commonest(claims, column) for column in ("address", "country", "region")), named):
        facts = facts.left_join(known, "id").drop("id_right")
    table = con.to_pyarrow(facts.order_by("id", "label"))
    address = table["address"].combine_chunks()
    organisation = pa.compute.not_equal(table["label"], "Person")
    name = pa.compute.if_else(organisation, table["name"], None).combine_chunks()
    by_address, by_name = locate_distinct(address), locate_distinct(name)
    # 东北大学 of Japan is not that of 沈阳.
    here = pa.compute.and_(pa.compute.equal(table["label"], "Institution"),
                           pa.compute.fill_null(pa.compute.equal(table["country"], "CN"), True))
    known = seats(pa.compute.if_else(here, table["name"], None).combine_chunks())
    said = pa.compute.coalesce(table["region"], by_address, known)
    inferred = pa.compute.and_(pa.compute.is_null(said), pa.compute.is_valid(by_name))
    region = pa.compute.coalesce(said, by_name)
    abroad = pa.compute.fill_null(pa.compute.match_substring_regex(region, "^[A-Z]"), False)
    chinese = pa.compute.if_else(pa.compute.is_valid(region), pa.compute.if_else(abroad, region, "CN"), None)
    land = pa.compute.coalesce(table["country"], chinese)
    # A name that begins like a Chinese place says nothing of a firm known to live elsewhere.
    elsewhere = pa.compute.and_(inferred, pa.compute.fill_null(pa.compute.not_equal(land, "CN"), False))
    region = pa.compute.if_else(elsewhere, None, region)
    region = pa.compute.coalesce(region, land)
    found = ibis.memtable(pa.table({
        "id": table["id"], "label": table["label"], "address": table["address"], "country": land,
        "region": region, "inside": by_address, "inferred": pa.compute.and_(inferred, pa.compute.invert(elsewhere)),
    }))
    within = found.inside.startswith(found.region.re_replace("^CN$|(?:00)+$", ""))
    return keep(con, "places", found.mutate(region=ibis.ifelse(within, found.inside, found.region)).drop("inside"))


def with_region(con: Backend, rows: Table) -> Table:
    """The rows with `region`, the id of the place that `region_given` names by code or in words; null where none."""
    texts = con.to_pyarrow(rows.select("region_given").filter(rows.region_given.notnull()).distinct())["region_given"]
    ids = pa.array([place(text) for text in texts.to_pylist()], pa.string())
    spelt = ibis.memtable(pa.table({"place_text": texts.combine_chunks(), "place_id": ids}))
    found = rows.left_join(spelt, rows.region_given == spelt.place_text)
    return keep(con, "rows_placed", found.mutate(region=found.place_id).drop("place_text", "place_id"))


def place(text: str) -> str | None:
    """Id of the place named: 370900, 山东省泰安市, 日本."""
    return text if text in regions() else locate(text) or country_codes().get(text.upper())


def commonest(claims: Table, column: str) -> Table:
    """id → what most claims say in the column, ties by the text itself."""
    counted = claims.filter(claims[column].notnull()).group_by("id", column).agg(n=ibis._.count())
    best = counted[column].first(order_by=[ibis.desc(counted.n), counted[column]])
    return counted.group_by("id").agg(**{column: best})


def locate_distinct(texts: pa.Array) -> pa.Array:
    """`locate` for a column, each distinct text once."""
    coded = texts.dictionary_encode()
    return locate_all(coded.dictionary).take(coded.indices)


def located_in(con: Backend, places: Table, nodes: dict[str, Table]) -> dict[str, Table]:
    """LOCATED_IN edges by table name."""
    tables = {}
    for label, kind in nodes.items():
        rows = kind.select("id", "source", "as_of").join(places.filter(places.label == label), "id")
        rows = rows.filter(rows.region.notnull())
        tables[f"LOCATED_IN.{label}.Region"] = rows.select("inferred", "source", "as_of", start="id", end="region")
    return tables


def region_tables(as_of: str) -> tuple[pa.Table, pa.Table]:
    """Every region as a node, and what lies in what."""
    rows = list(regions().values())
    day = pa.array([as_of] * len(rows)).cast(pa.date32())
    source = pa.array([["GB/T 2260, ISO 3166-1"]] * len(rows))
    nodes = pa.table({
        "id": [r.id for r in rows], "name": [r.name for r in rows], "name_en": [r.name_en for r in rows],
        "level": [r.level for r in rows], "source": source, "as_of": day,
    })
    inner = [(r.id, r.parent) for r in rows if r.parent]
    edges = pa.table({
        "start": [a for a, _ in inner], "end": [b for _, b in inner],
        "source": source.slice(0, len(inner)), "as_of": day.slice(0, len(inner)),
    })
    return nodes, edges
