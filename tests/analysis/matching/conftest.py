"""The invented corpus and its index, once a module."""

from __future__ import annotations

import pytest
from analysis.matching.corpus import corpus_graph, corpus_index

from ipgraph.projection import Projection
from ipgraph.text import TextIndex


@pytest.fixture(scope="module")
def graph() -> Projection:
    return corpus_graph()


@pytest.fixture(scope="module")
def index(graph: Projection, tmp_path_factory: pytest.TempPathFactory) -> TextIndex:
    return corpus_index(graph, tmp_path_factory.mktemp("home"))
