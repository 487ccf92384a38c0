"""Simple ways to give texts their labels, which a learnt one must beat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from ipgraph.analysis.mapping.learn import LEAST, normed


def majority(truth: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray:
    """The commonest label for every one of `count` texts."""
    given = np.zeros((count, truth.shape[1]), dtype=bool)
    given[:, int(np.argmax(weight @ truth))] = True
    return given


def centroid(seen: sparse.csr_array, truth: np.ndarray, unseen: sparse.csr_array) -> np.ndarray:
    """The label whose mean tf-idf row is nearest by cosine, none where the mean of the unlabelled is nearer
    (Rocchio 1971)."""
    counts = np.bincount(seen.indices, minlength=seen.shape[1])
    columns = np.flatnonzero(counts >= LEAST)
    idf = np.log((1 + seen.shape[0]) / (1 + counts[columns])) + 1
    rows, asked = normed(seen, columns, idf), normed(unseen, columns, idf)
    whose = np.column_stack([truth, ~truth.any(axis=1)]).astype(float)
    means = np.asarray(rows.T @ whose)
    length = np.linalg.norm(means, axis=0)
    near = asked @ (means / np.where(length > 0, length, 1.0))
    given = np.zeros((len(near), truth.shape[1] + 1), dtype=bool)
    given[np.arange(len(near)), np.argmax(near, axis=1)] = True
    return given[:, :-1]


def named(texts: pa.Array, names: Sequence[Sequence[str]]) -> np.ndarray:
    """The labels one of whose names stands in the text."""
    given = np.zeros((len(texts), len(names)), dtype=bool)
    for k, spellings in enumerate(names):
        for name in spellings:
            given[:, k] |= pc.match_substring(texts, name.lower()).to_numpy(zero_copy_only=False)
    return given
