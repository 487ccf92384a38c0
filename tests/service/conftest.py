"""The service over the small bundle in the embedded store, asked without a socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ipgraph.app import create_app
from ipgraph.store import Store

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def client(embedded_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with TestClient(create_app(embedded_store, tmp_path_factory.mktemp("service"))) as client:
        yield client


@pytest.fixture(scope="session")
def ask(client: TestClient) -> Ask:
    """The JSON at an address under /api/v1, with the status expected."""

    def get(path: str, status: int = 200, **params: Any) -> dict[str, Any]:
        answer = client.get(f"/api/v1{path}", params=params or None)
        assert answer.status_code == status, answer.text
        kind = "application/json" if status == 200 else "application/problem+json"
        assert answer.headers["content-type"] == kind
        found: dict[str, Any] = answer.json()
        return found

    return get
