"""Personalised PageRank without looking at the whole graph: rank is pushed from where it is to the neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

__all__ = ["departures", "pushed_pagerank"]

Floats = NDArray[np.float64]
Nodes = NDArray[np.int64]


def departures(adjacency: sparse.sparray) -> tuple[sparse.csr_array, Floats]:
    """P (rows sum to 1, 0 for a node without a way out) and the degrees of the nodes, weighted: made once a graph."""
    rows = sparse.csr_array(adjacency, dtype=float)
    degree = np.asarray(rows.sum(axis=1)).ravel()
    scale = np.divide(1.0, degree, out=np.zeros_like(degree), where=degree != 0)
    return sparse.csr_array(sparse.diags_array(scale) @ rows), degree


def pushed_pagerank(
    graph: sparse.sparray | tuple[sparse.csr_array, Floats], seeds: ArrayLike, weights: ArrayLike | None = None, *,
    alpha: float = 0.85, epsilon: float = 1e-6,
) -> tuple[Nodes, Floats]:
    """Nodes reached (ascending) and p of each, near the π of `personalised_pagerank` (Andersen, Chung, Lang 2006).

    `graph` is n × n (weights ≥ 0) or what `departures` made of it; `seeds` are nodes, `weights` theirs (equal if left
    out, not all zero). A node whose residual r exceeds ε d (d its degree, 1 for none) keeps (1 − α) r and hands α r on
    to its neighbours; one without a way out hands it back to the seeds. All such push at once, until none is left.
    On a graph without direction 0 ≤ π(v) − p(v) ≤ ε d(v) for every node; the work is at most 1 / (ε (1 − α)) steps
    along edges of weight 1, however large the graph. With direction π − p ≥ 0 still holds and adds up to 1 − Σ p.

    >>> path = sparse.diags_array([[1, 1, 1], [1, 1, 1]], offsets=[-1, 1], dtype=float)
    >>> nodes, rank = pushed_pagerank(path, [0], epsilon=1e-9)
    >>> nodes.tolist(), rank.round(6).tolist()
    ([0, 1, 2, 3], [0.302224, 0.358175, 0.238316, 0.101284])
    """
    steps, degree = graph if isinstance(graph, tuple) else departures(graph)
    start = np.asarray(seeds, dtype=np.int64)
    share = np.ones(len(start)) if weights is None else np.asarray(weights, dtype=float)
    share = share / share.sum()
    # Zeroed pages cost nothing until they are touched, so arrays over all nodes keep the work local.
    rank, left = np.zeros(steps.shape[0]), np.zeros(steps.shape[0])
    np.add.at(left, start, share)
    reached, front = [np.unique(start)], np.unique(start)
    while len(front := front[left[front] > epsilon * np.where(degree[front] == 0, 1, degree[front])]):
        moved = left[front]
        left[front] = 0
        rank[front] += (1 - alpha) * moved
        moved *= alpha
        lost = moved[degree[front] == 0].sum()
        first, count = steps.indptr[front].astype(np.int64), steps.indptr[front + 1] - steps.indptr[front]
        edges = np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())
        to = steps.indices[edges]
        np.add.at(left, to, steps.data[edges] * np.repeat(moved, count))
        if lost > 0:
            np.add.at(left, start, lost * share)
            to = np.concatenate([to, start])
        front = np.unique(to)
        reached.append(front)
    nodes = np.unique(np.concatenate(reached))
    nodes = nodes[rank[nodes] > 0]
    return nodes, rank[nodes]
