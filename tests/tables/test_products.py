from __future__ import annotations

from ibis.backends.duckdb import Backend
from tables.drafts import by_id, draft, records, refused

from ipgraph.tables.names import listed_names, resolve, spell
from ipgraph.tables.products import tables

MAKES = ({"product": "锂離子電池", "organisation": "甲公司", "share": "0.5"},
         {"product": "锂离子电池", "organisation": "甲公司", "share": "0.25"})
LINKS = (
    {"start": "正极材料", "end": "锂离子电池", "type": "USED_IN"},
    {"start": "动力电池", "end": "锂離子電池", "type": "KIND_OF"},
    {"start": "正极材料", "end": "正极材料", "type": "USED_IN"}, {"start": "-", "end": "锂离子电池", "type": "USED_IN"},
    {"start": "a", "end": "b", "type": "MADE_BY"}, {"start": "a", "end": "b"},
)
SEGMENTS = (
    {"id": "c:1", "chain": "c", "name": "锂离子电池"}, {"id": "c:2", "chain": "c", "name": "正极材料(三元)"},
    {"id": "c:3", "chain": "c", "name": "动力电池回收"}, {"id": "c:4", "chain": "c"},
)


def test_products_who_makes_them_and_what_is_made_of_what(con: Backend) -> None:
    makes = draft(con, "makes", *MAKES)
    spellings = spell(con, makes.select(raw="organisation"))
    nobody = listed_names(con, draft(con, "organisations", {"name": "x"}).limit(0), spellings)
    identities = resolve(con, spellings, nobody, spellings.select("raw"), spellings.select("key").limit(0))
    segments = draft(con, "segments", *SEGMENTS)
    nodes, edges, faults = tables(con, makes, draft(con, "product_links", *LINKS), spellings, identities,
                                  segments)
    assert {id: row["aliases"] for id, row in by_id(con, nodes).items()} == {
        "锂离子电池": ["锂離子電池"], "正极材料": [], "动力电池": []}
    made = records(con, edges["MAKES.Enterprise.Product"])
    assert [(e["start"], e["end"], e["share"]) for e in made] == [("甲公司", "锂离子电池", 0.5)]
    belongs = records(con, edges["BELONGS_TO.Product.Segment"])
    assert {(e["start"], e["end"]) for e in belongs} == {("锂离子电池", "c:1"), ("正极材料", "c:2")}
    assert all(len(e["source"]) for e in belongs)
    for type, start in (("USED_IN", "正极材料"), ("KIND_OF", "动力电池")):
        found = records(con, edges[f"{type}.Product.Product"])
        assert [(e["start"], e["end"]) for e in found] == [(start, "锂离子电池")]
    assert refused([row for found in faults for row in records(con, found)]) == {
        (4, "end", "self-reference"), (5, "start", "missing"), (6, "type", "unknown-value"), (7, "type", "missing")}
