"""Bulk import, against a real installation that it stops and starts. One serves all tests of this file."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from factory import NASTY, NASTY_IDS, NASTY_PATENTS, bundle_of, nasty_bundle
from fastapi.testclient import TestClient
from neo4j_server import Server, installed, open_neo4j
from store.killed_publish import FEW, moments, publish_killed_after, publish_killed_at

from ipgraph.app import create_app
from ipgraph.bundle import Bundle
from ipgraph.errors import BetweenVersions, StoreError
from ipgraph.store import Store
from ipgraph.store.audit import audit
from ipgraph.store.bulk import bulk, check
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore

Place = tuple[Path, Server]


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return nasty_bundle(tmp_path_factory.mktemp("nasty"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """An installation of Neo4j and where its server listens once started; its Java starts fast and runs slowly."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        with installed(tmp_path_factory.mktemp("installation")) as found:
            yield found


@pytest.fixture(scope="module")
def timed(place: Place, bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """The small bundle imported in bulk: the workspace that remembers it, and the seconds it took."""
    home, began = tmp_path_factory.mktemp("home"), time.monotonic()
    imported(place, home, bundle)
    return home, time.monotonic() - began


@pytest.fixture(scope="module")
def first(timed: tuple[Path, float]) -> Path:
    return timed[0]


def imported(place: Place, home: Path, bundle: Bundle, at: Callable[[str], None] = lambda stage: None) -> list[str]:
    """Import in bulk, calling `at` when a stage begins; the stages."""
    folder, server = place
    stages: list[str] = []

    def report(done: int, total: int, what: str) -> None:
        stages.append(what)
        at(what)

    bulk(
        Installation.at(folder), lambda: Neo4jStore(server.address, server.user, server.password, home), bundle, report
    )
    return stages


def counts(store: Store) -> dict[str, dict[str, int]]:
    found = audit(store, date(2026, 1, 1))
    return {"nodes": found["nodes"], "edges": found["edges"]}


def holds(place: Place, home: Path, bundle: Bundle) -> bool:
    store = open_neo4j(place[1], home)
    try:
        return store.version() == bundle.version and counts(store) == bundle.counts()
    finally:
        store.close()


def test_the_graph_imported_is_the_bundle(place: Place, first: Path, bundle: Bundle) -> None:
    assert holds(place, first, bundle)
    store = open_neo4j(place[1], first)
    [row] = store.read("explore/node_Patent", id="CN101000003B").to_pylist()
    assert (row["filed_on"], row["title_en"], row["claims"], row["source"]) == (date(2015, 3, 1), None, 10, ["test"])
    store.close()


def test_importing_what_is_there_does_nothing(place: Place, first: Path, bundle: Bundle) -> None:
    assert imported(place, first, bundle) == []


def test_a_publish_by_difference_goes_on_from_there(place: Place, first: Path, bundle: Bundle, nasty: Bundle) -> None:
    store = open_neo4j(place[1], first)
    store.publish(nasty)
    assert counts(store) == nasty.counts()
    store.publish(bundle)
    assert counts(store) == bundle.counts()
    store.close()


def test_a_password_that_is_refused_is_told_before_anything_is_done(place: Place, first: Path, bundle: Bundle) -> None:
    folder, server = place
    wrong = Server(server.address, server.user, "wrong")
    with pytest.raises(StoreError, match="refuses user neo4j"):
        imported((folder, wrong), first, bundle)
    assert holds(place, first, bundle)


def test_a_bundle_that_does_not_import_is_one_sentence_and_leaves_the_old_graph(
    place: Place, first: Path, bundle: Bundle, tmp_path: Path
) -> None:
    loose = bundle_of(tmp_path, {}, {"FEEDS.Segment.Segment": [{"start": "a", "end": "b"}]})
    with pytest.raises(StoreError, match="neo4j-admin database failed"):
        imported(place, first, loose)
    assert holds(place, first, bundle)


def test_killed_before_the_switch_the_old_graph_answers_then_a_service_does_and_values_come_through(
    place: Place, first: Path, bundle: Bundle, nasty: Bundle
) -> None:
    folder, server = place
    login = (server.user, server.password)
    assert publish_killed_at("stop", server.address, first, nasty, *login, mode=str(folder)) == -signal.SIGKILL
    assert holds(place, first, bundle)
    store, answers = open_neo4j(server, first), []
    with TestClient(create_app(store, first)) as client:
        assert client.get("/api/v1/chains").json()["version"] == bundle.version

        def ask(stage: str) -> None:
            if stage == "start":
                answers.append((Installation.at(folder).at_work(), client.get("/api/v1/chains").json()["version"]))

        stages = imported(place, first, nasty, ask)
    store.close()
    assert stages == ["stop", "start", "constraints", ""]
    assert answers == [(False, bundle.version)]  # no server, and the service tells what it has read
    assert holds(place, first, nasty)
    assert sorted(path.name for path in (folder / "data" / "ipgraph").iterdir()) == ["LOCK", "start.log"]
    store = open_neo4j(server, first)
    for id, patent, text in zip(NASTY_IDS, NASTY_PATENTS, NASTY, strict=True):
        assert store.read("explore/node_Patent", id=patent)["abstract"].to_pylist() == [text or None]
        aliases = store.read("explore/node_Enterprise", id=id)["aliases"].to_pylist()
        assert aliases == [[text, "x"] if text else ["x"]]
    assert store.read("explore/node_Institution", id=NASTY_IDS[0])["aliases"].to_pylist() == [None]
    store.close()


@pytest.mark.parametrize("said", ["  3 nodes\n  0 relationships\n", "  1 nodes\n  2 relationships\n"])
def test_what_neo4j_admin_left_out_is_seen(said: str, tmp_path: Path) -> None:
    empty = bundle_of(tmp_path, {}, {})
    check(empty, "Imported:\n  1 nodes\n  0 relationships\n  4 properties\n")
    with pytest.raises(StoreError, match="nothing was changed over"):
        check(empty, said)


def test_a_new_store_that_does_not_come_up_gives_way_to_the_old_one(
    place: Place, first: Path, bundle: Bundle, nasty: Bundle
) -> None:
    folder, _ = place

    def damage(stage: str) -> None:
        if stage == "stop":
            [fresh] = (folder / "data" / "ipgraph").glob("*/data/databases/neo4j")
            (fresh / "neostore").write_bytes(b"damaged")

    with pytest.raises(StoreError, match=r"the new graph does not work .*; the old one is served again"):
        imported(place, first, bundle, damage)
    assert holds(place, first, nasty)


def test_killed_at_any_moment_the_same_command_completes(
    place: Place, timed: tuple[Path, float], bundle: Bundle, nasty: Bundle
) -> None:
    folder, server = place
    (home, whole), login = timed, (server.user, server.password)
    for seconds in moments(whole, seed=7, count=FEW):
        old, new = (bundle, nasty) if holds(place, home, bundle) else (nasty, bundle)
        publish_killed_after(seconds, server.address, home, new, *login, mode=str(folder))
        assert answered(place, home) in (None, old.version, new.version)
        imported(place, home, new)
        assert holds(place, home, new), f"killed after {seconds:.2f} s"


def answered(place: Place, home: Path) -> str | None:
    """The version served, None where no server answers: then one is stopping or starting, or none is there."""
    try:
        store = open_neo4j(place[1], home)
    except StoreError:
        return None
    try:
        return store.version()
    except BetweenVersions:
        raise
    except StoreError:
        return None
    finally:
        store.close()
