"""What a chain cannot do without: cut segments, supply paths, and what lies between."""

from __future__ import annotations

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csgraph, csr_array

__all__ = ["betweenness", "cut_segments", "supply_paths", "terminals"]

Pairs = list[tuple[int, int]]
Flags = NDArray[np.bool_]


def betweenness(count: int, edges: Pairs) -> NDArray[np.float64]:
    """Σ σ_st(v)/σ_st over pairs of others, directed, divided by (n − 1)(n − 2): 0–1 (Freeman 1977, Brandes 2001).

    >>> betweenness(3, [(0, 1), (1, 2)]).tolist()
    [0.0, 0.5, 0.0]
    """
    found = igraph.Graph(n=count, edges=edges, directed=True).simplify().betweenness()
    return np.asarray(found, dtype=float) / max(1, (count - 1) * (count - 2))


def terminals(count: int, edges: Pairs, outlets: Flags | None = None) -> tuple[Flags, Flags]:
    """Raw and final segments: fed by nothing, and feeding nothing.

    What `outlets` flags (it feeds another chain) is final too. A circle that nothing outside it feeds is raw as a
    whole, one that feeds nothing outside is final as a whole. A segment without any edge is neither.

    >>> [flags.tolist() for flags in terminals(3, [(0, 1)])]
    [[True, False, False], [False, True, False]]
    """
    start, end = ends(edges)
    adjacency = csr_array((np.ones(len(start)), (start, end)), shape=(count, count))
    parts, part = csgraph.connected_components(adjacency, connection="strong")
    fed, feeding, linked = (np.zeros(n, dtype=bool) for n in (parts, parts, count))
    across = part[start] != part[end]
    fed[part[end[across]]] = True
    feeding[part[start[across]]] = True
    linked[start] = linked[end] = True
    leaving = np.zeros(count, dtype=bool) if outlets is None else outlets
    feeding[part[leaving]] = True
    return linked & ~fed[part], linked & (~feeding[part] | leaving)


def cut_segments(count: int, edges: Pairs, outlets: Flags | None = None) -> Flags:
    """True for a segment that every path from raw material to final product passes through.

    `outlets` flags what feeds another chain: final products too. A dominator (Lengauer and Tarjan 1979) of the end of
    all final segments, seen from the start of all raw ones. Two unconnected parts have no path in common, so no
    segment is cut then.

    >>> cut_segments(4, [(0, 1), (0, 2), (1, 3), (2, 3)]).tolist()
    [True, False, False, True]
    """
    flags = np.zeros(count, dtype=bool)
    raw, final = terminals(count, edges, outlets)
    if not edges:
        return flags
    origin, goal = count, count + 1
    begin = [(origin, int(v)) for v in np.flatnonzero(raw)]
    finish = [(int(v), goal) for v in np.flatnonzero(final)]
    above = igraph.Graph(n=count + 2, edges=[*edges, *begin, *finish], directed=True).dominator(origin, mode="out")
    at = above[goal]
    while 0 <= at != origin:
        flags[at] = True
        at = above[at]
    return flags


def supply_paths(count: int, edges: Pairs) -> list[int | None]:
    """Paths from raw material to each segment that share no segment on the way (Menger 1927), by minimum cut.

    None for a raw segment and for one without edges; 1 means that one failure upstream stops the supply.

    >>> supply_paths(4, [(0, 2), (1, 2), (2, 3)])
    [None, None, 2, 1]
    """
    raw, _ = terminals(count, edges)
    linked = set(np.concatenate(ends(edges)).tolist())
    # Each segment v is split into v (in) and count + v (out) with room for one path between them.
    inner = [(v, count + v) for v in range(count)]
    outer = [(count + a, b) for a, b in edges if a != b]
    begin = [(2 * count, int(v)) for v in np.flatnonzero(raw)]
    graph = igraph.Graph(n=2 * count + 1, edges=[*inner, *outer, *begin], directed=True)
    capacity = [1] * graph.ecount()
    return [
        round(graph.maxflow_value(2 * count, v, capacity)) if v in linked and not raw[v] else None
        for v in range(count)
    ]


def ends(edges: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts and ends as arrays."""
    pairs = np.array(edges, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
