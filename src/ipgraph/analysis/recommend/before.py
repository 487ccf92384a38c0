"""Cutting the history at a day: what was known before it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.recommend.events import stage
from ipgraph.analysis.recommend.history import MONTH, History
from ipgraph.analysis.recommend.matrices import Matrix
from ipgraph.analysis.recommend.past import HALF_LIFE, Past

__all__ = ["before"]


def before(known: History, task: str, day: int, found: pd.DataFrame, titles: Matrix | None = None) -> Past:
    """What was known before a day. `found` are the events of the task; `titles` patents × words of all patents."""
    alive = np.flatnonzero(known.day < day)
    held = Matrix(stage(known, task)[:, alive])
    actors = np.flatnonzero(np.diff(held.indptr) > 0)
    other = Matrix((known.organisations if task == "inventors" else known.persons)[:, alive])
    other = Matrix(other[np.flatnonzero(np.diff(other.indptr) > 0)])
    pairs, fading, first, latest = pair_graphs(actors, found[found["day"] < day], day)
    return Past(
        task, day, actors, Matrix(held[actors]), ((day - known.day[alive]) / MONTH).astype(np.float32),
        used(known.classes[alive]), used(known.subclasses[alive]), Matrix(known.cites[alive][:, alive]), other,
        Matrix(known.serves[alive]), known.need, pairs, fading, first, latest,
        None if titles is None else used(titles[alive]),
    )


def pair_graphs(actors: NDArray[np.int64], earlier: pd.DataFrame, day: int) -> Iterator[Matrix]:
    """Actors × actors, four times: days on which the task came to pass; the same fading with time; the first; the last.

    `earlier` is sorted by day.
    """
    ends = ["seeker", "partner"]
    for rows, fades in ((earlier, False), (earlier, True), (earlier.drop_duplicates(ends), True),
                        (earlier.drop_duplicates(ends, keep="last"), True)):
        at = [pd.Index(actors).get_indexer(pd.Index(rows[end])) for end in ends]
        kept = (at[0] >= 0) & (at[1] >= 0)
        months = ((day - rows["day"].to_numpy()) / MONTH)[kept] * fades
        weight = (0.5 ** (months / HALF_LIFE)).astype(np.float32)
        yield Matrix(sparse.coo_array((weight, (at[0][kept], at[1][kept])), shape=(len(actors),) * 2))


def used(matrix: sparse.sparray) -> Matrix:
    """Without empty columns."""
    rows = Matrix(matrix, dtype=np.float32)
    return Matrix(rows[:, np.unique(rows.indices)])
