"""How much is to be believed of what is learnt, beside the best plain rule: decided on windows before the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.recommend.heuristics import RULES
from ipgraph.analysis.recommend.matrices import Floats
from ipgraph.analysis.recommend.pool import Pool, log_places, rule_column

__all__ = ["FEW", "Choice", "best_rule", "chosen"]

#: Questions below which nothing is said of who is better.
FEW = 50
#: Weights of what is learnt against the rule that are tried.
WEIGHTS = (0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Choice:
    """The best plain `rule`, the `weight` of what is learnt beside it (0: the rule alone), and what it was chosen by:
    the number of `queries` inside, and the MRR there by weight, 0 the rule's. Trees start `from_rule` or from nothing.
    """

    rule: str
    weight: float
    queries: int = 0
    inside: Mapping[float, float] | None = None
    from_rule: bool = True

    @property
    def method(self) -> str:
        """rule, mix or learned."""
        return "rule" if self.weight == 0 else "mix" if self.weight < 1 else "learned"


def best_rule(tables: Sequence[Pool]) -> str:
    """The plain rule of the highest MRR over the questions of some tables; ties by name."""
    def mrr(rule: str) -> float:
        return float(np.concatenate([reciprocal(t, -t.column(rule_column(rule))) for t in tables]).mean())

    return max(sorted(RULES), key=mrr)


def chosen(
    rule: str, tables: Sequence[Pool], learned: Sequence[Floats], seekers: Sequence[NDArray[np.int64]],
) -> Choice:
    """The weight of the highest MRR over `tables`, whose rows were scored by trees that never saw them; `seekers` are
    the holders that ask, by question.

    What is learnt has to be better than the rule by more than the standard error of the difference, taken over seekers:
    the windows overlap, so that two questions of one seeker are not two proofs. With fewer than `FEW` seekers it is not
    believed.
    """
    ways = {weight: np.concatenate([
        reciprocal(t, -(weight * log_places(t.question, scores) + (1 - weight) * t.column(rule_column(rule))))
        for t, scores in zip(tables, learned, strict=True)]) for weight in (0.0, *WEIGHTS)}
    count = len(ways[0.0])
    inside = {weight: round(float(values.mean()), 4) for weight, values in ways.items()}
    best = max(WEIGHTS, key=lambda weight: ways[weight].mean())
    gain = pd.Series(ways[best] - ways[0.0]).groupby(np.concatenate(seekers)).mean().to_numpy()
    sure = len(gain) >= FEW and gain.mean() > gain.std() / np.sqrt(len(gain))
    return Choice(rule, best if sure else 0.0, count, inside)


def reciprocal(rows: Pool, scores: Floats) -> Floats:
    """1 / rank of the first answer of each question, those whom no feature names below all others; by question."""
    told = pd.DataFrame({"question": rows.question, "answer": rows.answer,
                         "score": np.where(rows.named, scores, -np.inf)})
    told["rank"] = told.groupby("question")["score"].rank(ascending=False, method="average")
    found: Floats = 1 / told[told["answer"]].groupby("question")["rank"].min().to_numpy()
    return found
