"""Personalised PageRank: how much of a walk that keeps returning to its start is spent at each node."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

__all__ = ["personalised_pagerank", "transition"]

Floats = NDArray[np.float64]


def transition(adjacency: sparse.sparray) -> tuple[sparse.csr_array, NDArray[np.bool_]]:
    """Pᵀ (column-stochastic, ready to multiply) of `adjacency`, and which nodes have no way out."""
    rows = sparse.csr_array(adjacency).astype(float)
    out = np.asarray(rows.sum(axis=1)).ravel()
    scale = np.divide(1.0, out, out=np.zeros_like(out), where=out != 0)
    return sparse.csr_array((sparse.diags_array(scale) @ rows).T), out == 0


def personalised_pagerank(
    adjacency: sparse.sparray | tuple[sparse.csr_array, NDArray[np.bool_]], seeds: ArrayLike, *,
    alpha: float = 0.85, steps: int = 100, tolerance: float = 1e-10,
) -> Floats:
    """π = (1 − α) e + α Pᵀ π, summing to 1; dangling nodes return to the seeds, as networkx does.

    `adjacency` is n × n (weights ≥ 0) or what `transition` made of it; `seeds` n weights, not all zero. Ends when
    no node moves by more than `tolerance`, or after `steps`.

    >>> path = sparse.diags_array([[1, 1, 1], [1, 1, 1]], offsets=[-1, 1], dtype=float)
    >>> personalised_pagerank(path, [1, 0, 0, 0]).round(6)
    array([0.302224, 0.358175, 0.238316, 0.101284])
    """
    walk, dangling = adjacency if isinstance(adjacency, tuple) else transition(adjacency)
    e = np.asarray(seeds, dtype=float)
    e = e / e.sum()
    rank: Floats = e
    # A dangling node that nothing points at and that is no seed never has any rank to return.
    lost = np.flatnonzero(dangling & ((np.diff(walk.indptr) > 0) | (e > 0)))
    for _ in range(steps):
        moved = walk @ rank
        moved *= alpha
        moved += (alpha * rank[lost].sum() + 1 - alpha) * e
        still = np.abs(moved - rank).max() <= tolerance
        rank = moved
        if still:
            break
    return rank
