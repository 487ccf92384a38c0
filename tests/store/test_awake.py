"""Servers that do not come up; those that do are in test_bulk.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from neo4j_server import free_port

from ipgraph.errors import StoreError
from ipgraph.store.awake import NotUp, answering, awake
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore

#: An installation whose Neo4j finds its port taken, whenever it is started.
FAILING = "#!/bin/sh\necho start >> \"$NEO4J_HOME/starts\"\necho Error: address already in use\nexit 1\n"


@pytest.fixture
def failing(tmp_path: Path) -> Installation:
    (tmp_path / "bin").mkdir()
    (tmp_path / "data" / "ipgraph").mkdir(parents=True)
    for name in ("neo4j", "neo4j-admin"):
        (tmp_path / "bin" / name).write_text(FAILING)
        (tmp_path / "bin" / name).chmod(0o755)
    return Installation.at(tmp_path)


def silent() -> Neo4jStore:
    return Neo4jStore(f"bolt://127.0.0.1:{free_port()}", "neo4j", "secret", Path("home"))


def test_a_start_is_tried_three_times_and_its_last_words_are_told(failing: Installation) -> None:
    with pytest.raises(NotUp, match="Neo4j does not start: Error: address already in use"):
        awake(failing, silent)
    assert (failing.home / "starts").read_text() == "start\n" * 3


def test_no_server_is_no_store_at_once(failing: Installation) -> None:
    assert answering(failing, silent) is None


def test_the_number_of_another_program_is_no_server(failing: Installation) -> None:
    failing.pid_file.parent.mkdir()
    failing.pid_file.write_text(str(os.getppid()))
    assert not failing.alive()
    failing.pid_file.write_text("no number")
    assert not failing.alive()
    with pytest.raises(StoreError, match="address already in use"):
        awake(failing, silent)
    assert not failing.pid_file.exists()
