"""Bulk import, against a real installation that it stops and starts. One serves all tests of this file."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from factory import NASTY, NASTY_IDS, NASTY_PATENTS, bundle_of, nasty_bundle
from neo4j_server import Server, installed, open_neo4j
from store.killed_publish import publish_killed_at

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.store import Store
from ipgraph.store.audit import audit
from ipgraph.store.bulk import bulk
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return nasty_bundle(tmp_path_factory.mktemp("nasty"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """An installation of Neo4j and where its server listens once started."""
    with installed(tmp_path_factory.mktemp("installation")) as found:
        yield found


@pytest.fixture(scope="module")
def first(place: tuple[Path, Server], bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small bundle imported in bulk; the workspace that remembers it."""
    home = tmp_path_factory.mktemp("home")
    imported(place, home, bundle)
    return home


def imported(place: tuple[Path, Server], home: Path, bundle: Bundle) -> list[str]:
    """Import in bulk; the stages reported."""
    folder, server = place
    stages: list[str] = []
    bulk(
        Installation.at(folder), lambda: Neo4jStore(server.address, server.user, server.password, home), bundle,
        lambda done, total, what: stages.append(what),
    )
    return stages


def counts(store: Store) -> dict[str, dict[str, int]]:
    found = audit(store, date(2026, 1, 1))
    return {"nodes": found["nodes"], "edges": found["edges"]}


def test_the_graph_imported_is_the_bundle(place: tuple[Path, Server], first: Path, bundle: Bundle) -> None:
    store = open_neo4j(place[1], first)
    assert store.version() == bundle.version
    assert counts(store) == bundle.counts()
    [row] = store.read("explore/node_Patent", id="CN101000003B").to_pylist()
    assert (row["filed_on"], row["title_en"], row["claims"], row["source"]) == (date(2015, 3, 1), None, 10, ["test"])
    store.close()


def test_importing_what_is_there_does_nothing(place: tuple[Path, Server], first: Path, bundle: Bundle) -> None:
    assert imported(place, first, bundle) == []


def test_a_publish_by_difference_goes_on_from_there(
    place: tuple[Path, Server], first: Path, bundle: Bundle, nasty: Bundle
) -> None:
    store = open_neo4j(place[1], first)
    store.publish(nasty)
    assert counts(store) == nasty.counts()
    store.publish(bundle)
    assert counts(store) == bundle.counts()
    store.close()


def test_killed_before_the_switch_the_old_graph_answers_and_values_come_through(
    place: tuple[Path, Server], first: Path, bundle: Bundle, nasty: Bundle
) -> None:
    folder, server = place
    login = (server.user, server.password)
    killed = publish_killed_at("neo4j-admin", server.address, first, nasty, *login, mode=str(folder))
    assert killed == -signal.SIGKILL
    store = open_neo4j(server, first)
    assert store.version() == bundle.version
    store.close()
    imported(place, first, nasty)
    store = open_neo4j(server, first)
    for id, patent, text in zip(NASTY_IDS, NASTY_PATENTS, NASTY, strict=True):
        # neo4j-admin drops empty texts; in a list they stay.
        assert store.read("explore/node_Patent", id=patent)["abstract"].to_pylist() == [text or None]
        assert store.read("explore/node_Enterprise", id=id)["aliases"].to_pylist() == [[text, "x"]]
    assert store.read("explore/node_Institution", id=NASTY_IDS[0])["aliases"].to_pylist() == [[]]
    assert store.read("explore/node_Person", id=NASTY_IDS[0])["aliases"].to_pylist() == [None]
    store.close()
    assert [path.name for path in (folder / "data" / "ipgraph").iterdir()] == ["LOCK"]


def test_a_bundle_that_does_not_import_is_one_sentence_and_leaves_the_old_graph(
    place: tuple[Path, Server], first: Path, tmp_path: Path
) -> None:
    store = open_neo4j(place[1], first)
    before = store.version()
    loose = bundle_of(tmp_path, {}, {"FEEDS.Segment.Segment": [{"start": "a", "end": "b"}]})
    with pytest.raises(StoreError, match="neo4j-admin database failed"):
        imported(place, first, loose)
    assert store.version() == before
    store.close()
