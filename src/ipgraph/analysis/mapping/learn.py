"""One linear model a segment on the n-grams of texts, its scores made into probabilities on texts held out.

L2-regularised squared-hinge SVMs on tf-idf rows of length 1 (Fan et al. 2008, LIBLINEAR). For each of three parts a
model learns from the other two. The scores that the parts get from the model that did not see them are fitted by a
sigmoid a segment (Platt 1999, with his smoothed targets) and then, over all segments together, by an isotonic step
(Zadrozny and Elkan 2002) because the sigmoid is too sure of short texts; each level counts one pair more that came to
nothing. A title alone is a form of its own, with a calibration of its own. The model in use is the mean of the three.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from ipgraph.analysis.mapping.sample import PARTS, Sample

#: n-grams that stand in fewer texts say nothing; of the others so many at most are kept, those in most texts.
LEAST, MOST = 2, 1 << 17
#: Weight of errors against simplicity, and the seed of the order in which examples are visited.
COST, SEED = 0.5, 0
#: Forms of a text: with an abstract, or a title alone.
FORMS = 2
#: For each form what the sigmoid says, ascending, and what it means.
Steps = tuple[tuple[np.ndarray, np.ndarray], ...]


@dataclass(frozen=True, eq=False)
class Model:
    """`columns` of the rows that are used, with `idf`; `coef` (columns × segments) and `bias` give scores, `sigmoid`
    (forms × segments × 2) and `steps` (a form each) probabilities."""

    columns: np.ndarray
    idf: np.ndarray
    coef: np.ndarray
    bias: np.ndarray
    sigmoid: np.ndarray
    steps: Steps

    def rows(self, found: sparse.csr_array) -> sparse.csr_array:
        """tf-idf rows of length 1 in the columns used."""
        return normed(found, self.columns, self.idf)

    def probabilities(self, found: sparse.csr_array, form: np.ndarray) -> np.ndarray:
        """texts × segments, 0–1. `form` is 0 for a text with an abstract, 1 for a title alone."""
        scores = self.rows(found) @ self.coef + self.bias
        return calibrated(scores, form, self.sigmoid, self.steps)


def normed(found: sparse.csr_array, columns: np.ndarray, idf: np.ndarray) -> sparse.csr_array:
    part = sparse.csr_array(found[:, columns])
    part.data = idf[part.indices]
    length = np.sqrt(np.asarray(part.multiply(part).sum(axis=1)).ravel())
    part.data /= np.repeat(np.where(length > 0, length, 1.0), np.diff(part.indptr))
    return part


def learn(sample: Sample, full: sparse.csr_array, brief: sparse.csr_array, form: np.ndarray) -> Model:
    """The model of a sample with at least one segment. `full` are rows of the texts as they are, `brief` of titles
    alone."""
    counts = np.bincount(full.indices, minlength=full.shape[1])
    columns = np.flatnonzero(counts >= LEAST)
    columns = np.sort(columns[np.argsort(-counts[columns], kind="stable")[:MOST]])
    idf = np.log((1 + full.shape[0]) / (1 + counts[columns])) + 1
    rows, titles = normed(full, columns, idf), normed(brief, columns, idf)
    shape = (PARTS, len(columns), len(sample.segments))
    coef, bias = np.zeros(shape[1:]), np.zeros(shape[2])
    scores = np.zeros((FORMS, len(sample.ids), shape[2]))
    for part in range(PARTS):
        seen, unseen = np.flatnonzero(sample.part != part), np.flatnonzero(sample.part == part)
        for k in range(shape[2]):
            machine = LinearSVC(C=COST, random_state=SEED).fit(rows[seen], sample.truth[seen, k])
            weights, offset = machine.coef_[0], float(machine.intercept_[0])
            for n, texts in enumerate((rows, titles)):
                scores[n, unseen, k] = texts[unseen] @ weights + offset
            coef[:, k] += weights / PARTS
            bias[k] += offset / PARTS
    sigmoid = np.zeros((FORMS, shape[2], 2))
    steps = []
    for n in range(FORMS):
        # A text with an abstract also tells how a title fares; one without says nothing of abstracts.
        usable = np.flatnonzero(form == 0) if n == 0 and (form == 0).any() else np.arange(len(form))
        truth, weight = sample.truth[usable], sample.weight[usable]
        for k in range(shape[2]):
            sigmoid[n, k] = platt(scores[n, usable, k], truth[:, k], weight)
        first = expit(scores[n, usable] * sigmoid[n, :, 0] + sigmoid[n, :, 1])
        risen = IsotonicRegression(y_min=0.0, y_max=1.0).fit(
            first.ravel(), truth.ravel().astype(float), np.repeat(weight, shape[2]))
        steps.append((risen.X_thresholds_, careful(risen.X_thresholds_, risen.y_thresholds_, first.ravel())))
    return Model(columns, idf, coef, bias, sigmoid, tuple(steps))


def platt(scores: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Slope and offset of the sigmoid; targets are (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2), so that few examples are never
    quite sure. Neither 0 nor 1 is a class of a logistic regression, so each example stands there as both."""
    yes, no = float(weight[truth].sum()), float(weight[~truth].sum())
    target = np.where(truth, (yes + 1) / (yes + 2), 1 / (no + 2))
    twice = np.concatenate([scores, scores])[:, None]
    both = np.repeat([1, 0], len(scores))
    fitted = LogisticRegression(C=np.inf).fit(twice, both, np.concatenate([weight * target, weight * (1 - target)]))
    return np.array([max(float(fitted.coef_[0, 0]), 0.0), float(fitted.intercept_[0])])


def careful(at: np.ndarray, level: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """The `level` of each step, which rises over `at`, as if one pair more had been there that came to nothing:
    n/(n + 1) of it, for n pairs `seen`. A step that few pairs are in is never sure.

    >>> careful(np.array([0.1, 0.5, 0.9]), np.array([0.2, 1.0, 1.0]), np.array([0.1] * 9 + [0.5, 0.7, 0.9])).tolist()
    [0.18, 0.75, 0.75]
    """
    levels, step = np.unique(level, return_inverse=True)
    first, last = np.full(len(levels), np.inf), np.full(len(levels), -np.inf)
    np.minimum.at(first, step, at)
    np.maximum.at(last, step, at)
    ordered = np.sort(seen)
    count = np.searchsorted(ordered, last, "right") - np.searchsorted(ordered, first, "left")
    found: np.ndarray = np.maximum.accumulate(levels * count / (count + 1))[step]
    return found


def calibrated(
    scores: np.ndarray, form: np.ndarray, sigmoid: np.ndarray, steps: Steps,
) -> np.ndarray:
    found = np.zeros(scores.shape)
    for n in range(FORMS):
        mine = form == n
        first = expit(scores[mine] * sigmoid[n, :, 0] + sigmoid[n, :, 1])
        found[mine] = np.interp(first, *steps[n])
    return found


def expit(values: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(−x)) without overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * values))
