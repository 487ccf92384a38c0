"""A ranker learned from the corpus itself: conditional logit over the features of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ipgraph.analysis.matching.features import FEATURES

__all__ = ["PLAIN", "Lesson", "Ranker", "learn"]

Floats = NDArray[np.float64]
#: Pull of the weights towards nought, and lessons below which nothing is learned.
PULL = 0.003
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


def learn(lessons: Sequence[Lesson]) -> Ranker:
    """Weights w that make the right candidates likely: Σ −ln Σ_right softmax(x w) + PULL |w σ|², by L-BFGS.

    McFadden (1974), Conditional logit analysis of qualitative choice behavior; with several answers as ListNet's top
    one (Cao et al. 2007). σ is the spread of a feature within a need. Fewer than `ENOUGH` lessons give `PLAIN`.
    """
    usable = [lesson for lesson in lessons if lesson.right.any() and not lesson.right.all()]
    if len(usable) < ENOUGH:
        return PLAIN
    most = max(len(lesson.right) for lesson in usable)
    x = np.zeros((len(usable), most, len(FEATURES)))
    there, right = np.zeros((2, len(usable), most), dtype=bool)
    for n, lesson in enumerate(usable):
        count = len(lesson.right)
        x[n, :count] = lesson.features - lesson.features.mean(axis=0)
        there[n, :count], right[n, :count] = True, lesson.right
    spread = np.sqrt((x**2).sum(axis=(0, 1)) / there.sum()) + 1e-9
    x /= spread

    def cost(w: Floats) -> tuple[float, Floats]:
        utility = np.where(there, x @ w, -np.inf)
        odds = np.exp(utility - utility.max(axis=1, keepdims=True))
        share = odds / odds.sum(axis=1, keepdims=True)
        hit = np.maximum((share * right).sum(axis=1, keepdims=True), 1e-12)
        slope = np.einsum("qk,qkf->f", share - share * right / hit, x) / len(usable)
        return float(-np.log(hit).mean() + PULL * w @ w), slope + 2 * PULL * w

    found = minimize(cost, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return Ranker(tuple(float(w) for w in np.round(found.x / spread, 6)), len(usable))
