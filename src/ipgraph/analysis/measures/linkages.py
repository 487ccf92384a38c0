"""How much a segment pulls and pushes the others: Rasmussen's and Ghosh's linkages, and downstreamness."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ipgraph.analysis.measures.position import leontief

__all__ = ["backward_linkage", "downstreamness", "forward_linkage", "ghosh", "ghosh_linkage"]

Floats = NDArray[np.float64]


def ghosh(z: ArrayLike, x: ArrayLike) -> Floats:
    """G = (I − B)⁻¹ with b_ij = z_ij / x_i: output in j made possible by one of primary input in i (Ghosh 1958)."""
    flows, output = np.asarray(z, dtype=float), np.asarray(x, dtype=float)
    return np.asarray(np.linalg.inv(np.eye(len(output)) - flows / output[:, None]))


def backward_linkage(z: ArrayLike, x: ArrayLike) -> Floats:
    """(mean_i l_ij) / (mean of all l): above 1, segment j draws more on the others than the average (Rasmussen 1956).

    >>> backward_linkage([[150, 500], [200, 100]], [1000, 2000]).round(6).tolist()
    [1.022222, 0.977778]
    """
    inverse = leontief(z, x)
    return np.asarray(inverse.mean(axis=0) / inverse.mean())


def forward_linkage(z: ArrayLike, x: ArrayLike) -> Floats:
    """(mean_j l_ij) / (mean of all l): above 1, the others draw more on segment i than on the average (Rasmussen 1956).

    >>> forward_linkage([[150, 500], [200, 100]], [1000, 2000]).round(6).tolist()
    [1.066667, 0.933333]
    """
    inverse = leontief(z, x)
    return np.asarray(inverse.mean(axis=1) / inverse.mean())


def ghosh_linkage(z: ArrayLike, x: ArrayLike) -> Floats:
    """(mean_j g_ij) / (mean of all g): the forward linkage from the supply side; above 1 on both sides is a key node.

    >>> ghosh_linkage([[150, 500], [200, 100]], [1000, 2000]).round(6).tolist()
    [1.208333, 0.791667]
    """
    inverse = ghosh(z, x)
    return np.asarray(inverse.mean(axis=1) / inverse.mean())


def downstreamness(z: ArrayLike, x: ArrayLike) -> Floats:
    """Column sums of L: steps of production behind one unit of final use of j, ≥ 1 (Miller and Temurshoev 2017).

    >>> downstreamness([[150, 500], [200, 100]], [1000, 2000]).round(6).tolist()
    [1.518152, 1.452145]
    """
    return np.asarray(leontief(z, x).sum(axis=0))
