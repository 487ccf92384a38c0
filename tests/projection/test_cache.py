from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from ipgraph.errors import StoreError
from ipgraph.projection import load_projection, read_projection
from ipgraph.projection.cache import FACTS
from ipgraph.store import Store


class Counted:
    """A store that counts the statements read through it."""

    def __init__(self, store: Store) -> None:
        self.store, self.reads = store, 0

    def version(self) -> str | None:
        return self.store.version()

    def read(self, statement: str) -> pa.Table:
        self.reads += 1
        return self.store.read(statement)


def test_the_second_start_reads_nothing_and_gives_the_same(embedded_store: Store, tmp_path: Path) -> None:
    store = Counted(embedded_store)
    load_projection(store, tmp_path)
    first, again, fresh = store.reads, load_projection(store, tmp_path), read_projection(embedded_store)
    assert store.reads == first > 0
    assert (again.version, again.as_of) == (fresh.version, fresh.as_of)
    for label, frame in fresh.nodes.items():
        pd.testing.assert_frame_equal(frame, again.nodes[label])
    for type, edges in fresh.edges.items():
        assert isinstance(again.edges[type].source, np.memmap) or not len(edges)
        np.testing.assert_array_equal(edges.source, again.edges[type].source)
        np.testing.assert_array_equal(edges.target, again.edges[type].target)
        pd.testing.assert_frame_equal(edges.data, again.edges[type].data)


def test_older_versions_go_and_no_draft_stays(embedded_store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "projection"
    (folder / "older").mkdir(parents=True)
    load_projection(embedded_store, tmp_path)
    assert [path.name for path in folder.iterdir()] == [embedded_store.version()]


def test_a_cache_of_another_layout_is_read_anew(embedded_store: Store, tmp_path: Path) -> None:
    load_projection(embedded_store, tmp_path)
    facts = tmp_path / "cache" / "projection" / str(embedded_store.version()) / FACTS
    facts.write_text(facts.read_text("utf-8").replace('"layout": ', '"layout": 9'), "utf-8")
    store = Counted(embedded_store)
    load_projection(store, tmp_path)
    assert store.reads > 0
    assert '"layout": 9' not in facts.read_text("utf-8")


def test_an_empty_store_is_told(empty_embedded: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        load_projection(empty_embedded, tmp_path)
