"""How widely a patent draws on technology and is drawn on: originality and generality."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["breadth"]

Floats = NDArray[np.float64]


def breadth(patent: ArrayLike, field: ArrayLike, count: int, *, corrected: bool = True) -> Floats:
    """1 − Σ_k (n_k/N)² for each of `count` patents, over the fields k of the N citations it has.

    With the fields of the citing documents this is generality, with those of the cited ones originality (Trajtenberg,
    Henderson and Jaffe 1997). `patent` and `field` are positions, one pair a citation and field. `corrected` takes the
    bias of small N away by N/(N − 1) (Hall, Jaffe and Trajtenberg 2001): NaN for N = 1. NaN for N = 0.

    >>> breadth([0, 0, 0, 0], [7, 7, 8, 9], 1, corrected=False).tolist()
    [0.625]
    >>> breadth([0, 0, 0, 0], [7, 7, 8, 9], 1).round(6).tolist()
    [0.833333]
    """
    who, what = np.asarray(patent, dtype=np.int64), np.asarray(field, dtype=np.int64)
    total = np.bincount(who, minlength=count).astype(float)
    width = int(what.max()) + 1 if len(what) else 1
    pair, met = np.unique(who * width + what, return_counts=True)
    squares = np.bincount(pair // width, weights=met.astype(float) ** 2, minlength=count)
    found = np.full(count, np.nan)
    known = total > (1 if corrected else 0)
    found[known] = 1 - squares[known] / total[known] ** 2
    if corrected:
        found[known] *= total[known] / (total[known] - 1)
    return found
