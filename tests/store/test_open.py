from __future__ import annotations

from pathlib import Path

import pytest
from neo4j_server import Server

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.store import open_store


def test_embedded_lies_under_the_home(tmp_path: Path, bundle: Bundle) -> None:
    store = open_store("embedded", tmp_path, create=True)
    store.publish(bundle)
    assert (store.engine, store.address) == ("embedded", "embedded")
    assert open_store("embedded", tmp_path).version() == bundle.version


def test_an_empty_home_is_refused_unless_it_is_to_be_filled(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is published"):
        open_store("embedded", tmp_path)
    assert open_store("embedded", tmp_path, create=True).version() is None


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_uri_is_a_neo4j_server(neo4j: Server, scheme: str) -> None:
    address = neo4j.address.replace("bolt", scheme)
    store = open_store(address, Path(), neo4j.user, neo4j.password)
    assert (store.engine, store.address) == ("neo4j", address)
    store.close()
