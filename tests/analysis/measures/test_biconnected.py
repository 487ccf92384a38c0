import networkx as nx
import numpy as np
import pytest

from ipgraph.analysis.measures.biconnected import articulation_points, bridges

TOY = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)]


def test_the_toy() -> None:
    assert np.flatnonzero(articulation_points(7, TOY)).tolist() == [3, 4]
    assert bridges(7, TOY) == [(3, 4), (4, 5), (4, 6)]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_no_edges(count: int) -> None:
    assert articulation_points(count, []).tolist() == [False] * count
    assert bridges(count, []) == []


def test_loops_and_repeated_edges_change_nothing() -> None:
    assert articulation_points(3, [(0, 0), (0, 1), (1, 0), (1, 2)]).tolist() == [False, True, False]
    assert bridges(3, [(0, 0), (0, 1), (1, 0), (1, 2)]) == [(0, 1), (1, 2)]


@pytest.mark.parametrize("seed", range(60))
def test_against_networkx(seed: int) -> None:
    draw = np.random.default_rng(seed)
    count = int(draw.integers(2, 40))
    edges = draw.integers(0, count, (int(draw.integers(1, 2 * count)), 2))
    graph = nx.Graph([(int(a), int(b)) for a, b in edges if a != b])
    assert set(np.flatnonzero(articulation_points(count, edges))) == set(nx.articulation_points(graph))
    assert bridges(count, edges) == sorted(tuple(sorted(edge)) for edge in nx.bridges(graph))
