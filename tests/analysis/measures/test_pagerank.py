import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from ipgraph.analysis.measures.pagerank import personalised_pagerank, transition


def test_path_of_four() -> None:
    path = sparse.csr_array(nx.to_scipy_sparse_array(nx.path_graph(4), dtype=float))
    np.testing.assert_allclose(
        personalised_pagerank(path, [1, 0, 0, 0]), [.302224421, .358175109, .238316119, .101284351], atol=1e-8,
    )


@pytest.mark.parametrize("seed", range(5))
def test_against_networkx_with_dangling_nodes(seed: int) -> None:
    graph = nx.gnp_random_graph(30, .06, seed=seed, directed=True)
    rows = nx.to_scipy_sparse_array(graph, nodelist=range(30), dtype=float)
    seeds = np.zeros(30)
    seeds[[2, 7]] = 1, 3
    expected = nx.pagerank(graph, personalization={2: 1, 7: 3}, tol=1e-12, max_iter=500)
    found = personalised_pagerank(rows, seeds, steps=500, tolerance=1e-13)
    np.testing.assert_allclose(found, [expected[v] for v in range(30)], atol=1e-9)


def test_it_sums_to_one_and_a_prepared_walk_gives_the_same() -> None:
    rows = sparse.csr_array(np.array([[0, 1.], [0, 0]]))
    found = personalised_pagerank(rows, [1, 0])
    assert found.sum() == pytest.approx(1)
    np.testing.assert_array_equal(found, personalised_pagerank(transition(rows), [1, 0]))
