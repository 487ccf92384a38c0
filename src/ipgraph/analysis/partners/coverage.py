"""What organisations bring to segments that are needed: for all of them at once, and for one seeker's candidates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.measures.specialisation import ratio
from ipgraph.analysis.portfolio import organisations, worth
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["coverage"]

Floats = NDArray[np.float64]


def coverage(graph: Projection, need: Floats, at: NDArray[np.int64], t: Thresholds) -> Floats:
    """Of each candidate `at`, Σ need × ln(1 + worth) / ln(1 + largest worth of a candidate in the segment).

    At least `thresholds.works_there` of each where the holder works there, with or without patents.
    """
    if not len(at):
        return np.zeros(0)
    known = means(graph, t)
    total, allowed = np.asarray(known.share @ need), np.zeros(known.share.shape[0], dtype=bool)
    allowed[at] = True
    # Where the best of all is no candidate, the others are measured against the best of them.
    for segment in np.flatnonzero((need > 0) & (known.most > 0) & ~allowed[known.best]):
        low, high = known.logs.indptr[segment:segment + 2]
        holders, logs = known.logs.indices[low:high], known.logs.data[low:high]
        most, least = logs[allowed[holders]].max(initial=0.0), known.works[low:high]
        against = [np.maximum(logs / one if one else logs, least) for one in (most, known.most[segment])]
        total[holders] += need[segment] * (against[0] - against[1])
    return total[at]


@dataclass(frozen=True, eq=False)
class Means:
    """What organisations bring to segments: `share`, holders × segments, is what `coverage` counts of one, measured
    against the `best` of all organisations (position), which has `most`. `logs` has ln(1 + worth) by segment, 0 where
    one only works; `works`, value for value, is the least that counts there."""

    share: sparse.csr_array
    logs: sparse.csc_array
    works: Floats
    best: NDArray[np.int64]
    most: Floats


@remembered
def means(graph: Projection, thresholds: Thresholds) -> Means:
    """What organisations bring to segments."""
    logs, works = worth(graph, thresholds).log1p().tocoo(), graph.edges["OPERATES_IN"]
    both = [np.concatenate(ends) for ends in zip(logs.coords, (works.source, works.target), strict=True)]
    kept = organisations(graph)[both[0]]
    rows, columns = (ends[kept] for ends in both)
    values = (np.append(logs.data, np.zeros(len(works))), np.append(np.zeros(logs.nnz), np.ones(len(works))))
    have, there = (sparse.csc_array(sparse.coo_array((some[kept], (rows, columns)), shape=logs.shape))
                   for some in values)
    most, least = have.max(axis=0).toarray().ravel(), there.data * thresholds.works_there
    of = np.repeat(np.arange(have.shape[1]), np.diff(have.indptr))
    best = np.zeros(have.shape[1], dtype=np.int64)
    top = np.flatnonzero(have.data == most[of])[::-1]
    best[of[top]] = have.indices[top]
    share = np.maximum(ratio(have.data, most[of]), least)
    matrix = sparse.csc_array((share, have.indices, have.indptr), shape=have.shape)
    return Means(sparse.csr_array(matrix), have, least, best, most)
