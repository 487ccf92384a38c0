"""What a candidate brings to the segments that a seeker lacks, as `partners` reckons it, from what was known before the
day: without the quality of patents and without who merely works in a segment, of which the graph has no days."""

from __future__ import annotations

import numpy as np

from ipgraph.analysis.recommend.heuristics import Rows
from ipgraph.analysis.recommend.past import Floats, Matrix, Past
from ipgraph.analysis.thresholds import DEFAULT

__all__ = ["brought", "rule_score"]


def brought(past: Past, rows: Rows) -> dict[str, Floats]:
    """Seekers × actors: complement (Σ need × coverage) and density (relatedness density ω weighted by need; Hidalgo
    2007), both of segments that the seeker has no patent in."""
    own = past.worth[rows].toarray() > 0
    need = np.zeros(own.shape)
    for n, mine in enumerate(own):
        if mine.any():
            need[n] = np.asarray(past.need[np.flatnonzero(mine)].max(axis=0).toarray()).ravel()
    need[own] = 0
    total = past.proximity.sum(axis=0)
    # Sparse by dense: its sums are in one order on every machine.
    share = Matrix(np.divide(need, total, out=np.zeros_like(need), where=total > 0)) @ past.proximity
    return {"complement": np.asarray((past.coverage @ need.T).T, dtype=np.float32),
            "density": np.asarray((past.presence @ share.T).T, dtype=np.float32)}


def rule_score(parts: dict[str, Floats], closeness: Floats, rows: Rows) -> Floats:
    """The score of `partners` before what distance takes: its three parts, each over its largest value for the seeker,
    weighted as the thresholds say. `closeness` is the walk over the whole graph."""
    weighed, weights = np.zeros_like(closeness), np.zeros((len(closeness), 1), dtype=np.float32)
    named = (("complement", parts["complement"]), ("relatedness", parts["density"]), ("closeness", closeness))
    for name, values in named:
        others = values.copy()
        others[np.arange(len(rows)), rows] = 0
        most = others.max(axis=1, keepdims=True, initial=0)
        weighed += getattr(DEFAULT, name) * np.divide(others, most, out=np.zeros_like(others), where=most > 0)
        weights += getattr(DEFAULT, name) * (most > 0)
    return np.divide(weighed, weights, out=np.zeros_like(weighed), where=weights > 0)
