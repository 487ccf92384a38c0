"""How good rankings are: figures over questions, and how sure they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["DRAWS", "SEED", "calibration", "difference", "figures", "interval", "of_questions"]

#: Draws of the bootstrap, and what they begin with.
DRAWS, SEED = 1000, 20250101
HITS = (1, 3, 10)


def of_questions(ranks: pd.DataFrame) -> pd.DataFrame:
    """By question (index): reciprocal (of the first answer's rank), hits at 1, 3 and 10 (0 or 1), ndcg10.

    `ranks` has question and rank, a row an answer; nDCG@10 = Σ 1 / log2(1 + rank) over the answers among the first
    ten, over the same sum were they first.
    """
    by = ranks.groupby("question")["rank"]
    first, count = by.min(), by.size().clip(upper=10).to_numpy()
    gain = (1 / np.log2(1 + ranks["rank"])).where(ranks["rank"] <= 10, 0.0).groupby(ranks["question"]).sum()
    ideal = np.cumsum(1 / np.log2(np.arange(2, 12)))[count - 1]
    return pd.DataFrame({
        "reciprocal": 1 / first, **{f"hits{k}": (first <= k).astype(float) for k in HITS},
        "ndcg10": (gain / ideal).clip(upper=1),
    })


def figures(rows: pd.DataFrame) -> dict[str, Any]:
    """mrr, hits, ndcg10 and queries of rows of `of_questions`."""
    return {
        "mrr": mean(rows["reciprocal"]), "hits": {str(k): mean(rows[f"hits{k}"]) for k in HITS},
        "ndcg10": mean(rows["ndcg10"]), "queries": len(rows),
    }


def interval(values: NDArray[np.float64], clusters: NDArray[np.int64]) -> list[float]:
    """95 % interval of a mean by bootstrap over clusters (seekers, with their questions of all cuts)."""
    return spread(lambda weight: weight @ values / weight.sum(), clusters)


def difference(ours: NDArray[np.float64], theirs: NDArray[np.float64], clusters: NDArray[np.int64]) -> list[float]:
    """95 % interval of the mean difference of two ways to answer the same questions."""
    return interval(ours - theirs, clusters)


def calibration(chance: NDArray[np.float64], answer: NDArray[np.bool_]) -> dict[str, Any]:
    """How far probabilities are from what came to pass: `bins` by probability (upper edge, mean, share of answers,
    candidates) and `error`, the mean distance weighted by candidates (expected calibration error)."""
    edges = np.array([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0])
    at = np.searchsorted(edges, chance).clip(max=len(edges) - 1)
    bins = [{"to": float(edge), "mean": round(float(chance[at == n].mean()), 5),
             "observed": round(float(answer[at == n].mean()), 5), "candidates": int((at == n).sum())}
            for n, edge in enumerate(edges) if (at == n).any()]
    error = sum(abs(b["mean"] - b["observed"]) * b["candidates"] for b in bins) / max(len(chance), 1)
    return {"bins": bins, "error": round(error, 6)}


def spread(statistic: Any, clusters: NDArray[np.int64]) -> list[float]:
    """2.5 % and 97.5 % quantile of a statistic of weights, over draws of whole clusters."""
    code = np.unique(clusters, return_inverse=True)[1]
    count, draw = code.max() + 1, np.random.default_rng(SEED)
    found = [statistic(np.bincount(draw.integers(0, count, count), minlength=count)[code].astype(float))
             for _ in range(DRAWS)]
    low, high = np.quantile(found, [0.025, 0.975])
    return [round(float(low), 4), round(float(high), 4)]


def mean(values: pd.Series[float]) -> float:
    return round(float(values.mean()), 4)
