"""Who builds on whom: citations between segments, their intensity, and who gives more than it takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ipgraph.analysis.measures.specialisation import ratio

__all__ = ["citation_flow", "flow_intensity", "knowledge_trade"]

Floats = NDArray[np.float64]


def citation_flow(citing: ArrayLike, cited: ArrayLike, count: int, weights: ArrayLike | None = None) -> Floats:
    """F_ij: citations from patents of segment i to patents of segment j, count × count.

    `citing` and `cited` are positions of segments, one pair a citation; a patent of several segments gives several
    pairs, whose `weights` share out the citation.

    >>> citation_flow([0, 0, 1], [1, 1, 0], 2).tolist()
    [[0.0, 2.0], [1.0, 0.0]]
    """
    rows, columns = np.asarray(citing, dtype=np.int64), np.asarray(cited, dtype=np.int64)
    amount = np.ones(len(rows)) if weights is None else np.asarray(weights, dtype=float)
    flat = np.bincount(rows * count + columns, weights=amount, minlength=count * count)
    return np.asarray(flat.reshape(count, count), dtype=float)


def flow_intensity(flow: ArrayLike) -> Floats:
    """F_ij F.. / (F_i. F_.j): 1 where i cites j as often as their sizes give; 0 where either cites or is cited never.

    >>> flow_intensity([[0, 2], [1, 1]]).round(6).tolist()
    [[0.0, 1.333333], [2.0, 0.666667]]
    """
    f = np.asarray(flow, dtype=float)
    return ratio(f * f.sum(), np.outer(f.sum(axis=1), f.sum(axis=0)))


def knowledge_trade(flow: ArrayLike) -> Floats:
    """Net knowledge trade (F_.i − F_i.) / (F_.i + F_i.) without citations to itself, −1…1.

    1: only cited (a source of knowledge); −1: only citing; NaN where a segment neither cites nor is cited.

    >>> knowledge_trade([[5, 3], [1, 0]]).tolist()
    [-0.5, 0.5]
    """
    f = np.array(flow, dtype=float)
    np.fill_diagonal(f, 0)
    received, given = f.sum(axis=0), f.sum(axis=1)
    both = received + given
    return np.asarray(np.divide(received - given, both, out=np.full(len(f), np.nan), where=both > 0))
