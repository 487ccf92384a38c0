from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import threading
from pathlib import Path

import pytest
from factory import bundle_of
from store.killed_publish import moments, publish_killed_after, publish_killed_at, publish_with_files_limited

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.store import Store, open_store
from ipgraph.store.embedded import EmbeddedStore


@pytest.fixture
def other(tmp_path: Path) -> Bundle:
    """Another version: one pool and nothing else."""
    return bundle_of(tmp_path / "bundles", {"Pool": [{"id": "other", "name": "其他"}]}, {})


def labels(store: Store) -> list[str]:
    return store.read("audit/count_nodes").to_pydict()["label"]


def test_nothing_published_is_one_sentence(tmp_path: Path, empty_embedded: Store) -> None:
    with pytest.raises(StoreError, match="run `ipgraph publish` first"):
        open_store("embedded", tmp_path)
    with pytest.raises(StoreError, match="run `ipgraph publish` first"):
        empty_embedded.read("audit/count_nodes")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("table", ["Patent", "SERVES"])
def test_killed_while_publishing_the_old_graph_stays_and_the_same_command_completes(
    tmp_path: Path, empty_embedded: Store, bundle: Bundle, other: Bundle, table: str
) -> None:
    empty_embedded.publish(other)
    assert publish_killed_at(table, "embedded", tmp_path, bundle) == -signal.SIGKILL
    with_the_old = open_store("embedded", tmp_path)
    assert with_the_old.version() == other.version
    assert labels(with_the_old) == ["Pool"]
    with_the_old.publish(bundle)
    assert with_the_old.version() == bundle.version
    assert "Patent" in labels(with_the_old)
    assert [path.suffix for path in (tmp_path / "graph").iterdir() if path.name.endswith("bug")] == [".lbug"]


def test_killed_at_random_the_graph_is_whole_and_the_same_command_completes(
    tmp_path: Path, bundle: Bundle, other: Bundle
) -> None:
    whole = publish_killed_after(60, "embedded", tmp_path, bundle)
    store = open_store("embedded", tmp_path)
    for number, seconds in enumerate(moments(whole, seed=1)):
        before, after = (other, bundle) if number % 2 else (bundle, other)
        publish_killed_after(seconds, "embedded", tmp_path, after)
        assert store.version() in {before.version, after.version}
        found = store.version() == after.version
        assert ("Patent" in labels(store)) == ((after if found else before) is bundle)
        store.publish(after)
        assert store.version() == after.version
        assert ("Patent" in labels(store)) == (after is bundle)


def test_a_full_disk_is_one_sentence_and_the_old_graph_stays(tmp_path: Path, bundle: Bundle, other: Bundle) -> None:
    store = open_store("embedded", tmp_path, create=True)
    store.publish(other)
    said = publish_with_files_limited(100_000, tmp_path, bundle)
    assert said.startswith("ipgraph.errors.StoreError: the bundle in ")
    assert store.version() == other.version
    assert labels(store) == ["Pool"]
    store.publish(bundle)
    assert "Patent" in labels(store)


def test_killed_in_the_first_publish_nothing_is_published(tmp_path: Path, bundle: Bundle) -> None:
    assert publish_killed_at("FILED", "embedded", tmp_path, bundle) == -signal.SIGKILL
    with pytest.raises(StoreError, match="nothing is published"):
        open_store("embedded", tmp_path)


