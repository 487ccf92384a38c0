"""The invented bundles keep to the schema of today: a property that becomes required would stop benchmarks on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.chain_bundle import chain_bundle
from benchmarks.publish import bundle as plain_bundle

from ipgraph.bundle import Bundle
from ipgraph.schema import EDGES, NODES


@pytest.mark.parametrize("make", [chain_bundle, plain_bundle])
def test_what_must_be_there_is_there(make: Callable[[Path, int], Bundle], tmp_path: Path) -> None:
    made = make(tmp_path, 2_000)
    tables = [(kind, made.nodes(label)) for label, kind in NODES.items()]
    tables += [(kind, made.edges(type)) for type, kind in EDGES.items()]
    assert made.counts()["nodes"]["Patent"] == 2_000
    for kind, table in tables:
        for property in kind.properties:
            assert not property.required or table[property.name].null_count == 0, (kind, property.name)
