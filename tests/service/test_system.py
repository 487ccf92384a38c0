from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from ipgraph.app import create_app
from ipgraph.store import Store


def test_the_marker_in_the_home_says_that_the_graph_is_the_sample(embedded_store: Store, tmp_path: Path) -> None:
    with TestClient(create_app(embedded_store, tmp_path)) as client:
        assert client.get("/api/v1/legend").json()["sample"] is False
        (tmp_path / "SAMPLE").touch()
        assert client.get("/api/v1/legend").json()["sample"] is True


def test_the_legend_has_words_for_what_rows_rest_on_and_for_codes(ask) -> None:
    legend = ask("/legend")
    assert [one["key"] for one in legend["evidence"]] == ["none", "thin"]
    said = {(one["property"], one["key"]): one["zh"] for one in legend["codes"]}
    assert said["kind_basis", "institution-word"] == "名称含院所字样"
