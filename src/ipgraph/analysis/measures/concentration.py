"""How few hold how much: Herfindahl-Hirschman index in three forms, and the share of the four largest."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

__all__ = ["concentration_ratio", "hhi", "hhi_corrected", "hhi_normalised"]


def hhi(counts: ArrayLike) -> float | None:
    """Σ s², 0–1 (× 10,000 in the points of the US merger guidelines); None where nobody holds anything.

    >>> round(10_000 * hhi([40, 30, 20, 10]))
    3000
    """
    x = np.asarray(counts, dtype=float)
    total = x.sum()
    return float(np.sum((x / total) ** 2)) if total > 0 else None


def hhi_normalised(counts: ArrayLike) -> float | None:
    """(HHI − 1/n) / (1 − 1/n) for n holders: 0 when all hold the same; None for fewer than two.

    >>> hhi_normalised([5, 5])
    0.0
    """
    x = np.asarray(counts, dtype=float)
    n = int((x > 0).sum())
    value = hhi(x)
    return None if value is None or n < 2 else (value - 1 / n) / (1 - 1 / n)


def hhi_corrected(counts: ArrayLike) -> float | None:
    """(N·HHI − 1) / (N − 1) for N patents in all, at least 0: without the bias of small counts (Hall 2005).

    None where N ≤ 1. `counts` are (fractional) patents of each holder.

    >>> hhi_corrected([1, 1])
    0.0
    """
    x = np.asarray(counts, dtype=float)
    total = float(x.sum())
    value = hhi(x)
    return None if value is None or total <= 1 else max(0.0, (total * value - 1) / (total - 1))


def concentration_ratio(counts: ArrayLike, largest: int = 4) -> float | None:
    """CR4: share of the `largest` holders together, 0–1; None where nobody holds anything.

    >>> concentration_ratio([25, 20, 15, 10, 8, 7, 6, 5, 4])
    0.7
    """
    x = np.sort(np.asarray(counts, dtype=float))[::-1]
    return float(x[:largest].sum() / x.sum()) if x.sum() > 0 else None
