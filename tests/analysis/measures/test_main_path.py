from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

from ipgraph.analysis.measures.main_path import key_route, path_counts

TOY = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)]


def test_the_toy() -> None:
    assert path_counts(7, TOY).tolist() == [2, 2, 2, 2, 4, 2, 2]
    assert key_route(7, TOY) == [0, 2, 4, 5]


def test_no_edges() -> None:
    assert path_counts(3, []).tolist() == []
    assert key_route(3, []) == []


def test_a_circle_counts_as_one_node() -> None:
    circle = [(0, 1), (1, 2), (2, 1), (2, 3)]
    assert path_counts(4, circle).tolist() == [1, 0, 0, 1]
    assert key_route(4, [(0, 1), (1, 0)]) == []


@pytest.mark.parametrize("seed", range(10))
def test_against_all_paths_written_out(seed: int) -> None:
    chances = np.random.default_rng(seed).random((9, 9))
    edges = [(int(a), int(b)) for a, b in zip(*np.nonzero(np.triu(chances < .3, 1)), strict=True)]
    graph = nx.DiGraph(edges)
    counts = dict.fromkeys(edges, 0)
    for source in (v for v in graph if not graph.in_degree(v)):
        for sink in (v for v in graph if not graph.out_degree(v)):
            for path in nx.all_simple_paths(graph, source, sink):
                for edge in pairwise(path):
                    counts[edge] += 1
    assert path_counts(9, edges).tolist() == [counts[edge] for edge in edges]
