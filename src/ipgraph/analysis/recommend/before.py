"""Cutting the history at a day: what was known before it, and nothing else."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.recommend.events import stage
from ipgraph.analysis.recommend.history import MONTH, History
from ipgraph.analysis.recommend.past import HALF_LIFE, Matrix, Past

__all__ = ["before"]


def before(known: History, task: str, day: int, found: pd.DataFrame, titles: Matrix | None = None) -> Past:
    """What was known before a day. `found` are the events of the task; `titles` patents × words of all patents."""
    alive = np.flatnonzero(known.day < day)
    held = Matrix(stage(known, task)[:, alive])
    actors = np.flatnonzero(np.diff(held.indptr) > 0)
    other = Matrix((known.organisations if task == "inventors" else known.persons)[:, alive])
    other = Matrix(other[np.flatnonzero(np.diff(other.indptr) > 0)])
    pairs, fading = pair_graphs(actors, found[found["day"] < day], day)
    return Past(
        task, day, actors, Matrix(held[actors]), ((day - known.day[alive]) / MONTH).astype(np.float32),
        used(known.classes[alive]), used(known.subclasses[alive]), Matrix(known.cites[alive][:, alive]), other,
        used(known.regions[actors]), pairs, fading, None if titles is None else used(titles[alive]),
    )


def pair_graphs(actors: NDArray[np.int64], earlier: pd.DataFrame, day: int) -> tuple[Matrix, Matrix]:
    """Actors × actors: days on which the task came to pass, and the same fading with time."""
    ends = [pd.Index(actors).get_indexer(pd.Index(earlier[end])) for end in ("seeker", "partner")]
    kept = (ends[0] >= 0) & (ends[1] >= 0)
    months = ((day - earlier["day"].to_numpy()) / MONTH)[kept]
    shape = (len(actors), len(actors))
    plain, fading = (
        Matrix(sparse.coo_array((weight.astype(np.float32), (ends[0][kept], ends[1][kept])), shape=shape))
        for weight in (np.ones(len(months)), 0.5 ** (months / HALF_LIFE)))
    return plain, fading


def used(matrix: sparse.sparray) -> Matrix:
    """Without empty columns."""
    rows = Matrix(matrix, dtype=np.float32)
    return Matrix(rows[:, np.unique(rows.indices)])
