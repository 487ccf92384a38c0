"""A small learned ranking: boosted trees over the features, trained on pairs of one seeker's candidates, and a
probability for every score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import xgboost
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from ipgraph.analysis.recommend.past import Floats
from ipgraph.analysis.recommend.pool import Pool

__all__ = ["FALLBACK", "Ranker", "train"]

#: Trees, and what each seed begins with; scores of all seeds are added.
TREES, SEEDS = 80, (1, 2)
#: Pairs are drawn from the first twenty of each seeker, where an order can be seen.
SETTINGS = {
    "objective": "rank:pairwise", "lambdarank_pair_method": "topk", "lambdarank_num_pair_per_sample": 20,
    "max_depth": 4, "eta": 0.15, "subsample": 0.8, "colsample_bytree": 0.5, "min_child_weight": 0.1, "nthread": 1,
    "verbosity": 0, "max_bin": 64,
}
#: Who is not in the pool stands below it, in the order of this feature.
FALLBACK = "whole_pagerank"
#: Halves of the seekers that are scored by what the other half taught, so that probabilities are those of the unseen.
HALVES = 2


@dataclass(frozen=True, eq=False)
class Ranker:
    """Trees, and the steps from score to probability (`steps`: scores ascending, and probabilities)."""

    trees: Sequence[xgboost.Booster]
    steps: tuple[Floats, Floats]

    def scores(self, rows: Pool) -> Floats:
        """A score for each row of a pool; the higher the better within one question."""
        return scored(self.trees, rows.values)

    def everyone(self, rows: Pool, part: slice) -> Floats:
        """Scores of all actors for a block: the pool by the trees, all others below."""
        rest = rows.plain[FALLBACK]
        low = rest - rest.max() - 1
        out = np.array(low, dtype=np.float64)
        found = self.scores(rows)
        out[rows.question - part.start, rows.actor] = found - (found.min() if len(found) else 0)
        return out

    def probability(self, scores: Floats) -> Floats:
        """That it comes to pass within the window, from the scores."""
        return np.interp(scores, *self.steps)


def train(tables: Sequence[Pool]) -> Ranker:
    """Learn from the tables of earlier windows."""
    values = np.vstack([t.values for t in tables])
    answer = np.concatenate([t.answer for t in tables])
    named = np.concatenate([t.named for t in tables])
    starts = np.cumsum([0, *(t.question.max() + 1 for t in tables)])[:-1]
    question = np.concatenate([t.question + s for t, s in zip(tables, starts, strict=True)])
    half = question % HALVES
    held_out = np.zeros(len(values), dtype=np.float64)
    for n in range(HALVES):
        kept = half != n
        held_out[~kept] = scored(grown(values[kept], answer[kept], question[kept], SEEDS[:1]), values[~kept])
    return Ranker(grown(values, answer, question, SEEDS), calibrated(held_out[named], answer[named]))


def grown(
    values: Floats, answer: NDArray[np.bool_], question: NDArray[np.int64], seeds: Sequence[int],
) -> list[xgboost.Booster]:
    """A booster a seed. Questions come one after the other."""
    rows = xgboost.QuantileDMatrix(values, answer.astype(float), qid=question, max_bin=SETTINGS["max_bin"])
    return [xgboost.train({**SETTINGS, "seed": seed}, rows, TREES) for seed in seeds]


def scored(trees: Sequence[xgboost.Booster], values: Floats) -> Floats:
    rows = xgboost.DMatrix(values)
    found: Floats = np.sum([tree.predict(rows, output_margin=True) for tree in trees], axis=0, dtype=np.float64)
    return found / len(trees)


def calibrated(scores: Floats, answer: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Scores ascending and the share of answers at each, never falling (isotonic; Zadrozny, Elkan 2002)."""
    order = np.argsort(scores, kind="stable")
    share = isotonic_regression(answer[order].astype(float)).x
    ends = np.flatnonzero(np.r_[True, share[1:] != share[:-1], True])
    first, last = ends[:-1], ends[1:] - 1
    at = np.unique(np.r_[first, last])
    return scores[order][at], share[at]
