"""Whether anything of what came later has leaked into what is learnt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from ipgraph.analysis.recommend.events import WINDOW, span
from ipgraph.analysis.recommend.figures import SEED, of_questions
from ipgraph.analysis.recommend.matrices import Floats, Matrix
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.pool import Pool, lesson_of, pool
from ipgraph.analysis.recommend.questions import Questions, questions, ranks
from ipgraph.analysis.recommend.ranker import Ranker, everybody, train
from ipgraph.analysis.recommend.trial import LEARNERS, UNKNOWN, Trial, fewer

__all__ = ["leak_checks"]

#: Seekers that are asked.
ASKED = 200


def leak_checks(trial: Trial, day: int) -> dict[str, float]:
    """MRR at one cut by trees that start from nothing: `plain` as they are; `shuffled`, learnt from answers dealt out
    anew within each question, which falls to about `chance`, a random order of the same pool; and `shifted`, learnt and
    asked with what was known 24 months later, which rises because the answers are in it."""
    asked = fewer(questions(trial.past(day), trial.found, True), ASKED)
    lessons = trial.lessons_before(day, True)
    if not lessons:
        return {}
    # Trees that start from a rule are as good as the rule, whatever they are taught.
    trusted = replace(trial.choice(True), weight=1.0, from_rule=False)
    draw = np.random.default_rng(SEED)
    start = day - span(WINDOW)
    taught = moved(fewer(questions(trial.past(start), trial.found, True), LEARNERS), trial.past(day))
    later = moved(asked, trial.past(day + span(WINDOW)))
    return {
        "plain": mrr(asked, train(lessons, trusted)),
        "shuffled": mrr(asked, train([replace(one, table=dealt(one.table, draw)) for one in lessons], trusted)),
        "chance": mrr(asked, None), "shifted": mrr(later, train([lesson_of(taught, taught.seekers)], trusted)),
    }


def mrr(asked: Questions, ranker: Ranker | None) -> float:
    """Mean reciprocal rank by a ranker, or in a random order of the pool."""
    draw, found = np.random.default_rng(SEED), []
    for part in asked.blocks():
        rows = pool(asked, part)
        found.append(ranks(asked, part, at_random(rows, part, draw) if ranker is None
                           else ranker.everyone(rows, part, ranker.order(rows))))
    return round(float(of_questions(pd.concat(found))["reciprocal"].mean()), 4)


def at_random(rows: Pool, part: slice, draw: np.random.Generator) -> Floats:
    out = np.zeros(everybody(rows, UNKNOWN).shape)
    out[rows.question - part.start, rows.actor] = 1 + draw.random(len(rows.actor))
    return out


def dealt(one: Pool, draw: np.random.Generator) -> Pool:
    """The answers of each question given to candidates of it at random."""
    order = np.lexsort((draw.random(len(one.question)), one.question))
    return replace(one, answer=one.answer[order])


def moved(asked: Questions, later: Past) -> Questions:
    """The same questions asked of a later past."""
    at = later.positions(asked.past.actors)

    def there(matrix: Matrix) -> Matrix:
        rows = matrix.tocoo()
        shape = (matrix.shape[0], len(later.actors))
        return Matrix(sparse.coo_array((rows.data, (rows.coords[0], at[rows.coords[1]])), shape=shape))

    return replace(asked, past=later, seekers=at[asked.seekers], answers=there(asked.answers),
                   barred=there(asked.barred))
