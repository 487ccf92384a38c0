"""Groups of organisations: the ultimate parent of each holder, so that a group counts as one owner."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ipgraph.projection import Projection, remembered

__all__ = ["owners"]

#: Who holds more than this of a firm with several parents has it alone.
CONTROL = 0.5


@remembered
def owners(graph: Projection) -> np.ndarray:
    """Position of the ultimate parent of every holder, its own where no source names a parent.

    Followed are the parents of today (`until` not before the graph's day). Where several parents are named, the one
    that holds more than half is the parent; where none does, the firm stays itself. An array as long as
    `graph.nodes["Holder"]`; `owners(graph)[holder]` turns holders into owners.
    """
    edges, count = graph.edges["SUBSIDIARY_OF"], len(graph.nodes["Holder"])
    above = np.arange(count)
    if not len(edges):
        return above
    today = ~(pd.to_datetime(edges.data["until"]) < pd.Timestamp(graph.as_of)).to_numpy()
    source, target = edges.source[today], edges.target[today]
    share = edges.data["share"].to_numpy(dtype=float, na_value=np.nan)[today]
    alone = np.bincount(source, minlength=count)[source] == 1
    chosen = alone | (share > CONTROL)
    above[source[chosen]] = target[chosen]
    # Each step doubles how far up a position points; the tables refuse circles, so that the ways up end.
    for _ in range(count.bit_length()):
        further = above[above]
        if np.array_equal(further, above):
            break
        above = further
    return above
