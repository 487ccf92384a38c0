"""A ranker learned from the corpus itself: conditional logit over the features of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.text import FIELDS

__all__ = ["PLAIN", "Lesson", "Ranker", "learn"]

Floats = NDArray[np.float64]
#: Pulls of the weights towards nought that are tried, what later kinds of lessons count beside the first, and lessons
#: of a kind below which it teaches nothing.
PULLS = (0.003, 0.03, 0.3)
BESIDE = (1, 3, 10, 30)
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


def learn(*kinds: Sequence[Lesson]) -> Ranker:
    """The ranker that does best on lessons held out: weights learned with any of `PULLS`, or a single method.

    Every way is tried on the half of the lessons that it has not learned from, by the mean of 1 / rank of the first
    right candidate. With several kinds of lessons, any of `BESIDE` is what the later kinds count beside the first, and
    the best way is the one that gains most over the best single method of each kind, the gains multiplied, first among
    those that lose on no kind. It is learned again from all. Lessons without an answer among the candidates, or with
    nothing else, teach nothing; kinds with fewer than `ENOUGH` of the others are left out, and where none is left,
    PLAIN is the answer.
    """
    usable = [[one for one in kind if one.right.any() and not one.right.all()] for kind in kinds]
    usable = [kind for kind in usable if len(kind) >= ENOUGH]
    if not usable:
        return PLAIN
    halves = [[kind[::2] for kind in usable], [kind[1::2] for kind in usable]]
    sides = list(zip(halves, halves[::-1], strict=True))
    single = {ranker: worth([(ranker, half) for half in halves]) for ranker in SINGLE}
    best = np.max(list(single.values()), axis=0)

    def gain(found: Floats) -> tuple[bool, float]:
        gains = np.round(np.log(np.maximum(found, 1e-9) / np.maximum(best, 1e-9)), 6)
        return bool((gains >= 0).all()), float(gains.sum())

    ways = list(product(PULLS, BESIDE if len(usable) > 1 else (1,)))
    learned = {way: worth([(fitted(half, *way), other) for half, other in sides]) for way in ways}
    way = max(ways, key=lambda one: (*gain(learned[one]), one))
    plain = max(SINGLE, key=lambda ranker: gain(single[ranker]))
    if gain(single[plain]) > gain(learned[way]):
        return Ranker(plain.weights, sum(map(len, usable)))
    return fitted(usable, *way)


def worth(tried: Sequence[tuple[Ranker, Sequence[Sequence[Lesson]]]]) -> Floats:
    """Of each kind of lessons the sum of mean ranks over what was tried."""
    found: Floats = np.array([[mean_rank(ranker, kind) for kind in half] for ranker, half in tried]).sum(axis=0)
    return found


def mean_rank(ranker: Ranker, lessons: Sequence[Lesson]) -> float:
    """Mean of 1 / rank of the first right candidate, equals that are wrong before it: a way that tells nothing apart
    would otherwise look best."""
    first = []
    for lesson in lessons:
        utility = ranker.score(lesson.features)
        first.append(1 / (1 + (utility[~lesson.right] >= utility[lesson.right].max()).sum()))
    return float(np.mean(first))


def fitted(kinds: Sequence[Sequence[Lesson]], pull: float, beside: float = 1) -> Ranker:
    """Weights w that make the right candidates likely: Σ −ln Σ_right softmax(x w) + pull |w σ|², by L-BFGS.

    McFadden (1974), Conditional logit analysis of qualitative choice behavior; with several answers as ListNet's top
    one (Cao et al. 2007). σ is the spread of a feature within a need. Every lesson has a right candidate and another.
    Every kind has a mean of its own; those after the first count `beside` times as much.
    """
    from scipy.optimize import minimize  # half of scipy comes along

    lessons = [lesson for kind in kinds for lesson in kind]
    shares = np.repeat([(beside if n else 1.0) / len(kind) for n, kind in enumerate(kinds)], [len(k) for k in kinds])
    shares /= shares.sum()
    ends = np.cumsum([0, *(len(lesson.right) for lesson in lessons)])
    starts, sizes = ends[:-1], np.diff(ends)
    x = np.concatenate([lesson.features - lesson.features.mean(axis=0) for lesson in lessons])
    right = np.concatenate([lesson.right for lesson in lessons]).astype(float)
    counts = np.repeat(shares, sizes)
    spread = np.sqrt((x**2).mean(axis=0)) + 1e-9
    x /= spread

    def cost(w: Floats) -> tuple[float, Floats]:
        utility = x @ w
        odds = np.exp(utility - np.repeat(np.maximum.reduceat(utility, starts), sizes))
        share = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        hit = np.maximum(np.add.reduceat(share * right, starts), 1e-12)
        slope = (counts * (share - share * right / np.repeat(hit, sizes))) @ x
        return float(-shares @ np.log(hit) + pull * w @ w), slope + 2 * pull * w

    found = minimize(cost, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Ranker(tuple(float(w) for w in np.round(found.x / spread, 6)), len(lessons))
