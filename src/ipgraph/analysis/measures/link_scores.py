"""How close two nodes of a graph are by the neighbours that they share; rows of scores for a block of nodes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["adamic_adar", "common_neighbours", "jaccard", "preferential_attachment", "resource_allocation"]

Floats = NDArray[np.floating[Any]]
Rows = NDArray[np.int64]


def common_neighbours(ties: sparse.csr_array, rows: Rows) -> Floats:
    """|Γ(u) ∩ Γ(v)|, a row for each u of `rows`, a column for each v. `ties`: symmetric, ones, an empty diagonal.

    >>> common_neighbours(sparse.csr_array(np.ones((5, 5)) - np.eye(5)), np.array([0]))[0, 1]
    np.float64(3.0)
    """
    return np.asarray((ties[rows] @ ties).toarray())


def jaccard(ties: sparse.csr_array, rows: Rows) -> Floats:
    """|Γ(u) ∩ Γ(v)| / |Γ(u) ∪ Γ(v)|, 0 where neither has a neighbour (Jaccard 1901)."""
    shared, degree = common_neighbours(ties, rows), degrees(ties)
    either = degree[rows][:, None] + degree[None, :] - shared
    return np.asarray(np.divide(shared, either, out=np.zeros_like(shared), where=either > 0))


def adamic_adar(ties: sparse.csr_array, rows: Rows) -> Floats:
    """Σ_z 1 / ln k_z over the common neighbours z (Adamic and Adar 2003)."""
    return through(ties, rows, np.log(np.maximum(degrees(ties), 1)))


def resource_allocation(ties: sparse.csr_array, rows: Rows) -> Floats:
    """Σ_z 1 / k_z over the common neighbours z (Zhou, Lü and Zhang 2009)."""
    return through(ties, rows, degrees(ties))


def preferential_attachment(ties: sparse.csr_array, rows: Rows) -> Floats:
    """k_u · k_v (Barabási and Albert 1999)."""
    degree = degrees(ties)
    return np.asarray(degree[rows][:, None] * degree[None, :])


def degrees(ties: sparse.csr_array) -> Floats:
    return np.asarray(ties.sum(axis=1)).ravel()


def through(ties: sparse.csr_array, rows: Rows, weight: Floats) -> Floats:
    """Σ_z 1 / weight_z over the common neighbours; one whose weight is 0 shares nobody with anybody."""
    each = np.divide(1, weight, out=np.zeros_like(weight), where=weight > 0)
    return np.asarray((ties[rows] @ sparse.diags_array(each) @ ties).toarray())
