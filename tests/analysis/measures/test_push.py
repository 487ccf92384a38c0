import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from ipgraph.analysis.measures.pagerank import personalised_pagerank
from ipgraph.analysis.measures.push import departures, pushed_pagerank


def dense(found: tuple[np.ndarray, np.ndarray], count: int) -> np.ndarray:
    out = np.zeros(count)
    out[found[0]] = found[1]
    return out


def test_path_of_four() -> None:
    path = nx.to_scipy_sparse_array(nx.path_graph(4), dtype=float)
    nodes, rank = pushed_pagerank(path, [0], epsilon=1e-10)
    assert nodes.tolist() == [0, 1, 2, 3]
    np.testing.assert_allclose(rank, [.302224421, .358175109, .238316119, .101284351], atol=1e-8)


@pytest.mark.parametrize("epsilon", [1e-3, 1e-5, 1e-7])
@pytest.mark.parametrize("seed", range(3))
def test_each_node_is_within_epsilon_times_its_degree(seed: int, epsilon: float) -> None:
    draw = np.random.default_rng(seed)
    half = sparse.random_array((300, 300), density=.01, random_state=seed)
    graph = departures(half + half.T)
    seeds = draw.choice(300, 3, replace=False)
    exact = np.zeros(300)
    exact[seeds] = 1, 2, 3
    exact = personalised_pagerank(half + half.T, exact, steps=500, tolerance=1e-15)
    short = exact - dense(pushed_pagerank(graph, seeds, [1, 2, 3], epsilon=epsilon), 300)
    assert short.min() >= -1e-12
    assert (short <= epsilon * graph[1] + 1e-12).all()


def test_dangling_nodes_return_to_the_seeds() -> None:
    graph = nx.gnp_random_graph(30, .06, seed=1, directed=True)
    rows = nx.to_scipy_sparse_array(graph, nodelist=range(30), dtype=float)
    expected = nx.pagerank(graph, personalization={2: 1, 7: 3}, tol=1e-13, max_iter=500)
    found = dense(pushed_pagerank(rows, [2, 7], [1, 3], epsilon=1e-13), 30)
    np.testing.assert_allclose(found, [expected[v] for v in range(30)], atol=1e-9)


def test_what_is_far_is_not_looked_at() -> None:
    path = sparse.diags_array([np.ones(9_999)] * 2, offsets=[-1, 1])
    nodes, rank = pushed_pagerank(path, [0], epsilon=1e-4)
    assert nodes.tolist() == list(range(len(nodes)))
    assert len(nodes) < 100
    assert rank.sum() < 1


def test_a_seed_without_a_way_out_keeps_all() -> None:
    nodes, rank = pushed_pagerank(sparse.csr_array((3, 3)), [1], epsilon=1e-12)
    assert nodes.tolist() == [1]
    assert rank[0] == pytest.approx(1)
