"""A small learned ranking: boosted trees over the features, trained on pairs of one seeker's candidates, and a
probability for every score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import xgboost
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.past import Floats
from ipgraph.analysis.recommend.pool import Pool, feature_of, log_places, rule_column

__all__ = ["Ranker", "learned", "train"]

#: Trees, and what each seed begins with; scores of all seeds are averaged.
TREES, SEEDS = 80, (1, 2, 3)
#: Pairs are drawn from the first twenty of each seeker, where an order can be seen.
SETTINGS = {
    "objective": "rank:pairwise", "lambdarank_pair_method": "topk", "lambdarank_num_pair_per_sample": 20,
    "max_depth": 4, "eta": 0.15, "subsample": 0.8, "colsample_bytree": 0.5, "min_child_weight": 0.1, "nthread": 1,
    "verbosity": 0, "max_bin": 64,
}
#: Halves of the seekers that are scored by what the other half taught, so that probabilities are those of the unseen.
HALVES = 2
#: Share of the candidates nobody found that is learnt from.
LEARNT = 1 / 3


@dataclass(frozen=True, eq=False)
class Ranker:
    """Trees, how much they are believed, and the steps from score to probability (`steps`:
    scores ascending, and probabilities)."""

    trees: Sequence[xgboost.Booster]
    choice: Choice
    steps: tuple[Floats, Floats]

    def scores(self, rows: Pool) -> Floats:
        """Of the trees, for each row of a pool; the higher the better within one question."""
        return scored(self.trees, rows.values, start(rows, self.choice))

    def everyone(self, rows: Pool, part: slice) -> Floats:
        """Scores of all actors for a block: the pool by trees and rule as chosen, all others below it by the rule; by
        the rule alone where nothing learnt is believed."""
        rest = rows.plain[feature_of(self.choice.rule)]
        if self.choice.weight == 0:
            return rest
        out = np.array(rest - rest.max() - 1, dtype=np.float64)
        learned, plain = log_places(rows.question, self.scores(rows)), start(rows, replace(self.choice, from_rule=True))
        found = (1 - self.choice.weight) * plain - self.choice.weight * learned
        out[rows.question - part.start, rows.actor] = found - (found.min() if len(found) else 0)
        return out

    def probability(self, scores: Floats) -> Floats:
        """That it comes to pass within the window, from the scores of the trees."""
        return np.interp(scores, *self.steps)


def train(tables: Sequence[Pool], choice: Choice) -> Ranker:
    """Learn from the tables of earlier windows."""
    values, margin, answer, question = joined(tables, choice)
    half = question % HALVES
    held_out = np.zeros(len(values), dtype=np.float64)
    for n in range(HALVES):
        kept = half != n
        trees = grown(values[kept], margin[kept], answer[kept], question[kept], SEEDS[:1])
        held_out[~kept] = scored(trees, values[~kept], margin[~kept])
    named = np.concatenate([t.named for t in tables])
    trees = grown(values, margin, answer, question, SEEDS)
    return Ranker(trees, choice, calibrated(held_out[named], answer[named]))


def learned(tables: Sequence[Pool], asked: Pool, choice: Choice) -> Floats:
    """Scores of the rows of one table by trees learnt from others."""
    return scored(grown(*joined(tables, choice), SEEDS), asked.values, start(asked, choice))


def joined(tables: Sequence[Pool], choice: Choice) -> tuple[Floats, Floats, NDArray[np.bool_], NDArray[np.int64]]:
    """Values, scores to start from, answers and questions of all tables, the questions numbered on."""
    ends = np.cumsum([0, *(t.question.max() + 1 for t in tables)])[:-1]
    return (np.vstack([t.values for t in tables]), np.concatenate([start(t, choice) for t in tables]),
            np.concatenate([t.answer for t in tables]),
            np.concatenate([t.question + s for t, s in zip(tables, ends, strict=True)]))


def start(rows: Pool, choice: Choice) -> Floats:
    """Where trees start from: minus the logarithm of the place by the rule, or nothing."""
    return -rows.column(rule_column(choice.rule)) * choice.from_rule


def grown(
    values: Floats, margin: Floats, answer: NDArray[np.bool_], question: NDArray[np.int64], seeds: Sequence[int],
) -> list[xgboost.Booster]:
    """A booster a seed. Questions come one after the other; of candidates nobody found, every third is enough."""
    kept = answer | (np.random.default_rng(SEEDS[0]).random(len(answer)) < LEARNT)
    rows = xgboost.QuantileDMatrix(values[kept], answer[kept].astype(float), qid=question[kept],
                                   base_margin=margin[kept], max_bin=SETTINGS["max_bin"])
    return [xgboost.train({**SETTINGS, "seed": seed}, rows, TREES) for seed in seeds]


def scored(trees: Sequence[xgboost.Booster], values: Floats, margin: Floats) -> Floats:
    rows = xgboost.DMatrix(values, base_margin=margin)
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
