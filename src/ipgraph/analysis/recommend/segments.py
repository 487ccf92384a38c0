"""What a candidate brings to the segments that a seeker lacks, as `partners` reckons it, from what was known before the
day: without the quality of patents and without who merely works in a segment, of which the graph has no days."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ipgraph.analysis.recommend.heuristics import Rows
from ipgraph.analysis.recommend.matrices import Floats, Matrix, inverse
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.thresholds import DEFAULT

__all__ = ["brought", "rule_score"]

#: The weight of each part, by its name in the thresholds, and the feature that it is.
PARTS = {"complement": "complement", "relatedness": "density", "closeness": "reach"}


def brought(past: Past, rows: Rows) -> dict[str, Matrix]:
    """Seekers × actors: complement (Σ need × coverage) and density (relatedness density ω weighted by need; Hidalgo
    2007), both of segments that the seeker has no patent in."""
    own = past.worth[rows].toarray() > 0
    need = np.zeros(own.shape, dtype=np.float32)
    for n, mine in enumerate(own):
        if mine.any():
            need[n] = np.asarray(past.need[np.flatnonzero(mine)].max(axis=0).toarray()).ravel()
    need[own] = 0
    wanted = Matrix(need)
    near = past.proximity
    # Sparse by dense: its sums are in one order on every machine.
    share = Matrix((wanted @ sparse.diags_array(inverse(near.sum(axis=0)))) @ near)
    return {"complement": Matrix(wanted @ past.across("coverage")), "density": Matrix(share @ past.across("presence"))}


def rule_score(parts: dict[str, Matrix], rows: Rows) -> Matrix:
    """The score of `partners` before what distance takes: its three parts, each over its largest value for the seeker,
    weighted as the thresholds say."""
    found, weights = Matrix(parts["reach"].shape, dtype=np.float32), np.zeros(len(rows), dtype=np.float32)
    for name, feature in PARTS.items():
        others = parts[feature].copy()
        others.data[others.indices == np.repeat(rows, np.diff(others.indptr))] = 0
        most: Floats = others.max(axis=1).toarray().ravel() if others.shape[1] else np.zeros(len(rows))
        found = found + getattr(DEFAULT, name) * (sparse.diags_array(inverse(most)) @ others)
        weights += getattr(DEFAULT, name) * (most > 0)
    return Matrix(sparse.diags_array(inverse(weights)) @ found)
