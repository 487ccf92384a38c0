"""Fixture strategy.

Take the smallest thing that has what you need: a builder of `factory.py` before a store, the embedded store before
Neo4j, both (`stores`) only where the answer must be the same from each. These hold `factory.small_bundle`. A test
that publishes something else takes `empty_embedded` or `empty_neo4j`.

One Neo4j serves the whole session and has one database. Each fixture that uses it brings it to the state it
promises: for `neo4j_store` that is a publish, which does nothing when the small bundle is there already.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factory import small_bundle
from neo4j import GraphDatabase
from neo4j_server import Server, neo4j_server, open_neo4j

from ipgraph.bundle import Bundle
from ipgraph.store import Store, open_store


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """`factory.small_bundle`; nothing may write into it."""
    return small_bundle(tmp_path_factory.mktemp("bundle"))


@pytest.fixture(scope="session")
def embedded_store(bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small bundle in the embedded engine; for reading."""
    store = open_store("embedded", tmp_path_factory.mktemp("home"), create=True)
    store.publish(bundle)
    yield store
    store.close()


@pytest.fixture
def empty_embedded(tmp_path: Path) -> Iterator[Store]:
    """An embedded store of the test's own with nothing published; its home is `tmp_path`."""
    store = open_store("embedded", tmp_path, create=True)
    yield store
    store.close()


@pytest.fixture(scope="session")
def neo4j() -> Iterator[Server]:
    """Address, user and password of the session's Neo4j."""
    with neo4j_server() as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace that remembers what was published to the session's Neo4j."""
    return tmp_path_factory.mktemp("neo4j-home")


@pytest.fixture
def neo4j_store(neo4j: Server, neo4j_home: Path, bundle: Bundle) -> Iterator[Store]:
    """The small bundle in Neo4j; for reading."""
    store = open_neo4j(neo4j, neo4j_home)
    store.publish(bundle)
    yield store
    store.close()


@pytest.fixture
def empty_neo4j(neo4j: Server, neo4j_home: Path) -> Iterator[Store]:
    """Neo4j with nothing in it."""
    with GraphDatabase.driver(neo4j.address, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    store = open_neo4j(neo4j, neo4j_home)
    yield store
    store.close()


@pytest.fixture
def stores(embedded_store: Store, neo4j_store: Store) -> tuple[Store, Store]:
    """The same small bundle in both engines."""
    return embedded_store, neo4j_store


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """The small bundle in each engine in turn; for reading."""
    return request.getfixturevalue(f"{request.param}_store")


@pytest.fixture(params=["embedded", "neo4j"])
def empty_store(request: pytest.FixtureRequest) -> Store:
    """Each engine in turn with nothing published."""
    return request.getfixturevalue(f"empty_{request.param}")
