from __future__ import annotations

from ibis.backends.duckdb import Backend
from tables.drafts import draft, records, refused

from ipgraph.tables.names import listed_names, resolve, spell
from ipgraph.tables.pools import clean_listed, clean_pools, tables

POOL = {"id": "hevc", "name": "HEVC Advance", "administrator": "Access Advance"}
LISTED = (
    {"pool": "hevc", "number": "FR-EP2452494", "country": "fr", "licensor": "甲公司", "profile": "Main"},
    {"pool": "hevc", "number": "DE-EP 2452494", "country": "DE", "licensor": "甲公司", "profile": "Main"},
    {"pool": "hevc", "number": "US8123456B2", "country": "US", "licensor": "中南大学"},
    {"pool": "avc", "number": "US8123457B2"}, {"pool": "hevc"}, {"number": "US8123458B2"},
    {"pool": "hevc", "number": "KH/GRRP/00006"},
)


def test_what_is_listed_in_pools_and_who_licenses(con: Backend) -> None:
    pools, bad_pools = clean_pools(con, draft(
        con, "pools", POOL, POOL | {"administrator": "Other"}, {"id": "x"}, POOL))
    assert refused(records(con, bad_pools)) == {(3, "id", "duplicate-differs"), (4, "name", "missing")}
    listed, faults = clean_listed(con, pools, draft(con, "pool_patents", *LISTED))
    assert refused(records(con, faults)) == {
        (5, "pool", "edge-to-nothing"), (6, "number", "missing"), (7, "pool", "missing"),
        (8, "number", "impossible-patent-number")}
    spellings = spell(con, listed.select(raw="licensor"))
    nobody = listed_names(con, draft(con, "organisations", {"name": "x"}).limit(0), spellings)
    identities = resolve(con, spellings, nobody, spellings.select("raw"), spellings.select("key").limit(0))
    nodes, edges = tables(con, pools, listed, spellings, identities)
    assert [(row["id"], row["administrator"]) for row in records(con, nodes)] == [("hevc", "Access Advance")]
    in_pool = {e["start"]: (e["countries"], e["profiles"]) for e in records(con, edges["IN_POOL.Patent.Pool"])}
    assert in_pool == {"EP2452494": (["DE", "FR"], ["Main"]), "US8123456B2": (["US"], [])}
    assert [(e["start"], e["patents"]) for e in records(con, edges["LICENSES_INTO.Enterprise.Pool"])] == [("甲公司", 1)]
    assert [e["start"] for e in records(con, edges["LICENSES_INTO.Institution.Pool"])] == ["中南大学"]
