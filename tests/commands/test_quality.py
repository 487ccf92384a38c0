"""`ipgraph quality`, through the installed command."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands.run import ipgraph

from ipgraph.bundle import Bundle, Workspace, write_bundle

PATENT = "CN101000003B"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, bundle: Bundle) -> Path:
    home = tmp_path_factory.mktemp("quality")
    space = Workspace(home)
    nodes = {label: bundle.nodes(label) for label in ("Chain", "Segment", "Patent", "Enterprise")}
    space.switch(write_bundle(space.bundles, nodes, {}, as_of=bundle.as_of, facts={"sources": []}))
    assert ipgraph("publish", home=home).code == 0
    return home


def test_the_tree_of_a_patent_as_json_and_as_a_table(home: Path) -> None:
    told = ipgraph("quality", PATENT, "--scenario", "pledge", "--json", home=home).json
    assert (told["patent"], told["scenario_en"], len(told["branches"])) == (PATENT, "pledge", 3)
    table = ipgraph("quality", PATENT, "--lang", "zh", home=home).out
    assert all(word in table for word in ("法律", "技术", "经济", "剩余保护期"))


def test_what_is_not_there_is_one_sentence(home: Path) -> None:
    assert "no patent with the number X1" in ipgraph("quality", "X1", "--lang", "en", home=home).sentence
    assert ipgraph("quality", PATENT, "--scenario", "barter", home=home).code == 2
