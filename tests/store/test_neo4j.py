from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from factory import bundle_of
from neo4j import Driver, GraphDatabase
from neo4j_server import Server, free_port
from store.killed_publish import publish_killed_at

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.store import Store, open_store
from ipgraph.store.neo4j import Neo4jStore


@pytest.fixture
def driver(neo4j: Server) -> Iterator[Driver]:
    """A connection past the store, for what other programs do in the same database."""
    with GraphDatabase.driver(neo4j.address, auth=(neo4j.user, neo4j.password)) as driver:
        yield driver
        driver.execute_query("MATCH (n:Note) DETACH DELETE n")


@pytest.mark.parametrize("table", ["Patent", "SERVES"])
def test_killed_while_publishing_is_seen_and_the_same_command_completes(
    empty_neo4j: Store, neo4j: Server, bundle: Bundle, tmp_path: Path, table: str
) -> None:
    other = bundle_of(tmp_path, {"Pool": [{"id": "other", "name": "其他"}]}, {})
    empty_neo4j.publish(other)
    login = (neo4j.user, neo4j.password)
    assert publish_killed_at(table, neo4j.address, tmp_path, bundle, *login) == -signal.SIGKILL
    with pytest.raises(StoreError, match="between two versions"):
        empty_neo4j.version()
    empty_neo4j.publish(bundle)
    assert empty_neo4j.version() == bundle.version
    nodes = empty_neo4j.read("audit/count_nodes").to_pydict()
    assert dict(zip(nodes["label"], nodes["n"], strict=True)) == bundle.counts()["nodes"]


def test_going_back_after_a_cut_short_publish_is_a_publish_too(
    empty_neo4j: Store, neo4j: Server, bundle: Bundle, tmp_path: Path
) -> None:
    other = bundle_of(tmp_path, {"Pool": [{"id": "other", "name": "其他"}]}, {})
    empty_neo4j.publish(other)
    publish_killed_at("SERVES", neo4j.address, tmp_path, bundle, neo4j.user, neo4j.password)
    empty_neo4j.publish(other)
    assert empty_neo4j.version() == other.version
    assert empty_neo4j.read("audit/count_nodes").to_pydict() == {"label": ["Pool"], "n": [1]}


def test_what_other_programs_keep_there_is_left_alone(empty_neo4j: Store, driver: Driver, bundle: Bundle) -> None:
    driver.execute_query("CREATE (:Note {id: 'mine'})-[:SAYS]->(:Note {id: 'too'})")
    empty_neo4j.publish(bundle)
    driver.execute_query("MATCH (n:Note {id: 'mine'}), (p:Pool {id: 'battery'}) CREATE (n)-[:ABOUT]->(p) SET p.own = 1")
    empty_neo4j.publish(bundle_of_pool(bundle.path.parent))
    kept, _, _ = driver.execute_query(
        "MATCH (n:Note {id: 'mine'})-[:SAYS]->(:Note), (n)-[:ABOUT]->(p:Pool) RETURN p.name, p.own"
    )
    assert [record.values() for record in kept] == [["电池专利池", 1]]


def bundle_of_pool(folder: Path) -> Bundle:
    """The pool of the small bundle alone."""
    return bundle_of(folder, {"Pool": [{"id": "battery", "name": "电池专利池"}]}, {})


def test_ids_are_unique_for_every_kind(neo4j_store: Store, driver: Driver) -> None:
    found, _, _ = driver.execute_query("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type")
    assert {(*row["labelsOrTypes"], *row["properties"], row["type"]) for row in found} >= {
        ("Patent", "id", "UNIQUENESS"), ("Region", "id", "UNIQUENESS"), ("Publication", "id", "UNIQUENESS"),
    }


def test_reads_cannot_write(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(Exception, match=r"[Ww]rit"):
        neo4j_store.run("CREATE (:Pool {id: 'x'})", {}, "r")


def test_a_wrong_password_is_one_sentence_and_names_no_password(neo4j: Server, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="refuses user neo4j") as caught:
        open_store(neo4j.address, tmp_path, "neo4j", "not-this-one")
    assert "not-this-one" not in str(caught.value)


def test_a_server_that_is_down_is_one_sentence() -> None:
    with pytest.raises(StoreError, match="no Neo4j answers at bolt:"):
        open_store(f"bolt://127.0.0.1:{free_port()}", Path(), "neo4j", "x")


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "embeded", "bolt:/x", "bolt://h:port", "bolt://[::1", ""])
def test_a_wrong_address_is_one_sentence(address: str) -> None:
    with pytest.raises(StoreError, match="write neo4j://host:7687 or bolt://host:7687"):
        open_store(address, Path(), "neo4j", "x")


def test_another_service_on_the_port_is_one_sentence() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        threading.Thread(target=greet, args=(listener,), daemon=True).start()
        with pytest.raises(StoreError, match="no Neo4j answers"):
            open_store(f"bolt://127.0.0.1:{listener.getsockname()[1]}", Path(), "neo4j", "x")


def greet(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.sendall(b"220 mail.example ESMTP\r\n")
        connection.recv(1024)


def test_a_server_lost_on_the_way_is_one_sentence(neo4j: Server, bundle: Bundle, tmp_path: Path) -> None:
    relay = Relay(neo4j)
    store = open_store(relay.address, tmp_path, neo4j.user, neo4j.password)
    with pytest.raises(StoreError, match="no Neo4j answers"):
        store.publish(bundle_of_pool(tmp_path), lambda done, total, what: relay.cut())
    store.close()


class Relay:
    """A wire to the server that a test can cut."""

    def __init__(self, server: Server) -> None:
        host, _, port = server.address.removeprefix("bolt://").partition(":")
        self.target = (host, int(port))
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        self.wires: list[socket.socket] = []
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        with suppress(OSError):
            while True:
                near, far = self.listener.accept()[0], socket.create_connection(self.target)
                self.wires += [near, far]
                threading.Thread(target=pump, args=(near, far), daemon=True).start()
                threading.Thread(target=pump, args=(far, near), daemon=True).start()

    def cut(self) -> None:
        for wire in (self.listener, *self.wires):
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()


def pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
