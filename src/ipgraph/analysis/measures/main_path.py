"""The main path through a network of citations or supplies: how many ways lead through each edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csgraph, csr_array

__all__ = ["key_route", "path_counts"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def path_counts(count: int, edges: ArrayLike) -> Floats:
    """Search path count of each edge: ways from any source to its start × ways from its end to any sink.

    Hummon and Doreian (1989), Batagelj (2003). `edges` are pairs of positions, a list or an array of two columns, from
    the earlier to the later. Edges inside a circle get 0, since no count is finite there; what leads in and out of it
    is counted as through one node.

    >>> path_counts(4, [(0, 1), (0, 2), (1, 3), (2, 3)]).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    start, end = columns(edges)
    if not len(start):
        return np.zeros(0)
    flat = csr_array((np.ones(len(start), dtype=np.int8), (start, end)), shape=(count, count))
    parts, part = csgraph.connected_components(flat, connection="strong")
    a, b = part[start], part[end]
    across = a != b
    ahead, behind = ways(parts, a[across], b[across]), ways(parts, b[across], a[across])
    found = np.zeros(len(start))
    found[across] = ahead[a[across]] * behind[b[across]]
    return found


def ways(count: int, start: Ints, end: Ints) -> Floats:
    """Ways from any source to each node of a graph without circles: in order, each hands its number on."""
    first, following = grouped(count, start, end)
    # Pairs named twice are two ways, so each is handed on and waited for.
    waiting = np.bincount(end, minlength=count)
    found: Floats = (waiting == 0).astype(float)
    front = np.flatnonzero(waiting == 0)
    while len(front):
        sizes = first[front + 1] - first[front]
        at = np.arange(sizes.sum()) + np.repeat(first[front] - (np.cumsum(sizes) - sizes), sizes)
        reached = following[at]
        np.add.at(found, reached, np.repeat(found[front], sizes))
        np.subtract.at(waiting, reached, 1)
        front = np.unique(reached[waiting[reached] == 0])
    return found


def key_route(count: int, edges: ArrayLike) -> list[int]:
    """Positions of the edges on the key route: the heaviest edge, followed both ways along the heaviest next edge.

    Liu and Lu (2012). Ties go to the lower position, so that the answer is one.

    >>> key_route(5, [(0, 1), (1, 2), (4, 1), (2, 3)])
    [0, 1, 3]
    """
    weight = path_counts(count, edges)
    if not len(weight) or weight.max() == 0:
        return []
    start, end = columns(edges)
    middle = int(weight.argmax())
    return [*follow(count, end, start, weight, middle)[::-1], middle, *follow(count, start, end, weight, middle)]


def follow(count: int, start: Ints, end: Ints, weight: Floats, at: int) -> list[int]:
    """The heaviest edges on from the end of `at`, one after the other."""
    first, leaving = grouped(count, start, np.arange(len(start)))
    seen: list[int] = []
    while True:
        node = end[at]
        meet = leaving[first[node]:first[node + 1]]
        if not len(meet) or weight[meet].max() == 0:
            return seen
        at = int(meet[weight[meet].argmax()])
        seen.append(at)


def grouped(count: int, key: Ints, values: Ints) -> tuple[Ints, Ints]:
    """Values in the order of their keys, and where those of each key begin."""
    order = np.argsort(key, kind="stable")
    return np.concatenate([[0], np.cumsum(np.bincount(key, minlength=count))]), values[order]


def columns(edges: ArrayLike) -> tuple[Ints, Ints]:
    """Starts and ends as arrays."""
    pairs = np.asarray(edges, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
