"""The main path through a network of citations or supplies: how many ways lead through each edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csgraph, csr_array

__all__ = ["key_route", "path_counts"]

Pairs = list[tuple[int, int]]


def path_counts(count: int, edges: Pairs) -> NDArray[np.float64]:
    """Search path count of each edge: ways from any source to its start × ways from its end to any sink.

    Hummon and Doreian (1989), Batagelj (2003). Edges run from the earlier to the later. Edges inside a circle get 0,
    since no count is finite there; what leads in and out of it is counted as through one node.

    >>> path_counts(4, [(0, 1), (0, 2), (1, 3), (2, 3)]).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    if not edges:
        return np.zeros(0)
    start, end = (np.array(side, dtype=np.int64) for side in zip(*edges, strict=True))
    parts, part = csgraph.connected_components(
        csr_array((np.ones(len(start)), (start, end)), shape=(count, count)), connection="strong")
    a, b = part[start], part[end]
    across = a != b
    ahead = ways(parts, a[across], b[across])
    behind = ways(parts, b[across], a[across])
    found = np.zeros(len(start))
    found[across] = ahead[a[across]] * behind[b[across]]
    return found


def ways(count: int, start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.float64]:
    """Ways from any source to each node of a graph without circles: in order, each hands its number on."""
    matrix = csr_array((np.ones(len(start)), (start, end)), shape=(count, count))
    waiting = np.bincount(end, minlength=count)
    # Pairs named twice are two ways, so they are kept in the sums of `matrix` and counted in `waiting`.
    found = (waiting == 0).astype(float)
    front = np.flatnonzero(waiting == 0)
    while len(front):
        rows = matrix[front]
        found += rows.T @ found[front]
        waiting = waiting - np.bincount(end[np.isin(start, front)], minlength=count)
        following = np.unique(rows.indices)
        front = following[waiting[following] == 0]
    return np.asarray(found)


def key_route(count: int, edges: Pairs) -> list[int]:
    """Positions of the edges on the key route: the heaviest edge, followed both ways along the heaviest next edge.

    Liu and Lu (2012). Ties go to the lower position, so that the answer is one.

    >>> key_route(5, [(0, 1), (1, 2), (4, 1), (2, 3)])
    [0, 1, 3]
    """
    weight = path_counts(count, edges)
    if not len(weight) or weight.max() == 0:
        return []
    middle = int(weight.argmax())
    return [*follow(edges, weight, middle, True)[::-1], middle, *follow(edges, weight, middle, False)]


def follow(edges: Pairs, weight: NDArray[np.float64], at: int, back: bool) -> list[int]:
    """The heaviest edges on from `at`, one after the other, against or along their direction."""
    seen: list[int] = []
    while True:
        meet = [n for n, (a, b) in enumerate(edges)
                if weight[n] > 0 and (b == edges[at][0] if back else a == edges[at][1])]
        if not meet:
            return seen
        at = max(meet, key=lambda n: (weight[n], -n))
        seen.append(at)
