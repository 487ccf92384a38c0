from __future__ import annotations

import json
from typing import Any

import pytest
from loaders.conftest import Taken


def document(office: str, number: str, kind: str | None = None, day: str | None = None) -> dict[str, str]:
    given = {"jurisdiction": office, "doc_number": number, "kind": kind, "date": day}
    return {name: value for name, value in given.items() if value}


RECORD: dict[str, Any] = {
    "lens_id": "008-525-073-655-546", "jurisdiction": "EP", "doc_number": "1944033", "kind": "A2",
    "date_published": "2008-07-16", "doc_key": "EP_1944033_A2_20080716", "publication_type": "PATENT_APPLICATION",
    "lang": "de",
    "biblio": {
        "publication_reference": document("EP", "1944033", "A2", "2008-07-16"),
        "application_reference": document("EP", "07022824", "A", "2001-11-21"),
        "priority_claims": {"claims": [document("DE", "10057976", "A", "2000-11-22"), document("EP", "01997895", "A")]},
        "invention_title": [{"text": "Verwendung", "lang": "de"}, {"text": "Use of pectin", "lang": "en"}],
        "parties": {
            "applicants": [{"residence": "NL", "sequence": 1, "extracted_name": {"value": "NUTRICIA NV"}}],
            "inventors": [{"extracted_name": {"value": "KUNZ MARKWART"}},
            {"extracted_name": {"value": "VOGEL MANFRED"}}],
            "owners_all": [{"extracted_name": {"value": "N.V. NUTRICIA"}}],
        },
        "classifications_ipcr": {"classifications": [{"symbol": "A23L33/10"}, {"symbol": "A61K31/732"}]},
        "classifications_cpc": {"classifications": [{"symbol": "A23L29/231"}]},
        "references_cited": {"patent_count": 1, "citations": [
            {"patcit": {"document_id": document("US", "5834442", "A"), "lens_id": "172"}}, {"nplcit": {"text": "Raz"}},
        ]},
        "cited_by": {"patent_count": 1, "patents": [{"document_id": document("WO", "2012/001234", "A1")}]},
    },
    "abstract": [{"text": "Ein Verfahren.", "lang": "de"}, {"text": "A method.", "lang": "en"}],
    "families": {"simple_family": {"size": 2, "members": [{"document_id": document("EP", "1944033", "A2")},
                                                          {"document_id": document("CN", "1234567")}]}},
    "legal_status": {"granted": True, "grant_date": "2012-05-02", "patent_status": "EXPIRED"},
}
ANSWER = json.dumps({"total": 1, "results": 1, "data": [RECORD]})
LINES = json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "doc_number": "1944034"}) + "\n"


@pytest.mark.parametrize(("name", "content"), [("a.json", ANSWER), ("a.jsonl", LINES), ("a.jsonl", json.dumps(RECORD))])
def test_names_and_numbers_are_found_in_the_depth(taken: Taken, name: str, content: str) -> None:
    intake = taken(name, content)
    row = intake.table("patents").to_pylist()[0]
    assert intake.layout == "lens_api"
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 1, "publication_number": "EP1944033A2", "application_number": "EP07022824A", "title": "Use of pectin",
        "title_en": "Use of pectin", "abstract": "A method.", "patent_type": "PATENT_APPLICATION", "status": "expired",
        "filed_on": "2001-11-21", "published_on": "2008-07-16", "granted_on": "2012-05-02", "residence": "NL",
        "cited_by": "1", "citing": "1", "family_size": "2", "ipc": ["A23L33/10", "A61K31/732"], "cpc": ["A23L29/231"],
        "applicants": ["NUTRICIA NV"], "owners": ["N.V. NUTRICIA"], "inventors": ["KUNZ MARKWART", "VOGEL MANFRED"],
        "priorities": ["DE10057976A", "EP01997895A"], "family_members": ["EP1944033A2", "CN1234567"],
    }


def test_citations_both_ways(taken: Taken) -> None:
    rows = taken("a.json", ANSWER).table("citations").to_pylist()
    assert {(row["citing"], row["cited"]) for row in rows} == {
        ("EP1944033A2", "US5834442A"), ("WO2012/001234A1", "EP1944033A2"),
    }


def test_a_record_without_optional_members(taken: Taken) -> None:
    bare = {name: RECORD[name] for name in ("lens_id", "jurisdiction", "doc_number")} | {"biblio": {}}
    intake = taken("a.json", json.dumps({"data": [bare]}))
    (row,) = intake.table("patents").to_pylist()
    assert (row["publication_number"], row["title"], row["applicants"]) == ("EP1944033", None, None)
    assert intake.table("citations").num_rows == 0
