"""Every Cypher file on both engines gives equal rows, on a small bundle and on one of nasty strings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from cypher.parameters import PARAMETERS
from factory import nasty_bundle
from neo4j_server import Server, open_neo4j

from ipgraph.store import Store, open_store
from ipgraph.store.queries import Query, names, query


@pytest.fixture(scope="session")
def nasty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nasty")


@pytest.fixture
def nasty_stores(nasty_home: Path, neo4j: Server) -> tuple[Store, Store]:
    """The nasty bundle in both engines; publishing what is there already does nothing."""
    stores = open_store("embedded", nasty_home, create=True), open_neo4j(neo4j, nasty_home)
    for store in stores:
        store.publish(nasty_bundle(nasty_home / "bundles"))
    return stores


def parameters(name: str) -> list[dict[str, Any]]:
    """The sets a statement is tried with; one without parameters is tried as it is."""
    declared = {field.name for field in query(name, "embedded").params}
    sets = PARAMETERS.get(name, [] if declared else [{}])
    assert sets, f"{name} takes {sorted(declared)}: add values for it to tests/cypher/parameters.py"
    return sets


def rows(table: pa.Table, found: Query) -> list[dict[str, Any]]:
    """Rows in order; lists collected in no particular order are aligned, so they are sorted together."""
    listed = [field.name for field in found.returns if field.listed]
    result = table.to_pylist()
    for row in result if listed else []:
        row["collected"] = sorted(zip(*(row.pop(name) for name in listed), strict=True), key=repr)
    return result


def compare(stores: tuple[Store, Store], name: str) -> int:
    """Assert that both engines answer alike to every set of parameters; the number of rows they gave."""
    count = 0
    for params in parameters(name):
        embedded, neo4j = (store.read(name, **params) for store in stores)
        assert embedded.schema == neo4j.schema
        assert rows(embedded, query(name, "embedded")) == rows(neo4j, query(name, "neo4j")), params
        count += embedded.num_rows
    return count


@pytest.mark.parametrize("name", names())
def test_equal_rows_on_the_small_bundle(stores: tuple[Store, Store], name: str) -> None:
    count = compare(stores, name)
    assert count > 0 or name.startswith("audit/"), "no set of parameters finds anything in the small bundle"


@pytest.mark.parametrize("name", names())
def test_equal_rows_on_nasty_strings(nasty_stores: tuple[Store, Store], name: str) -> None:
    compare(nasty_stores, name)


def test_parameters_are_those_of_statements() -> None:
    assert set(PARAMETERS) - set(names()) == set()
