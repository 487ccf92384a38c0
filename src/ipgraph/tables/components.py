"""Which nodes of a graph hang together."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def components(count: int, a: np.ndarray, b: np.ndarray, *, strong: bool = False) -> np.ndarray:
    """Label, 0 … n−1, of the component of each of `count` nodes, from edges a → b; `strong` ones go by the arrows.

    >>> components(4, np.array([0, 1]), np.array([1, 0])).tolist()
    [0, 0, 1, 2]
    """
    if not count:
        return np.empty(0, dtype=np.int32)
    graph = coo_array((np.ones(len(a), dtype=bool), (a, b)), shape=(count, count))
    labels: np.ndarray = connected_components(graph, connection="strong" if strong else "weak")[1]
    return labels
