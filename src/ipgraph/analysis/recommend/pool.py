"""Whom to look at closely: for each seeker the best by any of several features, with all features of those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.recommend.features import SEEKING, Features, features, scale
from ipgraph.analysis.recommend.heuristics import RULE, RULES
from ipgraph.analysis.recommend.matrices import Floats
from ipgraph.analysis.recommend.questions import Questions

__all__ = ["Lesson", "Pool", "feature_of", "lesson_of", "log_places", "looked_at", "pool", "rule_column", "table"]

#: Candidates that each feature names, and the features that name some; beside these, who is sought most of late.
NAMED = 100
NAMING = (
    "pair_reach", "reach", "late_reach", "cf_pairs", "cf_class", "class_pop", "class_cited", "step2", "coupling_cos",
    "adamic_adar", "others", "back", "known", RULE,
)
#: Features whose place among the candidates of a seeker is a feature too: it means the same for every seeker.
RANKED = (
    *(rule for rule in RULES if rule != "repeat"), "complement", "density", "known", "cf_pairs", "cf_class",
    "class_first", "class_pop", "class_cited", "step2", "late_step", "late_pairs", "late_others", "others_share",
    "late_class_cos", "coupling_cos", "cites2", "first", "recited",
)


@dataclass(frozen=True, eq=False)
class Pool:
    """Candidates of a block of seekers, a row each, by question: `question`, `actor`, whether it is an `answer`, and
    whether a feature `named` it; `values` are rows × `columns`. `told` has the features of all actors."""

    question: NDArray[np.int64]
    actor: NDArray[np.int64]
    answer: NDArray[np.bool_]
    named: NDArray[np.bool_]
    values: Floats
    columns: list[str]
    told: Features | None

    def column(self, name: str) -> Floats:
        """The values of one column."""
        return self.values[:, self.columns.index(name)]

    def seeking(self) -> Floats:
        """What is known of the seeker alone, row for row."""
        return self.values[:, [self.columns.index(f"u_{name}") for name in SEEKING]]


def pool(asked: Questions, part: slice, answers: bool = False) -> Pool:
    """Candidates for a block; with `answers` those that no feature names, too, so that there is more to learn from."""
    told = features(asked.past, asked.seekers[part])
    barred, true = asked.barred[part].toarray() > 0, asked.answers[part].toarray() > 0
    return looked_at(told, barred, true, part.start, answers)


def looked_at(
    told: Features, barred: NDArray[np.bool_], true: NDArray[np.bool_], start: int = 0, answers: bool = False,
) -> Pool:
    """`pool` from the features of a block; questions are numbered from `start`."""
    columns = [*told.names(), *(f"u_{name}" for name in SEEKING), *(f"place_{name}" for name in RANKED)]
    blocks, actors, flags = list[Floats](), list[NDArray[np.int64]](), list[NDArray[np.bool_]]()
    for row, mine in enumerate(told.rows):
        named = best_of(told, row, barred[row])
        at = np.union1d(named, np.flatnonzero(true[row] & ~barred[row])) if answers else named
        values = {name: told.of(name, row, at) for name in told.names()}
        alone = [np.full(len(at), told.past.standing[name][mine]) for name in SEEKING]
        places = np.log(pd.DataFrame({name: -values[name] for name in RANKED}).rank().to_numpy()).T
        blocks.append(np.array([*values.values(), *alone, *places], dtype=np.float32).T.reshape(-1, len(columns)))
        actors.append(at)
        flags.append(np.isin(at, named))
    question, actor = np.repeat(np.arange(len(actors)), [len(at) for at in actors]), np.concatenate(actors)
    return Pool(question + start, actor, true[question, actor], np.concatenate(flags), np.vstack(blocks), columns, told)


def best_of(told: Features, row: int, barred: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The first `NAMED` by each naming feature among those who may be proposed, ascending. Of equals at the edge those
    come in whose ids are first: actors stand by id."""
    popular = told.past.popular[:NAMED + int(barred.sum())]
    found = [popular[~barred[popular] & (told.past.standing["recent_popular"][popular] > 0)][:NAMED]]
    for name in NAMING:
        matrix = told.between[name]
        low, high = matrix.indptr[row], matrix.indptr[row + 1]
        at, values = matrix.indices[low:high], scale(name, matrix.data[low:high])
        open = ~barred[at]
        at, values = at[open], values[open]
        if len(at) > NAMED:
            least = np.partition(values, len(at) - NAMED)[len(at) - NAMED]
            above = at[values > least]
            at = np.concatenate([above, at[values == least][:NAMED - len(above)]])
        found.append(at.astype(np.int64))
    return np.unique(np.concatenate(found))


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
    """What a window teaches: `table`, the candidates of those `seekers` (holders, by question) who found somebody; and
    of all who might have found somebody, what is known of each (`sought`) and whether it did (`came`)."""

    table: Pool
    seekers: NDArray[np.int64]
    sought: Floats
    came: NDArray[np.bool_]


def lesson_of(asked: Questions, every: NDArray[np.int64]) -> Lesson:
    """The lesson of a window. `asked` are some of those who found somebody, `every` is all of them (rows)."""
    past = asked.past
    might = np.ones(len(past.actors), dtype=bool) if asked.new else np.diff(past.pairs.indptr) > 0
    came = np.zeros(len(past.actors), dtype=bool)
    came[every] = True
    sought = np.column_stack([past.standing[name] for name in SEEKING])
    return Lesson(table(asked), past.actors[asked.seekers], sought[might], came[might])


def table(asked: Questions) -> Pool:
    """`pool` with answers for all seekers, without the features of all actors: what a ranker learns from."""
    parts = [pool(asked, part, answers=True) for part in asked.blocks()]
    join = {name: np.concatenate([getattr(p, name) for p in parts])
            for name in ("question", "actor", "answer", "named", "values")}
    return Pool(**join, columns=parts[0].columns, told=None)
