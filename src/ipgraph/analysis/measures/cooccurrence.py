"""How strongly two fields occur together, beside what their sizes alone would give (van Eck and Waltman 2009)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ipgraph.analysis.measures.specialisation import ratio

__all__ = ["association", "cosine", "jaccard", "probability"]

Floats = NDArray[np.float64]


def sizes(c: ArrayLike) -> tuple[Floats, Floats, float]:
    """C without its diagonal, S_i = Σ_j C_ij, and T = Σ_i S_i."""
    counts = np.array(c, dtype=float)
    np.fill_diagonal(counts, 0)
    return counts, counts.sum(axis=1), float(counts.sum())


def association(c: ArrayLike) -> Floats:
    """Association strength C_ij T / (S_i S_j): 1 where two fields meet as often as chance would have it.

    `c` is fields × fields, symmetric, its diagonal not counted; 0 for a field that meets nothing.

    >>> association([[0, 4, 2], [4, 0, 6], [2, 6, 0]])[0].tolist()
    [0.0, 1.6, 1.0]
    """
    counts, s, total = sizes(c)
    return ratio(counts * total, np.outer(s, s))


def cosine(c: ArrayLike) -> Floats:
    """C_ij / √(S_i S_j), 0–1 (Salton and McGill 1983).

    >>> cosine([[0, 4, 2], [4, 0, 6], [2, 6, 0]])[0].round(6).tolist()
    [0.0, 0.516398, 0.288675]
    """
    counts, s, _ = sizes(c)
    return ratio(counts, np.sqrt(np.outer(s, s)))


def jaccard(c: ArrayLike) -> Floats:
    """C_ij / (S_i + S_j − C_ij), 0–1 (Jaccard 1901).

    >>> jaccard([[0, 4, 2], [4, 0, 6], [2, 6, 0]])[0].round(6).tolist()
    [0.0, 0.333333, 0.166667]
    """
    counts, s, _ = sizes(c)
    return ratio(counts, s[:, None] + s[None, :] - counts)


def probability(c: ArrayLike) -> Floats:
    """C_ij over what drawing pairs of two different fields would give (Steijn 2017): 1 by chance.

    C_ij / {[(S_i/T)(S_j/(T − S_i)) + (S_j/T)(S_i/(T − S_j))] T/2}; 0 where a field meets nothing.

    >>> probability([[0, 4, 2], [4, 0, 6], [2, 6, 0]])[0].round(6).tolist()
    [0.0, 1.05, 0.705882]
    """
    counts, s, total = sizes(c)
    # (S_i/T)(S_j/(T − S_i)) T/2 = S_i S_j / (2 (T − S_i)); the other half is its transpose.
    first = ratio(np.outer(s, s), np.broadcast_to(2 * (total - s)[:, None], counts.shape))
    return ratio(counts, first + first.T)
