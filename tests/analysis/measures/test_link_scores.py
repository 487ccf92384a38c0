from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from ipgraph.analysis.measures.link_scores import (
    adamic_adar,
    common_neighbours,
    jaccard,
    preferential_attachment,
    resource_allocation,
)


@pytest.mark.parametrize(("score", "value"), [
    (adamic_adar, 2.1640425613), (resource_allocation, .75), (jaccard, .6), (preferential_attachment, 16),
    (common_neighbours, 3),
])
def test_two_of_five_who_all_know_each_other(score: Callable[..., np.ndarray], value: float) -> None:
    ties = sparse.csr_array(np.ones((5, 5)) - np.eye(5))
    assert score(ties, np.array([0]))[0, 1] == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(("score", "peer"), [
    (adamic_adar, nx.adamic_adar_index), (resource_allocation, nx.resource_allocation_index),
    (jaccard, nx.jaccard_coefficient), (preferential_attachment, nx.preferential_attachment),
])
def test_as_networkx_has_it(score: Callable[..., np.ndarray], peer: Callable[..., object]) -> None:
    graph = nx.gnp_random_graph(30, .15, seed=3)
    ties, rows = sparse.csr_array(nx.to_scipy_sparse_array(graph, dtype=float)), np.array([2, 7, 11])
    found = score(ties, rows)
    for n, u in enumerate(rows.tolist()):
        for _, v, expected in peer(graph, [(u, v) for v in graph if v != u]):  # type: ignore[attr-defined]
            assert found[n, v] == pytest.approx(expected)
