"""`demo` is built once for the session: a home with the sample loaded, published and analysed, for reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands.run import Done, ipgraph


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "示例 home"


@pytest.fixture(scope="session")
def demo(demo_home: Path) -> Done:
    """What `ipgraph demo --no-serve --json` wrote; its home is `demo_home`."""
    return ipgraph("demo", "--no-serve", "--json", home=demo_home)
