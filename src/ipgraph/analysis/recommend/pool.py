"""Whom to look at closely: for each seeker the best by any of several features, with all features of those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.recommend.features import SEEKING, features
from ipgraph.analysis.recommend.heuristics import RULE, RULES
from ipgraph.analysis.recommend.past import Floats
from ipgraph.analysis.recommend.questions import Questions

__all__ = ["Lesson", "Pool", "feature_of", "lesson_of", "log_places", "looked_at", "pool", "rule_column", "table"]

#: Candidates that each feature names, and the features that name some.
NAMED = 100
NAMING = (
    "pair_pagerank", "whole_pagerank", "late_pagerank", "recent_popular", "cf_pairs", "cf_class", "class_pop",
    "class_cited", "step2", "coupling_cos", "adamic_adar", "others", "back", "known", RULE,
)
#: Features whose place among the candidates of a seeker is a feature too: it means the same for every seeker.
RANKED = (
    *(rule for rule in RULES if rule != "repeat"), "complement", "density", "known", "late_pagerank", "cf_pairs",
    "cf_class", "class_first", "class_pop", "class_cited", "step2", "late_step", "late_pairs", "late_others",
    "others_share", "late_class_cos", "coupling_cos", "cites2", "v_first", "v_recited",
)


@dataclass(frozen=True, eq=False)
class Pool:
    """Candidates of a block of seekers, a row each, by question: `question`, `actor`, whether it is an `answer`, and
    whether a feature `named` it; `values` are rows × `columns`. `plain` has the features of all actors."""

    question: NDArray[np.int64]
    actor: NDArray[np.int64]
    answer: NDArray[np.bool_]
    named: NDArray[np.bool_]
    values: Floats
    columns: list[str]
    plain: dict[str, Floats]

    def column(self, name: str) -> Floats:
        """The values of one column."""
        return self.values[:, self.columns.index(name)]

    def seeking(self) -> Floats:
        """What is known of the seeker alone, row for row."""
        return self.values[:, [self.columns.index(f"u_{name}") for name in SEEKING]]


def pool(asked: Questions, part: slice, answers: bool = False) -> Pool:
    """Candidates for a block; with `answers` those that no feature names, too, so that there is more to learn from."""
    plain = features(asked.past, asked.seekers[part])
    barred, true = asked.barred[part].toarray() > 0, asked.answers[part].toarray() > 0
    return looked_at(plain, barred, true, part.start, answers)


def looked_at(
    plain: dict[str, Floats], barred: NDArray[np.bool_], true: NDArray[np.bool_], start: int = 0, answers: bool = False,
) -> Pool:
    """`pool` from the features of all actors; questions are numbered from `start`."""
    named = best_of(plain, barred)
    question, actor = np.nonzero((named | true) & ~barred if answers else named)
    rows = pd.DataFrame({name: values[question, actor] for name, values in plain.items()})
    places = rows[list(RANKED)].groupby(question).rank(ascending=False, method="average")
    whole = np.hstack([rows.to_numpy(np.float32), np.log(places.to_numpy(np.float32))])
    columns = [*rows.columns, *(f"place_{name}" for name in RANKED)]
    return Pool(question + start, actor, true[question, actor], named[question, actor], whole, columns, plain)


def best_of(plain: dict[str, Floats], barred: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True for the first `NAMED` by each naming feature among those who may be proposed, nobody for the least value."""
    named = np.zeros(barred.shape, dtype=bool)
    for values in (plain[name] for name in NAMING):
        told = ~barred & (values > values.min(axis=1, keepdims=True))
        for row in range(len(values)):
            # Most actors have the least value: a partition of them all is slow where nearly all are equal.
            at = np.flatnonzero(told[row])
            if len(at) > NAMED:
                least = np.partition(values[row, at], len(at) - NAMED)[len(at) - NAMED]
                above = at[values[row, at] > least]
                # Actors stand by id: of equals at the edge those come in whose ids are first.
                at = np.concatenate([above, at[values[row, at] == least][:NAMED - len(above)]])
            named[row, at] = True
    return named


def log_places(question: NDArray[np.int64], scores: Floats) -> Floats:
    """Logarithm of the place of each row among those of its question, equals sharing the mean of theirs."""
    ranked = pd.Series(scores).groupby(question).rank(ascending=False, method="average")
    return np.log(ranked.to_numpy(dtype=np.float64))


def rule_column(rule: str) -> str:
    """The column of the logarithm of a candidate's place by a plain rule."""
    return f"place_{feature_of(rule)}"


def feature_of(rule: str) -> str:
    """The feature of a plain rule."""
    return "known" if rule == "repeat" else rule


@dataclass(frozen=True, eq=False)
class Lesson:
    """What a window teaches: `table`, the candidates of seekers who found somebody; and of all who might have found
    somebody, what is known of each (`sought`) and whether it did (`came`)."""

    table: Pool
    sought: Floats
    came: NDArray[np.bool_]


def lesson_of(asked: Questions, every: NDArray[np.int64]) -> Lesson:
    """The lesson of a window. `asked` are some of those who found somebody, `every` is all of them (rows)."""
    past = asked.past
    might = np.ones(len(past.actors), dtype=bool) if asked.new else np.diff(past.pairs.indptr) > 0
    came = np.zeros(len(past.actors), dtype=bool)
    came[every] = True
    sought = np.column_stack([past.standing[name] for name in SEEKING])
    return Lesson(table(asked), sought[might], came[might])


def table(asked: Questions) -> Pool:
    """`pool` with answers for all seekers, without the features of all actors: what a ranker learns from."""
    parts = [pool(asked, part, answers=True) for part in asked.blocks()]
    join = {name: np.concatenate([getattr(p, name) for p in parts])
            for name in ("question", "actor", "answer", "named", "values")}
    return Pool(**join, columns=parts[0].columns, plain={})
