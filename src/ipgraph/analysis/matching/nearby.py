"""What citations lead to from the documents that a need's words found: those that they cite or are cited by, and those
that a third patent has in common with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.projection import Projection, remembered

__all__ = ["Nearby", "nearby"]

Floats = NDArray[np.float64]
#: Documents found first that the walk starts from.
STARTS = 30


@dataclass(frozen=True, eq=False)
class Nearby:
    """`patents` ascending with what a walk of one step and of two brings to each; `without` is the patent that the
    need is of, −1 for none: no step and no count goes through it."""

    patents: np.ndarray
    once: Floats
    twice: Floats
    without: int

    def told(self, graph: Projection, patents: np.ndarray) -> Floats:
        """Patents × (linked, linked twice, cited): ln(1 + 100 · walk) of one step and two, ln(1 + times cited)."""
        cited = graph.edges["CITES"].into
        times = np.diff(cited.indptr)[patents].astype(float)
        if self.without >= 0:
            times -= np.isin(patents, graph.edges["CITES"].targets(self.without))
        walked = np.zeros((2, len(patents)))
        if len(self.patents):
            at = np.minimum(np.searchsorted(self.patents, patents), len(self.patents) - 1)
            walked = np.where(self.patents[at] == patents, np.stack([self.once, self.twice])[:, at], 0.0)
        found: Floats = np.log1p(np.column_stack([*(100 * walked), times]))
        return found

    @property
    def best(self) -> np.ndarray:
        """The patents, that most of the walk comes to first, ties by position."""
        return self.patents[np.lexsort((self.patents, -np.round(self.once + self.twice, 9)))]


def nearby(graph: Projection, patents: np.ndarray, score: Floats, without: int = -1) -> Nearby:
    """A walk along citations, whichever way they point, from the first `STARTS` of the patents found.

    The start is weighted by score squared, over their sum; each step shares out evenly what a patent has. What a walk
    of two brings back to where it began is not counted.
    """
    links = cited_or_citing(graph)
    start = patents[:STARTS]
    weight = score[:STARTS] ** 2 / max((score[:STARTS] ** 2).sum(), 1e-9)
    first = step(links, start, weight, without)
    second = step(links, *first, without)
    known, at = np.unique(np.concatenate([first[0], second[0]]), return_inverse=True)
    once, twice = summed(at[:len(first[0])], first[1], len(known)), summed(at[len(first[0]):], second[1], len(known))
    if len(known):
        twice = np.maximum(twice - returned(links, start, weight, known, without), 0.0)
    return Nearby(known, once, twice, without)


def step(links: sparse.csr_array, nodes: np.ndarray, weight: Floats, without: int) -> tuple[np.ndarray, Floats]:
    """Where one step leads from the nodes, ascending, and with what weight."""
    rows = links[nodes]
    degree = np.diff(rows.indptr)
    end, value = rows.indices, np.repeat(weight / np.maximum(degree, 1), degree)
    found, at = np.unique(end[end != without], return_inverse=True)
    return found, summed(at, value[end != without], len(found))


def summed(at: np.ndarray, values: Floats, count: int) -> Floats:
    """Sum of the values of each of `count` places."""
    found: Floats = np.bincount(at, values, count).astype(np.float64)
    return found


def returned(
    links: sparse.csr_array, start: np.ndarray, weight: Floats, known: np.ndarray, without: int,
) -> Floats:
    """What of a walk of two comes back to each of the known nodes."""
    rows = links[start]
    degree = np.diff(rows.indptr)
    between = np.diff(links.indptr)[rows.indices]
    share = np.where(rows.indices == without, 0.0, 1 / np.maximum(between, 1))
    back = summed(np.repeat(np.arange(len(start)), degree), share, len(start)) * weight / np.maximum(degree, 1)
    found: Floats = np.zeros(len(known))
    at = np.searchsorted(known, start)
    there = (at < len(known)) & (known[np.minimum(at, len(known) - 1)] == start)
    np.add.at(found, at[there], back[there])
    return found


@remembered
def cited_or_citing(graph: Projection) -> sparse.csr_array:
    """Patents × patents: ones where one cites the other."""
    cites = graph.edges["CITES"]
    links = sparse.csr_array(cites.out + cites.into)
    links.data[:] = 1
    return links
