"""What parts an undirected network when it is lost: articulation points and bridges, at the size of citation networks.

Tarjan and Vishkin (1985), on a tree of breadth first: such trees are flat, so that each level is one step of arrays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.sparse import csgraph

__all__ = ["articulation_points", "bridges"]

Flags = NDArray[np.bool_]
Ints = NDArray[np.int32]


def articulation_points(count: int, edges: ArrayLike) -> Flags:
    """True for a node whose loss parts the undirected network (Hopcroft and Tarjan 1973).

    `edges` are pairs of positions, a list or an array of two columns; direction, repetition and loops do not matter.

    >>> articulation_points(3, [(0, 1), (1, 2)]).tolist()
    [False, True, False]
    """
    tree = spanning(count, edges)
    parent = tree.parent[:count]
    below = np.flatnonzero(parent < count)
    above = parent[below]
    # A tree edge is named by its lower end. Two of them are of one block where another edge leaps over their joint.
    leaps = (tree.low[below] < tree.first[above]) | (tree.high[below] >= tree.first[above] + tree.size[above])
    ties = pattern(count, np.concatenate([tree.start, below[leaps]]), np.concatenate([tree.end, above[leaps]]))
    block = csgraph.connected_components(ties, directed=False)[1]
    found = np.zeros(count, dtype=bool)
    root = parent[above] == count
    found[above[~root & (block[below] != block[above])]] = True
    # A root has no edge above it: it parts what hangs below where that is of several blocks.
    least, most = np.full(count, count), np.full(count, -1)
    np.minimum.at(least, above[root], block[below[root]])
    np.maximum.at(most, above[root], block[below[root]])
    flags: Flags = found | (least < most)
    return flags


def bridges(count: int, edges: ArrayLike) -> list[tuple[int, int]]:
    """Edges (lower, higher position) whose loss parts the undirected network, sorted; `edges` as above.

    >>> bridges(3, [(0, 1), (2, 1)])
    [(0, 1), (1, 2)]
    """
    tree = spanning(count, edges)
    first = tree.first[:count]
    alone = (tree.low[:count] >= first) & (tree.high[:count] < first + tree.size[:count])
    below = np.flatnonzero(alone & (tree.parent[:count] < count))
    pairs = np.sort(np.column_stack([below, tree.parent[below]]), axis=1)
    return [(a, b) for a, b in pairs[np.lexsort(pairs.T[::-1])].tolist()]


@dataclass(frozen=True, eq=False)
class Spanning:
    """A tree of breadth first, below a root of our own (position `count`) that holds one node of each component.

    By node: its parent; its place `first` in an order that visits each subtree as a whole, and the `size` of its
    subtree; `low` and `high`, the lowest and highest place that an edge outside the tree leads to from its subtree.
    `start` and `end` are the edges outside the tree.
    """

    parent: Ints
    first: Ints
    size: Ints
    low: Ints
    high: Ints
    start: Ints
    end: Ints


def spanning(count: int, edges: ArrayLike) -> Spanning:
    """The tree of a network, and where its other edges lead."""
    pairs = np.asarray(edges, dtype=np.int32).reshape(-1, 2)
    start, end = np.minimum(pairs[:, 0], pairs[:, 1]), np.maximum(pairs[:, 0], pairs[:, 1])
    once = pattern(count, start[start != end], end[start != end])
    part = csgraph.connected_components(once, directed=False)[1]
    roots = np.unique(part, return_index=True)[1]
    start = np.concatenate([np.repeat(np.arange(count, dtype=np.int32), np.diff(once.indptr)), roots], dtype=np.int32)
    end = np.concatenate([once.indices, np.full(len(roots), count)], dtype=np.int32)
    both = pattern(count + 1, np.concatenate([start, end]), np.concatenate([end, start]))
    order, parent = csgraph.breadth_first_order(both, count)
    parent[count] = count
    first, size, levels = places(order, parent)
    low, high = leads(both, parent, first)
    for level in levels[:0:-1]:
        np.minimum.at(low, parent[level], low[level])
        np.maximum.at(high, parent[level], high[level])
    other = (parent[start] != end) & (parent[end] != start)
    return Spanning(parent, first, size, low, high, start[other], end[other])


def places(order: Ints, parent: Ints) -> tuple[Ints, Ints, list[Ints]]:
    """Place and size of each subtree, and the nodes by level, of a tree whose nodes come in `order`, level by level."""
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order), dtype=np.int32)
    above = rank[parent[order]]
    levels, low, high = [], 0, 1
    while low < high:
        levels.append(order[low:high])
        low, high = high, int(np.searchsorted(above, high))
    size = np.ones_like(order)
    for level in levels[:0:-1]:
        np.add.at(size, parent[level], size[level])
    first = np.zeros_like(order)
    for level in levels[1:]:
        # Those of one parent stand together: each begins where the ones before it end.
        before = np.cumsum(size[level]) - size[level]
        head = np.flatnonzero(np.diff(parent[level], prepend=-1))
        before -= np.repeat(before[head], np.diff(head, append=len(level)))
        first[level] = first[parent[level]] + 1 + before
    return first, size, levels


def leads(both: sparse.csr_array, parent: Ints, first: Ints) -> tuple[Ints, Ints]:
    """Lowest and highest place that each node's own edges outside the tree lead to, its own place where none does."""
    if not both.nnz:
        return first.copy(), first.copy()
    row = np.repeat(np.arange(len(parent), dtype=np.int32), np.diff(both.indptr))
    tree = (parent[row] == both.indices) | (parent[both.indices] == row)
    place = np.where(tree, first[row], first[both.indices])
    starts = both.indptr[:-1]
    return np.minimum.reduceat(place, starts), np.maximum.reduceat(place, starts)


def pattern(count: int, start: Ints, end: Ints) -> sparse.csr_array:
    """Ones at the pairs, each once."""
    found = sparse.csr_array(sparse.coo_array((np.ones(len(start), dtype=np.int8), (start, end)), shape=(count, count)))
    found.data = np.ones(found.nnz)
    return found