def test_a_second_publish_at_the_same_time_is_refused(
    tmp_path: Path, empty_embedded: Store, bundle: Bundle, other: Bundle
) -> None:
    def report(done: int, total: int, what: str) -> None:
        if what == "Patent":
            with pytest.raises(StoreError, match="another publish is at work"):
                open_store("embedded", tmp_path, create=True).publish(other)

    empty_embedded.publish(bundle, report)
    assert empty_embedded.version() == bundle.version


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "gone"])
def test_a_damaged_file_is_one_sentence_and_a_publish_repairs_it(
    tmp_path: Path, bundle: Bundle, damage: str
) -> None:
    open_store("embedded", tmp_path, create=True).publish(bundle)
    [file] = (tmp_path / "graph").glob("*.lbug")
    size = file.stat().st_size
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes({"garbage": b"\xff" * size, "cut": file.read_bytes()[: size // 2], "empty": b""}[damage])
    store = open_store("embedded", tmp_path)
    with pytest.raises(StoreError, match="run `ipgraph publish` again"):
        store.read("audit/count_nodes")
    store.publish(bundle)
    assert "Patent" in labels(store)


def test_a_file_under_the_name_of_another_is_found_out(
    tmp_path: Path, bundle: Bundle, other: Bundle
) -> None:
    store = open_store("embedded", tmp_path, create=True)
    store.publish(bundle)
    [file] = (tmp_path / "graph").glob("*.lbug")
    stale = tmp_path / "stale"
    shutil.copy(file, stale)
    store.publish(other)
    [file] = (tmp_path / "graph").glob("*.lbug")
    shutil.copy(stale, file)
    with pytest.raises(StoreError, match="is damaged"):
        open_store("embedded", tmp_path).read("audit/count_nodes")


def test_an_unloadable_bundle_leaves_the_old_graph(tmp_path: Path, empty_embedded: Store, other: Bundle) -> None:
    loose = bundle_of(tmp_path / "bundles", {}, {"FEEDS.Segment.Segment": [{"start": "a", "end": "b"}]})
    empty_embedded.publish(other)
    with pytest.raises(StoreError, match="does not load"):
        empty_embedded.publish(loose)
    assert empty_embedded.version() == other.version
    assert labels(empty_embedded) == ["Pool"]


def test_a_home_that_cannot_hold_a_graph_is_one_sentence(tmp_path: Path, bundle: Bundle) -> None:
    (tmp_path / "graph").write_text("a file where the folder belongs")
    with pytest.raises(StoreError, match="cannot be read: Not a directory"):
        open_store("embedded", tmp_path)
    with pytest.raises(StoreError, match="cannot be written: File exists"):
        EmbeddedStore(tmp_path).publish(bundle)


def test_another_process_changes_over_and_keeps_answering(tmp_path: Path, bundle: Bundle, other: Bundle) -> None:
    writer = open_store("embedded", tmp_path, create=True)
    writer.publish(other)
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    reader = multiprocessing.get_context("spawn").Process(target=answer, args=(tmp_path, theirs))
    reader.start()
    try:
        ours.send("read")
        assert ours.recv() == (other.version, ["Pool"])
        writer.publish(bundle)
        ours.send("read")
        version, found = ours.recv()
        assert version == bundle.version
        assert "Patent" in found
    finally:
        ours.send("stop")
        reader.join(30)
    assert reader.exitcode == 0


def answer(home: Path, pipe: multiprocessing.connection.Connection) -> None:
    store = open_store("embedded", home)
    while pipe.recv() == "read":
        pipe.send((store.version(), labels(store)))


def test_readers_are_not_disturbed_by_publishes(
    tmp_path: Path, empty_embedded: Store, bundle: Bundle, other: Bundle
) -> None:
    empty_embedded.publish(other)
    stop, faults, answers = threading.Event(), [], []

    def ask() -> None:
        while not stop.is_set():
            try:
                answers.append(len(labels(empty_embedded)))
            except Exception as fault:
                faults.append(fault)

    readers = [threading.Thread(target=ask) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(3):
        open_store("embedded", tmp_path).publish(bundle)
        open_store("embedded", tmp_path).publish(other)
    stop.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert set(answers) <= {1, len(bundle.counts()["nodes"])}
    assert len(answers) > 10


def test_the_file_published_is_the_only_one_left(tmp_path: Path, bundle: Bundle, other: Bundle) -> None:
    store = open_store("embedded", tmp_path, create=True)
    store.publish(bundle)
    store.publish(other)
    assert set(os.listdir(tmp_path / "graph")) == {f"{other.version}.lbug", "CURRENT", "LOCK"}


def test_a_bundle_may_lie_in_a_folder_of_any_name(tmp_path: Path, empty_embedded: Store) -> None:
    folder = tmp_path / "it's [1] a*b? \\ \"目录\""
    empty_embedded.publish(bundle_of(folder, {"Pool": [{"id": "p", "name": "池"}]}, {}))
    assert labels(empty_embedded) == ["Pool"]
