"""How good a ranking is: reciprocal rank, hits, discounted gain, with ties told apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

__all__ = ["hits_at", "mean_reciprocal_rank", "ndcg_at", "tied_rank"]


def tied_rank(scores: ArrayLike, positive: int) -> tuple[int, int, float]:
    """Optimistic, pessimistic and mean rank of the candidate at `positive` among `scores`, best = 1.

    >>> tied_rank([.9, .5, .5, .5, .1], 1)
    (2, 4, 3.0)
    """
    values = np.asarray(scores, dtype=float)
    better = int((values > values[positive]).sum())
    equal = int((values == values[positive]).sum())
    return better + 1, better + equal, better + (equal + 1) / 2


def mean_reciprocal_rank(ranks: Sequence[float]) -> float | None:
    """MRR = mean of 1/rank; None without queries.

    >>> round(mean_reciprocal_rank([1, 3, 12]), 6)
    0.472222
    """
    return float(np.mean(1 / np.asarray(ranks, dtype=float))) if len(ranks) else None


def hits_at(ranks: Sequence[float], k: int) -> float | None:
    """Share of queries whose answer ranks among the first `k`; None without queries.

    >>> hits_at([1, 3, 12, 2], 3)
    0.75
    """
    return float(np.mean(np.asarray(ranks) <= k)) if len(ranks) else None


def ndcg_at(relevance: Sequence[float], k: int) -> float:
    """nDCG@k = DCG/IDCG with DCG = Σ (2^rel − 1) / log2(i + 1) over the first `k`; 0 where nothing is relevant.

    >>> round(ndcg_at([0, 1, 0, 1, 1], 5), 6)
    0.679731
    """
    gains = 2.0 ** np.asarray(relevance, dtype=float) - 1
    best = np.sort(gains)[::-1][:k]
    found = gains[:k]
    ideal = float((best / np.log2(np.arange(2, len(best) + 2))).sum())
    return float((found / np.log2(np.arange(2, len(found) + 2))).sum()) / ideal if ideal else 0.0
