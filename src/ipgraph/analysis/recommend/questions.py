"""The questions of one cut: who sought, and whom they found within the window; new partners apart from known ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.recommend.events import WINDOW, span
from ipgraph.analysis.recommend.matrices import Floats, Matrix, flags
from ipgraph.analysis.recommend.past import Past

__all__ = ["BLOCK", "Questions", "questions"]

#: Seekers that are scored at once.
BLOCK = 64


@dataclass(frozen=True, eq=False)
class Questions:
    """`seekers` (rows of the past, ascending) and `answers` (seekers × actors, 1 where found within the window).

    `barred` says whom a seeker is not asked about (seekers × actors): itself; where partners are to be new, also
    those it knew, and else those who are new. `unseen` counts the pairs an end of which was not alive.
    """

    past: Past
    new: bool
    seekers: NDArray[np.int64]
    answers: Matrix
    barred: Matrix
    unseen: int

    def blocks(self) -> Iterator[slice]:
        """Parts of the seekers, each small enough to be scored at once."""
        for start in range(0, len(self.seekers), BLOCK):
            yield slice(start, min(start + BLOCK, len(self.seekers)))


def questions(past: Past, found: pd.DataFrame, new: bool) -> Questions:
    """What came to pass in the 24 months from the day of the past on; `new` asks for partners not known before."""
    end = past.day + span(WINDOW)
    within = found[(found["day"] >= past.day) & (found["day"] < end)][["seeker", "partner"]].drop_duplicates()
    count = len(past.actors)
    ends = [past.positions(within[end].to_numpy()) for end in ("seeker", "partner")]
    seen = (ends[0] >= 0) & (ends[1] >= 0)
    every = Matrix(sparse.coo_array((np.ones(int(seen.sum()), dtype=np.float32), (ends[0][seen], ends[1][seen])),
                                    shape=(count, count)))
    known = flags(past.pairs)
    repeated = Matrix(every.multiply(known))
    fresh = Matrix(every - repeated)
    fresh.eliminate_zeros()
    wanted, other = (fresh, repeated) if new else (repeated, fresh)
    seekers = np.flatnonzero(np.diff(wanted.indptr) > 0)
    itself = Matrix(sparse.eye_array(count, dtype=np.float32, format="csr"))[seekers]
    barred = Matrix(itself + (known if new else other)[seekers])
    return Questions(past, new, seekers, Matrix(wanted[seekers]), barred, int((~seen).sum()))


def ranks(asked: Questions, part: slice, scores: Floats) -> pd.DataFrame:
    """One row an answer of a block: question, actor, rank (the mean among equals) among all who may be proposed."""
    values = np.array(scores, dtype=np.float64)
    barred, answers = asked.barred[part].tocoo(), asked.answers[part].tocoo()
    values[barred.coords] = -np.inf
    order = np.sort(values, axis=1)
    at, actor = answers.coords
    rank = np.empty(len(at))
    for question in np.unique(at):
        here = at == question
        mine = values[question, actor[here]]
        above = values.shape[1] - np.searchsorted(order[question], mine, side="right")
        equal = values.shape[1] - above - np.searchsorted(order[question], mine, side="left")
        rank[here] = above + (equal + 1) / 2
    return pd.DataFrame({"question": at + part.start, "actor": actor, "rank": rank})
