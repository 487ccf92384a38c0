import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from factory import small_bundle

from ipgraph.bundle import Bundle, Workspace
from ipgraph.projection import ENDS, Projection, load_projection, read_bundle, read_projection
from ipgraph.store import Store, open_store


def assert_same(one: Projection, other: Projection) -> None:
    assert (one.version, one.as_of) == (other.version, other.as_of)
    for label, frame in one.nodes.items():
        pd.testing.assert_frame_equal(frame, other.nodes[label])
    for type in ENDS:
        first, second = one.edges[type], other.edges[type]
        assert first.shape == second.shape
        np.testing.assert_array_equal(first.source, second.source)
        np.testing.assert_array_equal(first.target, second.target)
        pd.testing.assert_frame_equal(first.data, second.data)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace whose bundle in force is published in the embedded engine."""
    space = Workspace(tmp_path)
    space.switch(small_bundle(space.bundles))
    store = open_store("embedded", tmp_path, create=True)
    store.publish(space.current())
    store.close()
    return tmp_path


def test_the_bundle_gives_the_same_arrays_as_the_store(bundle: Bundle, embedded_store: Store) -> None:
    assert_same(read_bundle(bundle), read_projection(embedded_store))


def test_edges_are_read_and_kept_when_asked_for(home: Path) -> None:
    store = open_store("embedded", home)
    graph = load_projection(store, home)
    kept = home / "cache" / "projection" / graph.version
    assert not list(kept.glob("*.npy"))
    assert len(graph.edges["FILED"]) > 0
    assert {path.name for path in kept.glob("*.npy")} == {"FILED.source.npy", "FILED.target.npy"}
    assert isinstance(load_projection(store, home).edges["FILED"].source, np.memmap)
    assert_same(load_projection(store, home), read_projection(store))


def test_a_bundle_that_is_gone_is_made_up_for_by_the_store(home: Path) -> None:
    store = open_store("embedded", home)
    graph = load_projection(store, home)
    whole = read_projection(store)
    shutil.rmtree(Workspace(home).bundles)
    assert_same(graph, whole)
    assert_same(load_projection(store, home), whole)


def test_another_bundle_in_force_is_not_taken_for_the_published_one(home: Path) -> None:
    store = open_store("embedded", home)
    pointer = Workspace(home).bundles / "CURRENT"
    other = Workspace(home).bundles / "other"
    shutil.copytree(Workspace(home).current().path, other)
    manifest = (other / "manifest.json").read_text("utf-8").replace(pointer.read_text("utf-8"), "other")
    (other / "manifest.json").write_text(manifest, "utf-8")
    shutil.rmtree(other / "edges")
    pointer.write_text("other", "utf-8")
    assert len(load_projection(store, home).edges["FILED"]) > 0
