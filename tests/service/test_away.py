"""What the service says when the store goes away, or something breaks that nobody foresaw."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, rmtree

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from ipgraph.app import create_app
from ipgraph.errors import NotFound, StoreError
from ipgraph.service import source as reading
from ipgraph.service.problems import FieldProblem, naming
from ipgraph.store import Store, open_store


def test_a_store_that_is_gone_is_not_ready(embedded_store: Store, tmp_path: Path) -> None:
    home = tmp_path / "home"
    copytree(Path(embedded_store.folder).parent, home)  # type: ignore[attr-defined]
    store = open_store("embedded", home)
    with TestClient(create_app(store, home)) as client:
        assert client.get("/readyz").status_code == 200
        client.app.state.source.rest()  # type: ignore[attr-defined]
        rmtree(home / "graph")
        client.app.state.source._looked = -reading.PAUSE  # type: ignore[attr-defined]
        told = client.get("/readyz")
        assert told.status_code == 503
        assert told.json()["ready"] is False
        assert client.get("/api/v1/chains").status_code == 200


def test_a_defect_is_told_without_details(embedded_store: Store, tmp_path: Path) -> None:
    app = create_app(embedded_store, tmp_path)

    def broken() -> None:
        raise RuntimeError("secret")

    app.router.routes.insert(0, APIRoute("/broken", broken))
    with TestClient(app, raise_server_exceptions=False) as client:
        told = client.get("/broken")
    assert told.status_code == 500
    assert told.headers["content-type"] == "application/problem+json"
    assert "secret" not in told.text


def test_a_store_that_is_gone_is_no_fault_of_a_parameter() -> None:
    with pytest.raises(StoreError), naming("region"):
        raise StoreError("down", "已停")
    with pytest.raises(FieldProblem), naming("region"):
        raise NotFound("no such", "没有")
