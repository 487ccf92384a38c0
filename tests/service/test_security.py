from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from ipgraph.service.security import LONGEST


@pytest.mark.parametrize("path", ["/", "/api/v1/chains", "/api/v1/nothing", "/api/v1/partners"])
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


def test_the_page_is_asked_for_anew_and_its_assets_never(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["cache-control"] == "no-cache"
    assets = re.findall(r'(?:src|href)="\./(assets/[^"]+)"', page.text)
    assert {asset.rsplit(".", 1)[-1] for asset in assets} == {"js", "css"}
    for asset in assets:
        answer = client.get(f"/{asset}", headers={"accept-encoding": "gzip"})
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-encoding"] == "gzip"
        assert "http://" not in answer.text.replace("http://www.w3.org/", "")
    assert client.get("/assets/none.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/assets/../index.html", "/..%2f..%2fpyproject.toml"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert "pyproject" not in client.get(path).text
    assert "swagger" not in client.get(path).text.lower()
    assert "redoc" not in client.get(path).text.lower()


@pytest.mark.parametrize("in_parts", [False, True])
def test_a_body_has_an_end(client: TestClient, in_parts: bool) -> None:
    """Whether its length is told beforehand or it comes in parts without one."""
    long = b'{"text": "' + b"a" * LONGEST + b'"}'
    body = (long[at:at + 65_536] for at in range(0, len(long), 65_536)) if in_parts else long
    said = client.post("/api/v1/match", content=body, headers={"content-type": "application/json"})
    assert said.status_code == 413
    assert said.headers["content-type"] == "application/problem+json"
    assert said.headers["x-content-type-options"] == "nosniff"
    assert str(LONGEST) in said.json()["detail"]
    assert str(LONGEST) in said.json()["detail_zh"]


def test_the_longest_need_fits_however_it_is_written(client: TestClient) -> None:
    said = client.post("/api/v1/match", content=b'{"text": "' + rb"\ud840\udc0b" * 50_000 + b'"}',
                       headers={"content-type": "application/json"})
    assert said.status_code == 200
