"""One private engine for a module's tests: its tables are temporary and never share a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ibis.backends.duckdb import Backend

from ipgraph.tables.engine import connect


@pytest.fixture(scope="module")
def con() -> Iterator[Backend]:
    engine = connect()
    yield engine
    engine.disconnect()
