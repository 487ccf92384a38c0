"""Where a segment stands between raw material and final use."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csgraph, csr_array

__all__ = ["STAGE_STEPS", "incoherence", "leontief", "trophic_levels", "unit_final_use", "upstreamness"]

Floats = NDArray[np.float64]

#: Steps to final use where a chain has stages and no flows; 1 is final use, as in `upstreamness`.
STAGE_STEPS = {"upstream": 3.0, "midstream": 2.0, "downstream": 1.0}


def leontief(z: ArrayLike, x: ArrayLike) -> Floats:
    """L = (I − A)⁻¹ with a_ij = z_ij / x_j: output needed in i for one of final use of j (Miller and Blair 2009)."""
    flows, output = np.asarray(z, dtype=float), np.asarray(x, dtype=float)
    return np.asarray(np.linalg.inv(np.eye(len(output)) - flows / output[None, :]))


def upstreamness(z: ArrayLike, x: ArrayLike) -> Floats:
    """U = (I − D)⁻¹ 1 with d_ij = z_ij / x_i: mean distance to final use, ≥ 1, 1 = final use only.

    Antràs, Chor, Fally and Hillberry (2012). `z` are flows from i to j, `x` the outputs (flows and final use).

    >>> upstreamness([[0, 60, 0], [0, 0, 90], [0, 0, 0]], [100, 150, 200])
    array([1.96, 1.6 , 1.  ])
    """
    flows, output = np.asarray(z, dtype=float), np.asarray(x, dtype=float)
    return np.asarray(np.linalg.solve(np.eye(len(output)) - flows / output[:, None], np.ones(len(output))))


def unit_final_use(z: ArrayLike, outlets: ArrayLike | None = None) -> Floats:
    """Output x of each segment of a chain of which only the edges are known: a flow of 1 an edge, and final use.

    Final use is 1 where flows leave: at `outlets` (true for what feeds another chain), at a segment that feeds nothing
    and, so that circles have an answer, at every member of a circle that feeds nothing outside itself.
    x_i = Σ_j z_ij + final use.

    >>> unit_final_use([[0, 1], [0, 0]])
    array([1., 1.])
    """
    flows = np.asarray(z, dtype=float)
    count, part = csgraph.connected_components(csr_array(flows), connection="strong")
    start, end = np.nonzero(flows)
    leaves = np.ones(count, dtype=bool)
    leaves[part[start[part[start] != part[end]]]] = False
    leaving = np.zeros(len(flows), dtype=bool) if outlets is None else np.asarray(outlets, dtype=bool)
    leaves[part[leaving]] = False
    return np.asarray(flows.sum(axis=1) + (leaves[part] | leaving))


def trophic_levels(w: ArrayLike) -> Floats:
    """Trophic levels h of MacKay, Johnson and Sansom (2020): Λ h = v, each connected part shifted to begin at 0.

    Λ = diag(w_in + w_out) − W − Wᵀ, v = w_in − w_out; bears cycles.

    >>> trophic_levels([[0, 1, 0], [0, 0, 1], [0, 0, 0]])
    array([0., 1., 2.])
    """
    flows = np.asarray(w, dtype=float)
    inward, outward = flows.sum(axis=0), flows.sum(axis=1)
    balance = np.diag(inward + outward) - flows - flows.T
    levels = np.zeros(len(flows))
    count, part = csgraph.connected_components(csr_array(flows), directed=False)
    for one in range(count):
        members = np.flatnonzero(part == one)
        if len(members) > 1:
            # Λ is singular by a constant: the first member is held at 0, then all are shifted.
            rest = members[1:]
            levels[rest] = np.linalg.solve(balance[np.ix_(rest, rest)], (inward - outward)[rest])
            levels[members] -= levels[members].min()
    rounded: Floats = np.round(levels, 12) + 0.0
    return rounded


def incoherence(w: ArrayLike, levels: ArrayLike) -> float | None:
    """F0 = Σ w_ij (h_j − h_i − 1)² / Σ w_ij: 0 for a pure chain, 1 for a pure cycle; None without flows.

    >>> incoherence([[0, 1], [0, 0]], [0, 1])
    0.0
    """
    flows, h = np.asarray(w, dtype=float), np.asarray(levels, dtype=float)
    if flows.sum() == 0:
        return None
    return float((flows * (h[None, :] - h[:, None] - 1) ** 2).sum() / flows.sum())
