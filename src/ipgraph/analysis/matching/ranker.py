"""A ranker learned from the corpus itself: conditional logit over the features of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.text import FIELDS

__all__ = ["PLAIN", "Lesson", "Ranker", "learn"]

Floats = NDArray[np.float64]
#: Pulls of the weights towards nought that are tried, and lessons below which nothing is learned.
PULLS = (0.003, 0.03, 0.1, 0.3)
ENOUGH = 30


@dataclass(frozen=True, eq=False)
class Lesson:
    """One need whose answers are known: features of the candidates, and which of them are answers."""

    features: Floats
    right: NDArray[np.bool_]


@dataclass(frozen=True)
class Ranker:
    """Weights of `FEATURES`; `lessons` is how many needs they were learned from, 0 for those set by hand."""

    weights: tuple[float, ...]
    lessons: int

    def score(self, features: Floats) -> Floats:
        """Utilities, rounded so that equals stay equal; their differences are log odds."""
        utility: Floats = np.round(features @ np.array(self.weights), 6)
        return utility


#: Where nothing could be learned: characters, pairs and words alike, each over its best.
PLAIN = Ranker(tuple(8.0 if name.endswith("of best") else 0.0 for name in FEATURES), 0)
#: Ways that need no learning, any of which may do better than what is learned: BM25 over one field, or all alike.
SINGLE = (PLAIN, *(Ranker(tuple(float(name == f"{field} bm25") for name in FEATURES), 0) for field in FIELDS))


def learn(lessons: Sequence[Lesson]) -> Ranker:
    """The ranker that does best on lessons held out: weights learned with any of `PULLS`, or a single method.

    Every way is tried on the half of the lessons that it has not learned from, by the mean of 1 / rank of the first
    right candidate; the best is learned again from all. Lessons without an answer among the candidates, or with
    nothing else, teach nothing; fewer than `ENOUGH` of the others give `PLAIN`.
    """
    usable = [lesson for lesson in lessons if lesson.right.any() and not lesson.right.all()]
    if len(usable) < ENOUGH:
        return PLAIN
    halves = usable[::2], usable[1::2]
    worth = {pull: [mean_rank(fitted(half, pull), other) for half, other in (halves, halves[::-1])] for pull in PULLS}
    single = {ranker: [mean_rank(ranker, half) for half in halves] for ranker in SINGLE}
    pull = max(PULLS, key=lambda p: (round(sum(worth[p]), 6), p))
    best = max(SINGLE, key=lambda ranker: round(sum(single[ranker]), 6))
    if sum(single[best]) > sum(worth[pull]):
        return Ranker(best.weights, len(usable))
    return fitted(usable, pull)


def mean_rank(ranker: Ranker, lessons: Sequence[Lesson]) -> float:
    """Mean of 1 / rank of the first right candidate."""
    first = []
    for lesson in lessons:
        utility = ranker.score(lesson.features)
        first.append(1 / (1 + (utility > utility[lesson.right].max()).sum()))
    return float(np.mean(first))


def fitted(lessons: Sequence[Lesson], pull: float) -> Ranker:
    """Weights w that make the right candidates likely: Σ −ln Σ_right softmax(x w) + pull |w σ|², by L-BFGS.

    McFadden (1974), Conditional logit analysis of qualitative choice behavior; with several answers as ListNet's top
    one (Cao et al. 2007). σ is the spread of a feature within a need. Every lesson has a right candidate and another.
    """
    ends = np.cumsum([0, *(len(lesson.right) for lesson in lessons)])
    starts, sizes, count = ends[:-1], np.diff(ends), len(lessons)
    x = np.concatenate([lesson.features - lesson.features.mean(axis=0) for lesson in lessons])
    right = np.concatenate([lesson.right for lesson in lessons]).astype(float)
    spread = np.sqrt((x**2).mean(axis=0)) + 1e-9
    x /= spread

    def cost(w: Floats) -> tuple[float, Floats]:
        utility = x @ w
        odds = np.exp(utility - np.repeat(np.maximum.reduceat(utility, starts), sizes))
        share = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        hit = np.maximum(np.add.reduceat(share * right, starts), 1e-12)
        slope = (share - share * right / np.repeat(hit, sizes)) @ x / count
        return float(-np.log(hit).mean() + pull * w @ w), slope + 2 * pull * w

    found = minimize(cost, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Ranker(tuple(float(w) for w in np.round(found.x / spread, 6)), count)
