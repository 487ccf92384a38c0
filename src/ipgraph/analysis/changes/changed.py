"""A projection with some of it changed, for questions of what if and of another day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.projection import Edges, LazyEdges, Projection

__all__ = ["after", "changed"]


def changed(edges: Edges, kept: np.ndarray, more: Sequence[tuple[int, int]] = (), **properties: Any) -> Edges:
    """The edges that are kept, with all they say, and more pairs, with these properties alone; a pair that is there
    already stays as it is."""
    ends = np.array(more, dtype=np.int32).reshape(-1, 2)
    source, target = np.append(edges.source[kept], ends[:, 0]), np.append(edges.target[kept], ends[:, 1])
    data = edges.data[kept].reset_index(drop=True)
    if len(ends):
        added = pd.DataFrame(properties, index=range(len(ends)))[[c for c in properties if c in data]]
        data = pd.concat([data, added], ignore_index=True)
    order = np.lexsort((np.arange(len(source)), target, source))
    source, target, data = source[order], target[order], data.iloc[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (source[1:] != source[:-1]) | (target[1:] != target[:-1])
    return Edges(source[first], target[first], data[first].reset_index(drop=True), edges.shape)


def after(
    graph: Projection, nodes: Mapping[str, pd.DataFrame] | None = None, edges: Mapping[str, Edges] | None = None,
    keeping: Sequence[Callable[..., Any]] = (), knowing: Mapping[Callable[..., Any], Any] | None = None,
) -> Projection:
    """A projection of its own with some frames and edges replaced; it remembers nothing of the one before but what the
    functions `keeping` found, which must rest on nothing that is replaced, and what functions without settings would
    find (`knowing`). Edges that nobody asks for stay unread."""
    names, new = {(build.__module__, build.__qualname__) for build in keeping}, edges or {}
    with graph.lock:
        kept = {key: dict(value) for key, value in graph.memory.items() if key[:2] in names}
    kept |= {(build.__module__, build.__qualname__): {(): found} for build, found in (knowing or {}).items()}
    merged = LazyEdges(lambda type: new[type] if type in new else graph.edges[type])
    return Projection(graph.version, graph.as_of, {**graph.nodes, **(nodes or {})}, merged, memory=kept)
