"""Who is specialised in what: location quotient, its symmetric form, presence, diversity, ubiquity, complexity."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["complexity", "diversity", "presence", "rsta", "rta", "ubiquity"]

Floats = NDArray[np.float64]


def rta(counts: ArrayLike) -> Floats:
    """Relative technological advantage, the location quotient of Balassa (1965).

    R[a,i] = (X[a,i] / X[a,.]) / (X[.,i] / X[.,.]); `counts` are actors × fields; 0 none, 1 neutral, 0/0 → 0.

    >>> rta([[100, 0], [50, 50]])
    array([[1.33333333, 0.        ],
           [0.66666667, 2.        ]])
    """
    x = np.asarray(counts, dtype=float)
    return ratio(x * x.sum(), x.sum(axis=1, keepdims=True) * x.sum(axis=0, keepdims=True))


def rsta(r: ArrayLike) -> Floats:
    """Symmetric form (R−1)/(R+1) in [−1, 1] of Dalum, Laursen and Villumsen (1998).

    >>> rsta([0, 1, 3])
    array([-1. ,  0. ,  0.5])
    """
    values = np.asarray(r, dtype=float)
    symmetric: Floats = (values - 1) / (values + 1)
    return symmetric


def presence(r: ArrayLike) -> Floats:
    """1 where R ≥ 1, else 0.

    >>> presence([[0.99, 1.0]])
    array([[0., 1.]])
    """
    return (np.asarray(r, dtype=float) >= 1).astype(float)


def diversity(m: ArrayLike) -> Floats:
    """Fields in which each actor is present: row sums of `m`.

    >>> diversity([[1, 1], [0, 1]])
    array([2., 1.])
    """
    return np.asarray(np.asarray(m, dtype=float).sum(axis=1))


def ubiquity(m: ArrayLike) -> Floats:
    """Actors present in each field: column sums of `m`.

    >>> ubiquity([[1, 1], [0, 1]])
    array([1., 2.])
    """
    return np.asarray(np.asarray(m, dtype=float).sum(axis=0))


def complexity(m: ArrayLike) -> tuple[Floats, Floats] | None:
    """Economic and product complexity (ECI, PCI) of Hidalgo and Hausmann (2009) from presence `m`.

    ECI: second eigenvector of D_a⁻¹ M D_i⁻¹ Mᵀ, sign such that it rises with diversity, as z-score (population).
    PCI: the same of D_i⁻¹ Mᵀ D_a⁻¹ M, scaled so that an actor's ECI is the mean PCI of the fields where it is present.
    Actors and fields without presence get NaN. None where there is no second eigenvector to speak of: fewer than
    three actors, a repeated eigenvalue, or a sign that diversity does not decide.

    >>> complexity([[1, 0], [1, 0]]) is None
    True
    """
    full = np.asarray(m, dtype=float)
    rows, columns = full.sum(axis=1) > 0, full.sum(axis=0) > 0
    x = full[np.ix_(rows, columns)]
    if x.shape[0] < 3 or x.shape[1] < 2:
        return None
    k_a, k_i = x.sum(axis=1), x.sum(axis=0)
    # D_a^-1 M D_i^-1 M^T is similar to a symmetric matrix, whose eigenvectors are real and come sorted; where there are
    # more actors than fields, those of the smaller matrix of fields lead to them.
    half = x / np.sqrt(k_a)[:, None] / np.sqrt(k_i)[None, :]
    tall = x.shape[0] > x.shape[1]
    values, vectors = np.linalg.eigh(half.T @ half if tall else half @ half.T)
    if values[-2] < 1e-9 or values[-1] - values[-2] < 1e-9 or (len(values) > 2 and values[-2] - values[-3] < 1e-9):
        return None
    v = (half @ vectors[:, -2] if tall else vectors[:, -2]) / np.sqrt(k_a)
    if v.std() < 1e-9 or k_a.std() == 0:
        return None
    agreement = np.corrcoef(v, k_a)[0, 1]
    if abs(agreement) < 1e-9:
        return None
    v = v * np.sign(agreement)
    eci = np.full(len(full), np.nan)
    pci = np.full(full.shape[1], np.nan)
    eci[rows] = (v - v.mean()) / v.std()
    pci[columns] = ((x / k_i).T @ v / values[-2] - v.mean()) / v.std()
    return eci, pci


def ratio(top: Any, bottom: Any) -> Floats:
    """top / bottom with 0 where bottom is 0."""
    bottom = np.broadcast_to(bottom, np.shape(top)).astype(float)
    return np.asarray(np.divide(top, bottom, out=np.zeros(np.shape(top)), where=bottom != 0))
