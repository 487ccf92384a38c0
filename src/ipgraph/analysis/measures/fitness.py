"""Fitness of actors and complexity of fields by the iteration of Tacchella et al. (2012)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ipgraph.analysis.measures.specialisation import ratio

__all__ = ["fitness"]

Floats = NDArray[np.float64]


def fitness(m: ArrayLike, steps: int = 200) -> tuple[Floats, Floats]:
    """Fitness F of actors and complexity Q of fields, each with mean 1 over those that are present anywhere.

    F̃_a = Σ_i M_ai Q_i, Q̃_i = 1 / Σ_a (M_ai / F_a), both divided by their mean after every step; F⁰ = Q⁰ = 1.
    Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012). `m` is presence, actors × fields. An actor
    without a field has F = 0, a field of nobody Q = 0. On sparse `m` some values run to 0 as `steps` grows: that is
    the measure, so the number of steps belongs to the answer.

    >>> f, q = fitness([[1, 1, 1, 1], [0, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]], steps=2)
    >>> f.round(6).tolist(), q.round(6).tolist()
    ([2.333333, 0.5, 0.833333, 0.333333], [2.386364, 0.477273, 0.795455, 0.340909])
    """
    x = np.asarray(m, dtype=float)
    f, q = (x.any(axis=1)).astype(float), (x.any(axis=0)).astype(float)
    rows, columns = f > 0, q > 0
    for _ in range(steps):
        sums = x @ q
        inverse = ratio(np.ones_like(f), f)
        difficulty = ratio(np.ones_like(q), inverse @ x)
        f, q = sums / sums[rows].mean() if rows.any() else sums, difficulty
        q = q / q[columns].mean() if columns.any() else q
    return f, q
