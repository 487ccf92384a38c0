"""Figures of a classification with several labels a text: precision, recall, F1, and how honest its probabilities are.
"""

from __future__ import annotations

from typing import Any

import numpy as np

#: Resamples of a bootstrap, its seed, and the bins of a reliability diagram.
RESAMPLES, SEED, BINS = 500, 20250101, 10


def figures(truth: np.ndarray, given: np.ndarray, weight: np.ndarray) -> dict[str, Any]:
    """Micro and macro figures of `given` against `truth`, both texts × labels, with 95 % intervals.

    Micro: precision P, recall R and F1 = 2PR/(P + R) over all pairs; macro_f1: mean F1 of the labels that some text
    has. `weight`: how many texts each stands for. The bootstrap draws texts.

    >>> truth = np.array([[True, False], [True, False], [False, True]])
    >>> given = np.array([[True, False], [False, True], [False, True]])
    >>> found = figures(truth, given, np.ones(3))
    >>> found["precision"], found["recall"], found["macro_f1"]
    (0.6667, 0.6667, 0.6667)
    """
    parts = [np.where(hits, weight[:, None], 0.0) for hits in (truth & given, given, truth)]
    chance = np.random.default_rng(SEED)
    drawn = chance.multinomial(len(weight), np.full(len(weight), 1 / len(weight)), RESAMPLES).astype(float)
    resampled = [drawn @ part for part in parts]
    told = summed(*(part.sum(axis=0)[None] for part in parts))
    spread = summed(*resampled)
    found: dict[str, Any] = {name: rounded(values[0]) for name, values in told.items()}
    for name, values in spread.items():
        sure = values[~np.isnan(values)]
        found[f"{name}_ci"] = [rounded(v) for v in np.quantile(sure, [0.025, 0.975])] if len(sure) else None
    return found


def summed(hits: np.ndarray, given: np.ndarray, truth: np.ndarray) -> dict[str, np.ndarray]:
    """Figures of each row of sums by label; NaN where nothing is given or true."""
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = hits.sum(axis=1) / given.sum(axis=1)
        recall = hits.sum(axis=1) / truth.sum(axis=1)
        f1 = 2 * hits.sum(axis=1) / (given.sum(axis=1) + truth.sum(axis=1))
        each = np.where(truth > 0, 2 * hits / (given + truth), np.nan)
        has = (truth > 0).sum(axis=1)
        macro = np.nansum(each, axis=1) / has
    return {"precision": precision, "recall": recall, "f1": f1, "macro_f1": macro}


def calibration(y: np.ndarray, p: np.ndarray, w: np.ndarray) -> dict[str, Any]:
    """How far probabilities `p` are from what happened (`y`: 0 or 1), over pairs of text and label that weigh `w`.

    brier: mean (p − y)² (Brier 1950); ece: Σ |mean p − mean y| × share of the pairs, over ten bins of equal width
    (Naeini, Cooper, Hauskrecht 2015); reliability: the bins that have pairs, with mean p, mean y and pairs.

    >>> calibration(np.array([1, 0]), np.array([0.8, 0.2]), np.ones(2))["brier"]
    0.04
    """
    bin = np.minimum((p * BINS).astype(int), BINS - 1)
    count, said, came = (np.bincount(bin, weights=part, minlength=BINS) for part in (w, w * p, w * y))
    has = count > 0
    ece = np.abs(said - came).sum() / count.sum()
    rows = [{"from": b / BINS, "said": rounded(said[b] / count[b]), "came": rounded(came[b] / count[b]),
             "pairs": round(count[b])} for b in np.flatnonzero(has).tolist()]
    return {"brier": float(round((w * (p - y) ** 2).sum() / w.sum(), 6)), "ece": float(round(ece, 6)),
            "reliability": rows}


def rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)
