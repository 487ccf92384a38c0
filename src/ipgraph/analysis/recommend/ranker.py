"""A small learned ranking: boosted trees over the features, trained on pairs of one seeker's candidates, and a
probability for every score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.recommend.chance import Chance, learnt_chance
from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.matrices import Floats
from ipgraph.analysis.recommend.pool import Lesson, Pool, feature_of, log_places, rule_column

if TYPE_CHECKING:
    import xgboost  # where it is needed at run time, there: it takes longer to import than most questions to answer

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
    """Trees, how much they are believed, and the chance that goes with a place."""

    trees: Sequence[xgboost.Booster]
    choice: Choice
    chance: Chance

    def order(self, rows: Pool) -> Floats:
        """Of each row of a pool, the higher the better within one question: −(w ln place by the trees + (1 − w) ln
        place by the rule)."""
        return ordered(rows, self.choice, self.scores(rows) if self.choice.weight else None)

    def scores(self, rows: Pool) -> Floats:
        """Of the trees alone."""
        return scored(self.trees, rows.values, start(rows, self.choice))

    def everyone(self, rows: Pool, part: slice, order: Floats) -> Floats:
        """Scores of all actors for a block: the pool by its order, all others below it by the rule; by the rule alone
        where nothing learnt is believed."""
        rest = everybody(rows, self.choice.rule)
        if self.choice.weight == 0:
            return rest
        out = np.array(rest - rest.max() - 1, dtype=np.float64)
        out[rows.question - part.start, rows.actor] = order - (order.min() if len(order) else 0)
        return out


def everybody(rows: Pool, rule: str) -> Floats:
    """Scores of all actors by a rule."""
    assert rows.told is not None
    return rows.told.everybody(feature_of(rule))


def train(lessons: Sequence[Lesson], choice: Choice) -> Ranker:
    """Learn from earlier windows."""
    tables = [lesson.table for lesson in lessons]
    values, margin, answer, question = joined(tables, choice)
    # Windows overlap, so that one event may be an answer in two: all questions of one seeker are of the same half.
    half = np.concatenate([lesson.seekers[lesson.table.question] for lesson in lessons]) % HALVES
    held_out = np.zeros(len(values), dtype=np.float64)
    for n in range(HALVES):
        kept = half != n
        if choice.weight and kept.any() and not kept.all():
            trees = grown(values[kept], margin[kept], answer[kept], question[kept], SEEDS[:1])
            held_out[~kept] = scored(trees, values[~kept], margin[~kept])
    ends = np.cumsum([len(t.question) for t in tables])[:-1]
    named = [replace(t, question=t.question[t.named], actor=t.actor[t.named], answer=t.answer[t.named],
                     named=t.named[t.named], values=t.values[t.named]) for t in tables]
    order = np.concatenate([ordered(t, choice, scores[whole.named]) for t, whole, scores in
                            zip(named, tables, np.split(held_out, ends), strict=True)])
    seeker = np.concatenate([t.seeking() for t in named])
    sought, came = (np.concatenate([getattr(lesson, part) for lesson in lessons]) for part in ("sought", "came"))
    chance = learnt_chance(sought, came, order, seeker, np.concatenate([t.answer for t in named]))
    return Ranker(grown(values, margin, answer, question, SEEDS) if choice.weight else (), choice, chance)


def ordered(rows: Pool, choice: Choice, scores: Floats | None) -> Floats:
    """`Ranker.order` from the scores of trees."""
    plain = -rows.column(rule_column(choice.rule)).astype(np.float64)
    if scores is None or not choice.weight:
        return plain
    return (1 - choice.weight) * plain - choice.weight * log_places(rows.question, scores)


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
    import xgboost

    kept = answer | (np.random.default_rng(SEEDS[0]).random(len(answer)) < LEARNT)
    rows = xgboost.QuantileDMatrix(values[kept], answer[kept].astype(float), qid=question[kept],
                                   base_margin=margin[kept], max_bin=SETTINGS["max_bin"],
                                   nthread=SETTINGS["nthread"])
    return [xgboost.train({**SETTINGS, "seed": seed}, rows, TREES) for seed in seeds]


def scored(trees: Sequence[xgboost.Booster], values: Floats, margin: Floats) -> Floats:
    rows = matrix(values, margin)
    found: Floats = np.sum([tree.predict(rows, output_margin=True) for tree in trees], axis=0, dtype=np.float64)
    return found / len(trees)


def matrix(values: Floats, margin: Floats) -> xgboost.DMatrix:
    import xgboost

    return xgboost.DMatrix(values, base_margin=margin, nthread=SETTINGS["nthread"])
