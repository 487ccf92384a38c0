import networkx as nx
import numpy as np
import pytest

from ipgraph.analysis.measures.robustness import betweenness, cut_segments, supply_paths, terminals

TOY = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)]


def random_edges(seed: int, count: int = 12, share: float = 0.15) -> list[tuple[int, int]]:
    chances = np.random.default_rng(seed).random((count, count))
    return [(int(a), int(b)) for a, b in zip(*np.nonzero(chances < share), strict=True) if a != b]


def test_the_toy() -> None:
    assert np.flatnonzero(cut_segments(7, TOY)).tolist() == [0, 3, 4]
    assert supply_paths(7, TOY) == [None, 1, 1, 1, 1, 1, 1]


def test_two_unconnected_parts_have_no_cut() -> None:
    assert not cut_segments(4, [(0, 1), (2, 3)]).any()


def test_no_edges() -> None:
    assert not cut_segments(2, []).any()
    assert supply_paths(2, []) == [None, None]
    assert [flags.any() for flags in terminals(2, [])] == [False, False]


def test_a_circle_of_all_has_every_entry_and_exit_and_no_cut() -> None:
    circle = [(0, 1), (1, 2), (2, 0)]
    assert not cut_segments(3, circle).any()
    assert supply_paths(3, circle) == [None, None, None]


def test_a_return_edge_does_not_hide_a_cut() -> None:
    assert cut_segments(4, [(0, 1), (1, 2), (2, 3), (3, 1)]).tolist() == [True, True, False, False]


def test_what_feeds_another_chain_is_final() -> None:
    chain, pack = [(0, 1), (1, 2)], np.array([False, True, False])
    assert cut_segments(3, chain).tolist() == [True, True, True]
    assert cut_segments(3, chain, pack).tolist() == [True, True, False]
    assert terminals(3, [(0, 1), (1, 2), (2, 0)], pack)[1].tolist() == [False, True, False]


@pytest.mark.parametrize("seed", range(20))
def test_against_networkx(seed: int) -> None:
    edges = random_edges(seed)
    directed = nx.DiGraph(edges)
    raw, final = terminals(12, edges)
    directed.add_edges_from([("raw", int(v)) for v in np.flatnonzero(raw)])
    directed.add_edges_from([(int(v), "final") for v in np.flatnonzero(final)])
    lost = set()
    for v in set(directed) - {"raw", "final"}:
        without = directed.copy()
        without.remove_node(v)
        if not nx.has_path(without, "raw", "final"):
            lost.add(v)
    assert set(np.flatnonzero(cut_segments(12, edges))) == lost
    for v, paths in enumerate(supply_paths(12, edges)):
        if paths is not None:
            assert paths == nx.node_connectivity(directed, "raw", v)


def test_betweenness_of_the_toy() -> None:
    found = betweenness(7, TOY)
    np.testing.assert_allclose(found, [0, .066667, .066667, .3, .266667, 0, 0], atol=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_betweenness_against_networkx(seed: int) -> None:
    edges = random_edges(seed)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(12))
    graph.add_edges_from(edges)
    np.testing.assert_allclose(betweenness(12, edges), list(nx.betweenness_centrality(graph).values()), atol=1e-12)
