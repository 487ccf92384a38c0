"""What goes with what: proximity of fields, and how much of an actor's surroundings of a field it already has."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from ipgraph.analysis.measures.specialisation import ratio

__all__ = ["density", "proximity"]

Floats = NDArray[np.float64]


def proximity(m: ArrayLike | sparse.sparray) -> Floats:
    """φ_ij = Σ_a M_ai M_aj / max(k_i0, k_j0) of Hidalgo et al. (2007), fields × fields; 0 for a field of nobody.

    >>> proximity([[1, 1], [0, 1]])
    array([[1. , 0.5],
           [0.5, 1. ]])
    """
    x: Any = m if sparse.issparse(m) else np.asarray(m, dtype=float)
    both = x.T @ x
    both = both.toarray() if sparse.issparse(both) else both
    k = np.diag(both)
    return ratio(both, np.maximum(k[:, None], k[None, :]))


def density(m: ArrayLike | sparse.sparray, phi: ArrayLike, keep_diagonal: bool = True) -> Floats:
    """ω_ai = Σ_j M_aj φ_ij / Σ_j φ_ij, actors × fields, 0–1.

    φ_ii counts (py-ecomplexity) unless `keep_diagonal` is false (Boschma and Balland).

    >>> m = [[1, 1], [0, 1]]
    >>> density(m, proximity(m))
    array([[1.        , 1.        ],
           [0.33333333, 0.66666667]])
    """
    weights = np.array(phi, dtype=float)
    if not keep_diagonal:
        np.fill_diagonal(weights, 0)
    x: Any = m if sparse.issparse(m) else np.asarray(m, dtype=float)
    return ratio(x @ weights, weights.sum(axis=0)[None, :])
