from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ipgraph.analysis import records
from ipgraph.analysis.matching import match
from ipgraph.app import create_app
from ipgraph.projection import read_projection
from ipgraph.store import Store
from ipgraph.text import texts_of


def post(client: TestClient, expected: int = 200, **body: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/match", json=body)
    assert answer.status_code == expected, answer.text
    assert answer.headers["content-type"] == "application/json" if expected == 200 else "application/problem+json"
    found: dict[str, Any] = answer.json()
    return found


def test_matches_are_those_of_the_analysis(client: TestClient, embedded_store, tmp_path) -> None:
    graph = read_projection(embedded_store)
    index = texts_of(embedded_store, graph, tmp_path)
    found = post(client, text="高镍正极", top=3)
    assert found["matches"] == records(match(graph, index, "高镍正极", 3).rows)
    assert {"Patent", "Team", "Enterprise"} <= {row["kind"] for row in found["matches"]}
    assert "Institution" in {row["kind"] for row in post(client, text="电池")["matches"]}
    assert found["words"]
    assert all(reason["zh"] and reason["en"] for row in found["matches"] for reason in row["reasons"])


def test_a_demand_is_a_need(client: TestClient) -> None:
    assert post(client, demand="XQ-1", kinds=["Patent"])["text"] == "高电压隔膜 求4.5V隔膜"


@pytest.mark.parametrize(("status", "body", "field"), [
    (422, {}, "text"), (422, {"text": "  "}, "text"), (422, {"text": "隔膜", "demand": "XQ-1"}, "text"),
    (422, {"text": "隔" * 50_001}, "text"), (422, {"text": "隔膜", "kinds": ["Person"]}, "kinds.0"),
    (422, {"text": "隔膜", "status": "dead"}, "status"), (404, {"demand": "XQ-9"}, "demand"),
    (404, {"text": "隔膜", "region": "没有这里"}, "region"), (404, {"text": "隔膜", "owner": "没有这家"}, "owner"),
])
def test_what_is_wrong_is_named(client: TestClient, status: int, body: dict[str, Any], field: str) -> None:
    assert post(client, status, **body)["field"] == field


@contextmanager
def files_limited(size: int) -> Iterator[None]:
    """No file grows beyond so many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_and_the_next_request_is_answered(embedded_store: Store, tmp_path: Path) -> None:
    client = TestClient(create_app(embedded_store, tmp_path))  # not entered: nothing is read ahead
    with files_limited(0):
        told = post(client, 503, text="高镍正极")
    assert told["title"] == "workspace unavailable"
    assert "no space left" in told["detail"]
    assert "空间不足" in told["detail_zh"]
    assert post(client, text="高镍正极")["matches"]


def test_a_model_that_is_away_is_told_without_its_address(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IPGRAPH_MODEL", "http://127.0.0.1:9/secret")
    [note] = post(TestClient(create_app(embedded_store, tmp_path)), text="高镍正极")["notes"]
    assert "model default did not answer" in note["en"]
    assert not any("127.0.0.1" in said or "secret" in said for said in note.values())


def test_an_event_lists_the_demands_of_a_segment_with_patents_and_whose_they_are(client: TestClient) -> None:
    said = client.post("/api/v1/events/list", json={"segment": "s4", "top": 2}).json()
    assert {row["need"] for row in said["rows"]} == {"XQ-1"}
    assert said["rows"][0]["seekers"] == ["宁德时代"]
    assert [row["rank"] for row in said["rows"]] == [1, 2]
    assert all(row["patent"] and row["institutions"] is not None and row["reasons"] for row in said["rows"])


def test_an_event_takes_needs_of_its_own(client: TestClient) -> None:
    said = client.post("/api/v1/events/list", json={"segment": "s4", "needs": ["高镍正极", "خلية"], "top": 1}).json()
    assert [(row["need"], row["title"], bool(row["patent"])) for row in said["rows"]] == [
        ("1", "高镍正极", True), ("2", "خلية", False)]


@pytest.mark.parametrize(("status", "body", "field"), [
    (404, {"segment": "没有"}, "segment"), (422, {"segment": "s4", "needs": ["隔膜", " "]}, "needs.1"),
    (422, {"segment": "s4", "needs": ["隔膜"] * 51}, "needs"), (422, {"segment": "s4", "top": 0}, "top"),
])
def test_what_is_wrong_with_an_event_is_told(client: TestClient, status: int, body: dict[str, Any], field: str) -> None:
    answer = client.post("/api/v1/events/list", json=body)
    assert (answer.status_code, answer.json()["field"]) == (status, field)
