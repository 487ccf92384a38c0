"""A page elsewhere must not read the service through a name that leads to this machine."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from ipgraph.app import LOOPBACK, create_app
from ipgraph.store import Store


def test_only_names_of_this_machine_are_answered(embedded_store: Store, tmp_path: Path) -> None:
    with TestClient(create_app(embedded_store, tmp_path, LOOPBACK), base_url="http://127.0.0.1:8000") as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/healthz", headers={"host": "evil.example"}).status_code == 400
        assert client.get("/healthz", headers={"host": "localhost:8000"}).status_code == 200
