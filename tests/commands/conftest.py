"""Homes built once for the session, for reading: `demo` with the sample, `small_home` with the small bundle."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from commands.run import Done, ipgraph

from ipgraph.bundle import Bundle, Workspace


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "示例 home"


@pytest.fixture(scope="session")
def demo(demo_home: Path) -> Done:
    """What `ipgraph demo --no-serve --json` wrote; its home is `demo_home`."""
    return ipgraph("demo", "--no-serve", "--json", home=demo_home)


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory, bundle: Bundle) -> Path:
    """The small bundle, published embedded."""
    home = tmp_path_factory.mktemp("small")
    space = Workspace(home)
    copytree(bundle.path, space.bundles / bundle.version)
    space.switch(Bundle.open(space.bundles / bundle.version))
    assert ipgraph("publish", home=home).code == 0
    return home
