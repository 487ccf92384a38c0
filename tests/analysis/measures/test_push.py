import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from ipgraph.analysis.measures.pagerank import personalised_pagerank
from ipgraph.analysis.measures.push import departures, pushed_pagerank


def drawn(count: int, seed: int) -> sparse.csr_array:
    """A graph without direction, in one large part and some small ones."""
    half = sparse.random_array((count, count), density=3 / count, random_state=seed)
    return sparse.csr_array(half + half.T)


def exact(graph: sparse.csr_array, seeds: np.ndarray, weights: list[float]) -> np.ndarray:
    start = np.zeros(graph.shape[0])
    start[seeds] = weights
    return personalised_pagerank(graph, start, steps=500, tolerance=1e-15)


def test_path_of_four() -> None:
    path = nx.to_scipy_sparse_array(nx.path_graph(4), dtype=float)
    np.testing.assert_allclose(
        pushed_pagerank(path, [0]), [.302224421, .358175109, .238316119, .101284351], atol=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_with_steps_enough_it_is_personalised_pagerank(seed: int) -> None:
    graph = drawn(300, seed)
    seeds = np.random.default_rng(seed).choice(300, 3, replace=False)
    found = pushed_pagerank(departures(graph), seeds, [1, 2, 3], most=10_000_000)
    np.testing.assert_allclose(found, exact(graph, seeds, [1, 2, 3]), atol=1e-11)


@pytest.mark.parametrize("most", [0, 10, 1_000, 20_000])
def test_however_few_steps_it_adds_up_and_stays_in_its_part(most: int) -> None:
    graph = sparse.csr_array(sparse.block_diag([drawn(400, 1), drawn(50, 2), sparse.csr_array((1, 1))]))
    found = pushed_pagerank(graph, [3, 7, 410, 450], [1, 1, 1, 2], most=most)
    parts = found[:400].sum(), found[400:450].sum(), found[450]
    np.testing.assert_allclose(parts, [.4, .2, .4], atol=1e-9)
    assert found.min() >= 0


def test_more_steps_come_nearer() -> None:
    graph = drawn(2_000, 4)
    true = exact(graph, np.array([5]), [1])
    far = [np.abs(pushed_pagerank(graph, [5], most=most) - true).sum() for most in (0, 300, 3_000, 30_000)]
    assert far == sorted(far, reverse=True)
    assert far[-1] < far[0] / 10


def test_what_is_left_is_where_a_walk_without_end_is() -> None:
    """Four hubs of a thousand neighbours, too many to look at all of them: the order is told all the same."""
    draw = np.random.default_rng(3)
    ends = [np.column_stack([np.full(1_000, hub), draw.choice(5_000, 1_000, replace=False) + 4]) for hub in range(4)]
    ends = [*ends, np.array([[n, hub] for n, hub in enumerate((0, 1, 2), 5_001)]), draw.integers(4, 5_004, (15_000, 2))]
    edges = np.concatenate(ends)
    half = sparse.csr_array((np.ones(len(edges)), edges.T), shape=(5_004, 5_004))
    graph = sparse.csr_array(half + half.T)
    true = exact(graph, np.array([5_001]), [1])
    ways = [pushed_pagerank(graph, [5_001], most=3_000), departures(graph).degree]
    found, by_degree = (len(np.intersect1d(*(np.argsort(-some, kind="stable")[:50] for some in (way, true)))) / 50
                        for way in ways)
    assert found > max(0.8, by_degree)


def test_the_first_nodes_alone() -> None:
    graph = drawn(300, 5)
    assert pushed_pagerank(graph, [299], first=20).tolist() == pushed_pagerank(graph, [299])[:20].tolist()


def test_a_seed_without_a_way_out_keeps_all() -> None:
    assert pushed_pagerank(sparse.csr_array((3, 3)), [1]).tolist() == pytest.approx([0, 1, 0])
