from __future__ import annotations

from ibis.backends.duckdb import Backend
from tables.drafts import draft, records, refused

from ipgraph.tables.citations import cites
from ipgraph.tables.engine import keep

THERE = ({"publication_number": "CN112345678A"}, {"publication_number": "US8123456B2"})


def test_citations_between_patents_that_are_there(con: Backend) -> None:
    given = draft(con, "patents", *THERE)
    patents = keep(con, "there", given.select(id=given.publication_number))
    rows = [
        {"citing": "CN 112345678 A", "cited": "US 8,123,456 B2", "by_examiner": "否"},
        {"citing": "CN112345678A", "cited": "US8123456B2", "by_examiner": "Y"},
        {"citing": "CN112345678A", "cited": "CN112345678A"},
        {"citing": "CN112345678A", "cited": "CN999999999A"}, {"citing": "CN999999999A", "cited": "US8123456B2"},
        {"citing": "CN112345678A", "cited": "a book"}, {"citing": "CN112345678A"},
    ]
    edges, faults = cites(con, draft(con, "citations", *rows), patents)
    assert [(e["start"], e["end"], e["by_examiner"]) for e in records(con, edges)] == [
        ("CN112345678A", "US8123456B2", True)]
    assert refused(records(con, faults)) == {
        (4, "cited", "self-reference"), (5, "cited", "edge-to-nothing"), (6, "citing", "edge-to-nothing"),
        (7, "cited", "impossible-patent-number"), (8, "cited", "missing")}
