"""Products, who makes them and what is made of what."""

from __future__ import annotations

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import name as names
from ipgraph.schema.types.text import tidy
from ipgraph.tables.chains import named
from ipgraph.tables.engine import EMPTY, keep, provenance, stack
from ipgraph.tables.refusals import Fault, sift

#: What stands in brackets at the end of the name of a segment.
BRACKETS = r"\s*\([^()]*\)$"
LINKS = ("USED_IN", "KIND_OF")


def spell(con: Backend, makes: Table, links: Table) -> Table:
    """raw → id (the cleaned name) of every product named."""
    raw = stack([makes.select(raw="product"), links.select(raw="start"), links.select(raw="end")]).distinct()
    given = con.to_pyarrow(raw)["raw"].combine_chunks()
    table = ibis.memtable(pa.table({"raw": given, "id": names.display(given)}))
    return keep(con, "product_spellings", table.filter(table.id.notnull()))


def with_id(links: Table, spelt: Table, end: str) -> Table:
    """The links with the product's id at one end."""
    ids = spelt.rename(**{f"{end}_id": "id", f"{end}_raw": "raw"})
    return links.left_join(ids, links[end] == ids[f"{end}_raw"]).drop(f"{end}_raw")


def belongs(products: Table, segments: Table) -> Table:
    """BELONGS_TO edges: a product that bears the name of a segment, with or without what stands in brackets behind it.

    A name alone is no proof of more: what is only like a segment, or contains its name, belongs to none.
    """
    told = segments.filter(segments.name.notnull()).select("source", "as_of", segment="id", called="name")
    both = stack([told, told.mutate(called=told.called.re_replace(BRACKETS, ""))]).distinct()
    pairs = products.rename(product_source="source", product_as_of="as_of").join(both, [("id", "called")])
    said = stack([
        pairs.select("source", "as_of", start="id", end="segment"),
        pairs.select(source="product_source", as_of="product_as_of", start="id", end="segment"),
    ])
    return said.group_by("start", "end").agg(**provenance(said))


def tables(
    con: Backend, makes: Table, links: Table, spellings: Table, identities: Table, segments: Table,
) -> tuple[Table, dict[str, Table], list[Table]]:
    """Product nodes, MAKES, USED_IN, KIND_OF and BELONGS_TO edges by table name, and the faults."""
    spelt = spell(con, makes, links)
    rows, unnamed = named(con, makes, spellings, identities)
    rows = rows.left_join(spelt, rows.product == spelt.raw).drop("raw").rename(product_id="id")
    rows = keep(con, "makes_shared", rows.mutate(number=tidy(rows.share).try_cast("float64"), share=tidy(rows.share)))
    kept, faults = sift(con, "makes", rows, [
        Fault("product", "missing", rows.product_id.isnull(), rows.product),
        Fault("share", "impossible-number", rows.share.notnull() & rows.number.isnull(), rows.share),
        Fault("share", "absurd", (rows.number < 0) | (rows.number > 1), rows.share),
        Fault("organisation", "unknown-value", rows.label != "Enterprise", rows.organisation.coalesce(rows.stock_code)),
    ])
    made = kept.group_by(start="node", end="product_id").agg(share=kept.number.max(), **provenance(kept))
    ends = keep(con, "links_spelt", with_id(with_id(links, spelt, "start"), spelt, "end"))
    linked, broken = sift(con, "links", ends, [
        Fault("start", "missing", ends.start_id.isnull(), ends.start),
        Fault("end", "missing", ends.end_id.isnull(), ends.end),
        Fault("type", "missing", tidy(ends.type).isnull(), ibis.literal("")),
        Fault("type", "unknown-value", ~ends.type.isin(LINKS), ends.type),
        Fault("end", "self-reference", ends.start_id == ends.end_id, ends.end),
    ])
    pairs = linked.group_by("type", start="start_id", end="end_id").agg(**provenance(linked))
    edges = {f"{type}.Product.Product": pairs.filter(pairs.type == type).drop("type") for type in LINKS}
    edges["MAKES.Enterprise.Product"] = made
    seen = keep(con, "products_seen", stack([
        kept.select("source", "as_of", id="product_id", raw="product"),
        linked.select("source", "as_of", id="start_id", raw="start"),
        linked.select("source", "as_of", id="end_id", raw="end"),
    ]))
    edges["BELONGS_TO.Product.Segment"] = belongs(seen.select("id", "source", "as_of").distinct(), segments)
    nodes = seen.group_by("id").agg(
        aliases=seen.raw.collect(distinct=True, where=seen.raw != seen.id).sort(),
        **provenance(seen))
    return nodes.mutate(name=nodes.id, aliases=nodes.aliases.fill_null(EMPTY)), edges, [
        unnamed, faults, broken]
