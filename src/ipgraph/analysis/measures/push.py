"""Personalised PageRank without looking at the whole graph: rank is pushed from where it is to the neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

__all__ = ["Departures", "departures", "pushed_pagerank"]

Floats = NDArray[np.float64]
#: Steps along edges that one answer may take where nothing else is said: about 40 ms on a core.
MOST = 800_000
#: The first bound on what is left at a node, over its degree; by what it falls; where there is nothing more to gain.
COARSE, FINER, FINEST = 1e-4, 0.25, 1e-15


@dataclass(frozen=True, eq=False)
class Departures:
    """A graph without direction, ready to be walked: P (rows sum to 1), the weighted degree of each node, the part
    (connected component) that it is in, and the degrees of each part added up."""

    steps: sparse.csr_array
    degree: Floats
    part: NDArray[np.int32]
    volume: Floats


def departures(adjacency: sparse.sparray) -> Departures:
    """What is made once a graph; `adjacency` is n × n, symmetric, weights ≥ 0."""
    from scipy.sparse.csgraph import connected_components  # it brings half of scipy along

    steps = sparse.csr_array(adjacency, dtype=float, copy=True)
    degree = np.asarray(steps.sum(axis=1)).ravel()
    steps.data *= np.repeat(np.divide(1.0, degree, out=np.zeros_like(degree), where=degree != 0), np.diff(steps.indptr))
    count, part = connected_components(steps, directed=False)
    return Departures(steps, degree, part, np.bincount(part, degree, minlength=count).astype(float))


def pushed_pagerank(
    graph: sparse.sparray | Departures, seeds: ArrayLike, weights: ArrayLike | None = None, *,
    alpha: float = 0.85, most: int = MOST, first: int | None = None,
) -> Floats:
    """Near the π of `personalised_pagerank` on a graph without direction, of the `first` nodes (of all if left out).

    `seeds` are nodes, `weights` theirs (equal if left out, not all zero). Push of Andersen, Chung, Lang (2006): a node
    whose residual r exceeds ε d (d its degree) keeps (1 − α) r and hands α r on to its neighbours; one without a way
    out keeps all. All such push at once; ε falls from 10⁻⁴ as long as no more than `most` steps along edges are taken,
    however large the graph. What is then left lies mostly at nodes of very many neighbours, from which a walk soon is
    anywhere: of it (1 − α) r stays, and α r is shared out over the part of the graph by degree, as where a walk without
    end is. So all adds up to 1, and no node is further than d (ε + 1 / Σd) from π.

    >>> path = sparse.diags_array([[1, 1, 1], [1, 1, 1]], offsets=[-1, 1], dtype=float)
    >>> pushed_pagerank(path, [0]).round(6).tolist()
    [0.302224, 0.358175, 0.238316, 0.101284]
    """
    ways = graph if isinstance(graph, Departures) else departures(graph)
    start = np.asarray(seeds, dtype=np.int64)
    share = np.ones(len(start)) if weights is None else np.asarray(weights, dtype=float)
    # Zeroed pages cost nothing until they are touched, so arrays over all nodes keep the work local.
    rank, left, slot = np.zeros(len(ways.degree)), np.zeros(len(ways.degree)), np.zeros(len(ways.degree), np.int32)
    np.add.at(left, start, share / share.sum())
    alone = start[ways.degree[start] == 0]
    rank[alone], left[alone] = left[alone], 0
    reached, seen = [once(start, slot)], np.zeros(len(ways.degree), dtype=bool)
    seen[start] = True
    bound, taken = COARSE, 0
    while bound > FINEST and taken <= most:
        known = np.concatenate(reached)
        front = known[left[known] > bound * ways.degree[known]]
        while len(front):
            low, high = ways.steps.indptr[front].astype(np.int64), ways.steps.indptr[front + 1]
            if (taken := taken + int((high - low).sum())) > most:
                break
            moved = left[front]
            left[front] = 0
            rank[front] += (1 - alpha) * moved
            count = high - low
            edges = np.arange(count.sum()) + np.repeat(low - np.cumsum(count) + count, count)
            to = ways.steps.indices[edges].astype(np.int64)
            np.add.at(left, to, ways.steps.data[edges] * np.repeat(alpha * moved, count))
            reached.append(once(to[~seen[to]], slot))
            seen[to] = True
            front = once(to[left[to] > bound * ways.degree[to]], slot)
        bound *= FINER
    known = np.concatenate(reached)
    rest = np.divide(np.bincount(ways.part[known], left[known], len(ways.volume)), ways.volume,
                     out=np.zeros_like(ways.volume), where=ways.volume != 0)
    here = slice(first)
    found: Floats = rank[here] + (1 - alpha) * left[here] + alpha * rest[ways.part[here]] * ways.degree[here]
    return found


def once(nodes: NDArray[np.int64], slot: NDArray[np.int32]) -> NDArray[np.int64]:
    """Each of the nodes once. Where each was put down last is told from `slot`, without sorting."""
    at = np.arange(len(nodes), dtype=np.int32)
    slot[nodes] = at
    kept: NDArray[np.int64] = nodes[slot[nodes] == at]
    return kept
