from __future__ import annotations

from ibis.backends.duckdb import Backend
from tables.drafts import draft, records, refused

from ipgraph.tables.citations import cites
from ipgraph.tables.engine import keep

THERE = ("CN112345678A", "US8123456B2", "EP1820402A1", "EP1820402B1", "US7000001")


def test_citations_between_patents_that_are_there(con: Backend) -> None:
    given = draft(con, "patents", *({"publication_number": number} for number in THERE))
    patents = keep(con, "there", given.select(id=given.publication_number))
    rows = [
        {"citing": "CN 112345678 A", "cited": "US 8,123,456 B2", "by_examiner": "否"},
        {"citing": "CN112345678A", "cited": "US8123456B2", "by_examiner": "Y", "category": "x"},
        {"citing": "CN112345678A", "cited": "US8123456", "citer": "cited by applicant"},
        {"citing": "CN112345678A", "cited": "CN112345678A"},
        {"citing": "CN112345678A", "cited": "CN999999999A"}, {"citing": "CN999999999A", "cited": "US8123456B2"},
        {"citing": "CN112345678A", "cited": "a book"}, {"citing": "CN112345678A"},
        {"citing": "CN112345678A", "cited": "EP1820402"}, {"citing": "US8123456B2", "cited": "US7000001B1"},
        {"citing": "US8123456", "cited": "US7000001", "citer": "SEA", "category": "A"},
        {"citing": "EP1820402B1", "cited": "US7000001", "citer": "cited by other"},
    ]
    edges, faults = cites(con, draft(con, "citations", *rows), patents)
    found = {(e["start"], e["end"]): (e["citers"], e["categories"]) for e in records(con, edges)}
    assert found == {
        ("CN112345678A", "US8123456B2"): (["applicant", "examiner"], ["X"]),
        ("US8123456B2", "US7000001"): (["search"], ["A"]), ("EP1820402B1", "US7000001"): ([], []),
    }
    assert refused(records(con, faults)) == {
        (5, "cited", "self-reference"), (6, "cited", "edge-to-nothing"), (7, "citing", "edge-to-nothing"),
        (8, "cited", "impossible-patent-number"), (9, "cited", "missing"), (10, "cited", "ambiguous"),
        (11, "cited", "edge-to-nothing")}
