"""How likely it is that two come together within the window, from where the one stands among the other's candidates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.recommend.matrices import Floats

__all__ = ["Chance", "Sigmoid", "learnt_chance", "sigmoid"]


@dataclass(frozen=True)
class Sigmoid:
    """1 / (1 + exp(−(offset + Σ weight × value)))."""

    weights: tuple[float, ...]
    offset: float

    def __call__(self, values: Floats) -> NDArray[np.float64]:
        """Of rows of values."""
        found: NDArray[np.float64] = 1 / (1 + np.exp(-(self.offset + values @ np.array(self.weights))))
        return found


@dataclass(frozen=True)
class Chance:
    """P(the two come together) = P(the seeker finds anybody; `anybody`, by what is known of it alone) × P(it is this
    one; `this_one`, by the candidate's order, which only ever raises it, and by the seeker)."""

    anybody: Sigmoid
    this_one: Sigmoid

    def found(self, order: Floats, seeker: Floats) -> NDArray[np.float64]:
        """That the candidate is one of those found, where anybody is; `seeker` has its values, row for row."""
        return self.this_one(np.column_stack([order, seeker]))


def learnt_chance(
    sought: Floats, found: NDArray[np.bool_], order: Floats, seeker: Floats, answer: NDArray[np.bool_],
) -> Chance:
    """From all who might have found somebody (`sought`, their values, and whether they `found` anybody), and from
    candidates whose order comes from trees that never saw them."""
    return Chance(sigmoid(sought, found), sigmoid(np.column_stack([order, seeker]), answer, rising=True))


def sigmoid(values: Floats, came: NDArray[np.bool_], rising: bool = False) -> Sigmoid:
    """Logistic regression, held back (L2) where examples are few. With `rising` the first value never lowers it."""
    if came.all() or not came.any():  # nothing to tell apart: one example more of the other kind
        share = (came.sum() + 1) / (len(came) + 2)
        return Sigmoid((0.0,) * values.shape[1], float(np.log(share / (1 - share))))
    from sklearn.linear_model import LogisticRegression  # takes longer to import than most questions to answer

    fitted = LogisticRegression(max_iter=1000).fit(np.asarray(values, dtype=np.float64), came)
    weights = fitted.coef_[0].round(6).tolist()
    if rising and weights[0] <= 0:
        rest = sigmoid(values[:, 1:], came)
        return Sigmoid((0.0, *rest.weights), rest.offset)
    return Sigmoid(tuple(weights), round(float(fitted.intercept_[0]), 6))
