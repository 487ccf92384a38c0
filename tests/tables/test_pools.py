from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from tables.drafts import draft, records, refused

from ipgraph.tables.names import listed_names, resolve, spell
from ipgraph.tables.pools import clean_listed, clean_pools, extra, tables

POOL = {"id": "hevc", "name": "HEVC Advance", "administrator": "Access Advance"}
LISTED = (
    {"pool": "hevc", "number": "FR-EP2452494", "country": "fr", "licensor": "甲公司", "profile": "Main"},
    {"pool": "hevc", "number": "DE-EP 2452494", "country": "DE", "licensor": "甲公司", "profile": "Main"},
    {"pool": "hevc", "number": "US8123456B2", "country": "US", "licensor": "中南大学"},
    {"pool": "avc", "number": "US8123457B2"}, {"pool": "hevc"}, {"number": "US8123458B2"},
    {"pool": "hevc", "number": "KH/GRRP/00006"},
)
#: Numbers as lists write them: without office, with the name of the country, applications.
WRITTEN = {
    ("10,112,345", "US"): "US10112345", ("RE45,123", "US"): "USRE45123", ("D801,234", "us"): "USD801234",
    ("I512345", "TW"): "TWI512345", ("10-1234567", "KR"): "KR101234567", ("6123456", "Japan"): "JP6123456",
    ("ZL201610001234.7", "CN"): "CN105000001B", ("201610001234", "CN"): "CN105000001B",
    ("EP2899979", "LU"): "EP2899979",
    ("6,000,002", "US"): "US6000002B1", ("CN105000001", "CN"): "CN105000001B",
    ("ZL201610001235.1", "CN"): "CN201610001235",
}


def test_what_is_listed_in_pools_and_who_licenses(con: Backend) -> None:
    pools, bad_pools = clean_pools(con, draft(
        con, "pools", POOL, POOL | {"administrator": "Other"}, {"id": "x"}, POOL))
    assert refused(records(con, bad_pools)) == {(3, "id", "duplicate-differs"), (4, "name", "missing")}
    rows = draft(con, "patents", {"publication_number": "x"}).mutate(id=ibis._.publication_number).limit(0)
    listed, faults = clean_listed(con, pools, draft(con, "pool_patents", *LISTED), rows)
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


def test_a_number_without_office_is_the_countrys(con: Backend) -> None:
    pools, _ = clean_pools(con, draft(con, "pools", POOL))
    rows = draft(con, "patents", {"publication_number": "CN105000001B", "application_number": "CN201610001234"},
                 {"publication_number": "CN105000001A", "application_number": "CN201610001234"},
                 {"publication_number": "US6000002B1"}).mutate(id=ibis._.publication_number)
    listed, faults = clean_listed(con, pools, draft(con, "pool_patents", *(
        {"pool": "hevc", "number": number, "country": country} for number, country in WRITTEN)), rows)
    assert records(con, faults) == []
    found = sorted(records(con, listed), key=lambda row: int(row["row"]))
    assert [row["id"] for row in found] == list(WRITTEN.values())
    only = [row for row in records(con, extra(listed)) if row["publication_number"] is None]
    assert [row["application_number"] for row in only] == ["CN201610001235"]
