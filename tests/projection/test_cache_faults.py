"""What can go wrong around the cached projection: publishes in between, other processes, damaged folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from factory import bundle_of, small_bundle, small_edges, small_nodes

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.projection import load_projection, read_projection
from ipgraph.store import Store


class PublishedMeanwhile:
    """A real store into which somebody publishes after a few statements were read."""

    def __init__(self, store: Store, other: Bundle, after: int) -> None:
        self.store, self.other, self.left = store, other, after

    def version(self) -> str | None:
        return self.store.version()

    def read(self, statement: str, **params: Any) -> pa.Table:
        self.left -= 1
        if self.left == 0:
            self.store.publish(self.other)
        return self.store.read(statement, **params)


def smaller(folder: Path) -> Bundle:
    nodes, edges = small_nodes(), small_edges()
    edges["SERVES.Patent.Segment"] = edges["SERVES.Patent.Segment"][:-2]
    return bundle_of(folder, nodes, edges)


def test_a_graph_published_while_reading_is_read_anew(empty_embedded: Store, tmp_path: Path) -> None:
    empty_embedded.publish(small_bundle(tmp_path / "a"))
    later = smaller(tmp_path / "b")
    graph = read_projection(PublishedMeanwhile(empty_embedded, later, after=8))
    assert graph.version == later.version
    assert len(graph.edges["SERVES"]) == later.counts()["edges"]["SERVES"]


def test_a_damaged_cache_is_read_again(empty_embedded: Store, tmp_path: Path) -> None:
    empty_embedded.publish(small_bundle(tmp_path / "a"))
    whole = load_projection(empty_embedded, tmp_path / "home")
    folder = tmp_path / "home" / "cache" / "projection" / whole.version
    (folder / "Patent.parquet").unlink()
    assert load_projection(empty_embedded, tmp_path / "home").nodes["Patent"].equals(whole.nodes["Patent"])
    (folder / "facts.json").write_text("")
    assert load_projection(empty_embedded, tmp_path / "home").nodes["Patent"].equals(whole.nodes["Patent"])


def test_the_draft_of_another_process_is_left_alone(empty_embedded: Store, tmp_path: Path) -> None:
    empty_embedded.publish(small_bundle(tmp_path / "a"))
    draft = tmp_path / "home" / "cache" / "projection" / ".draft-of-another"
    draft.mkdir(parents=True)
    load_projection(empty_embedded, tmp_path / "home")
    assert draft.is_dir()


def test_a_store_without_a_graph_says_so(empty_embedded: Store) -> None:
    with pytest.raises(StoreError):
        read_projection(empty_embedded)
