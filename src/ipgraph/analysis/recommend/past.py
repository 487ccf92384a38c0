"""The graph as it was known before a day, seen from those among whom a task plays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.measures import transition

__all__ = ["HALF_LIFE", "LATELY", "Floats", "Matrix", "Past", "flags", "inverse", "portions", "unit_rows"]

Matrix: TypeAlias = sparse.csr_array
Floats = NDArray[np.floating[Any]]
#: Months that count as lately, and half-life in months of what fades.
LATELY, HALF_LIFE = 36, 36


@dataclass(frozen=True, eq=False)
class Past:
    """Actors alive before `day` (positions of holders, ascending) and what was known of them.

    Rows of every matrix are actors or patents alive, numbered from 0. `held` is actors × patents; `age` of a patent
    in months before the day; `pairs` actors × actors: on how many days the task came to pass from row to column;
    `fading` the same, each day fading with time, `first` and `latest` with the first and the last day alone.
    """

    task: str
    day: int
    actors: NDArray[np.int64]
    held: Matrix
    age: Floats
    classes: Matrix
    subclasses: Matrix
    cites: Matrix
    others: Matrix
    regions: Matrix
    pairs: Matrix
    fading: Matrix
    first: Matrix
    latest: Matrix
    titles: Matrix | None

    def positions(self, holders: NDArray[np.int64]) -> NDArray[np.int64]:
        """Row of each holder, −1 where it was not alive."""
        at = np.searchsorted(self.actors, holders).clip(max=max(len(self.actors) - 1, 0))
        return np.where(self.actors[at] == holders, at, -1) if len(self.actors) else np.full(len(holders), -1)

    @cached_property
    def fade(self) -> Floats:
        """Weight of each patent, half after three years."""
        return (0.5 ** (self.age / HALF_LIFE)).astype(np.float32)

    @cached_property
    def late(self) -> Matrix:
        """`held`, each patent fading with age."""
        return Matrix(self.held @ sparse.diags_array(self.fade))

    @cached_property
    def size(self) -> Floats:
        """Patents of each actor, each shared out among those who hold it."""
        return np.asarray(self.shares.sum(axis=1)).ravel()

    @cached_property
    def shares(self) -> Matrix:
        """`held`, each patent shared out among its holders."""
        return Matrix(self.held @ sparse.diags_array(inverse(np.asarray(self.held.sum(axis=0)).ravel())))

    @cached_property
    def together(self) -> Matrix:
        """Actors × actors: patents held together."""
        both = Matrix(self.held @ self.held.T)
        both.setdiag(0)
        both.eliminate_zeros()
        return both

    @cached_property
    def cited(self) -> Matrix:
        """Actors × patents that their patents cite, as ones."""
        return flags(self.held @ self.cites)

    @cached_property
    def citing(self) -> Matrix:
        """Actors × patents that cite theirs, as ones."""
        return flags(self.held @ self.cites.T)

    @cached_property
    def topics(self) -> Matrix:
        """Actors × main groups: patents held in each."""
        return Matrix(self.held @ self.classes)

    @cached_property
    def topics_unit(self) -> Matrix:
        """`topics`, rows of length 1."""
        return unit_rows(self.topics)

    @cached_property
    def fields_unit(self) -> Matrix:
        """Actors × subclasses, rows of length 1."""
        return unit_rows(self.held @ self.subclasses)

    @cached_property
    def cited_lately(self) -> Floats:
        """Citations of each patent, fading with the age of the patent that cites."""
        return np.asarray(self.cites.T @ self.fade).ravel()

    @cached_property
    def topics_cited(self) -> Matrix:
        """Actors × main groups: citations of late of the patents held in each."""
        return Matrix(self.held @ sparse.diags_array(self.cited_lately) @ self.classes)

    @cached_property
    def back(self) -> Matrix:
        """`pairs` the other way round."""
        return Matrix(self.pairs.T)

    @cached_property
    def company(self) -> Matrix:
        """Actors × holders of the other kind (inventors of an organisation, organisations of an inventor), as ones."""
        return flags(self.held @ self.others.T)

    @cached_property
    def late_company(self) -> Matrix:
        """The same, fading with the age of the patents: Σ of their weights, at most 1."""
        both = Matrix(self.late @ self.others.T)
        both.data = np.minimum(both.data, 1)
        return both

    @cached_property
    def words(self) -> Matrix | None:
        """Actors × words of the titles of their patents, rows of length 1 before words of one actor are dropped."""
        return None if self.titles is None else shared(unit_rows(self.held @ self.titles))

    @cached_property
    def late_words(self) -> Matrix | None:
        """The same, patents fading with age."""
        return None if self.titles is None else shared(unit_rows(self.late @ self.titles))

    @cached_property
    def late_topics_unit(self) -> Matrix:
        """Actors × main groups, patents fading with age, rows of length 1."""
        return unit_rows(self.late @ self.classes)

    @cached_property
    def ties(self) -> Matrix:
        """The pair graph without direction, as ones."""
        both = Matrix(self.pairs + self.pairs.T)
        both.data[:] = 1
        return both

    @cached_property
    def pair_walk(self) -> Matrix:
        """Steps of a walk on the pair graph."""
        return steps(self.pairs + self.pairs.T)

    @cached_property
    def walk(self) -> Matrix:
        """Steps of a walk over actors, patents, main groups and the holders of the other kind, in that order."""
        return steps(self.whole(np.ones(len(self.age), dtype=np.float32)))

    @cached_property
    def late_walk(self) -> Matrix:
        """The same, a step between a holder and its patent fading with the age of the patent."""
        return steps(self.whole(self.fade))

    def whole(self, weight: Floats) -> Matrix:
        held = self.held @ sparse.diags_array(weight)
        groups = self.classes.shape[1]
        half = sparse.block_array([
            [Matrix((len(self.actors),) * 2), held, None, None],
            [None, self.cites, self.classes, self.others.T],
            [None, None, Matrix((groups, groups)), None],
            [None, None, None, Matrix((self.others.shape[0],) * 2)],
        ], format="csr")
        return Matrix(half + half.T)


def steps(adjacency: sparse.sparray) -> Matrix:
    """Pᵀ of a walk, to be multiplied from the left."""
    return Matrix(transition(adjacency)[0].astype(np.float32))


def flags(matrix: sparse.sparray) -> Matrix:
    """1 where a matrix is not 0."""
    rows = Matrix(matrix, dtype=np.float32, copy=True)
    rows.data[:] = 1
    return rows


def inverse(values: NDArray[np.floating]) -> Floats:
    """1 over each value, 0 for 0."""
    out: Floats = np.zeros(len(values), dtype=np.float32)
    np.divide(1, values, out=out, where=values > 0, casting="unsafe")
    return out


def portions(matrix: sparse.sparray) -> Matrix:
    """Each row divided by its sum."""
    rows = Matrix(matrix)
    return Matrix(sparse.diags_array(inverse(np.asarray(rows.sum(axis=1)).ravel())) @ rows)


def shared(matrix: Matrix) -> Matrix:
    """Without columns that one row alone has: they add nothing to a product of rows."""
    return Matrix(matrix[:, np.bincount(matrix.indices, minlength=matrix.shape[1]) > 1])


def unit_rows(matrix: sparse.sparray) -> Matrix:
    """Each row divided by its length."""
    rows = Matrix(matrix)
    return Matrix(sparse.diags_array(inverse(np.sqrt(np.asarray(rows.power(2).sum(axis=1)).ravel()))) @ rows)
