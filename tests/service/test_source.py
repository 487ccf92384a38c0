from __future__ import annotations

from pathlib import Path

import pytest
from factory import bundle_of, small_bundle
from fastapi.testclient import TestClient

from ipgraph.app import create_app
from ipgraph.service import source
from ipgraph.store import Store


def test_a_new_publish_shows_without_a_restart(empty_embedded: Store, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(source, "PAUSE", 0.0)
    with TestClient(create_app(empty_embedded, tmp_path)) as client:
        assert client.get("/healthz").json() == {"alive": True}
        told = client.get("/readyz")
        assert (told.status_code, told.json()["ready"]) == (503, False)
        assert "publish" in told.json()["reason"]
        refused = client.get("/api/v1/chains")
        assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")

        small = small_bundle(tmp_path / "small")
        empty_embedded.publish(small)
        assert client.get("/readyz").json() == {
            "ready": True, "engine": "embedded", "version": small.version, "reason": None}
        assert client.get("/api/v1/search", params={"q": "宁德时代"}).json()["found"]

        other = bundle_of(tmp_path / "other", {"Chain": [{"id": "c:新", "name": "新链"}]}, {})
        empty_embedded.publish(other)
        answer = client.get("/api/v1/chains").json()
        assert (answer["version"], [one["name"] for one in answer["chains"]]) == (other.version, ["新链"])
        assert client.get("/api/v1/search", params={"q": "宁德时代"}).json()["found"] == []


def test_a_graph_of_another_version_of_ipgraph_leaves_the_answers_as_they_were(
    empty_embedded: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PAUSE", 0.0)
    small = small_bundle(tmp_path / "small")
    empty_embedded.publish(small)
    with TestClient(create_app(empty_embedded, tmp_path)) as client:
        assert client.get("/api/v1/chains").json()["version"] == small.version
        monkeypatch.setattr("ipgraph.store.contract.FINGERPRINT", "none")
        told = client.get("/readyz")
        assert (told.status_code, "another version of ipgraph" in told.json()["reason"]) == (503, True)
        assert client.get("/api/v1/chains").json()["version"] == small.version


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/api/v1/healthz", "/api/v1/readyz"])
def test_health_is_at_the_root_and_with_the_rest(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200
