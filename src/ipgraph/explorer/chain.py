"""The segments and feeds of one chain, as the layout takes them."""

from __future__ import annotations

import pandas as pd

from ipgraph.projection import Projection


def chain_segments(graph: Projection, chain: str) -> pd.DataFrame:
    """id, name, name_en, number, stage, parent of the segments of a chain (its id), by id."""
    frame = graph.nodes["Segment"]
    own = frame[frame["chain"] == chain]
    return own[["id", "name", "name_en", "number", "stage", "parent"]].reset_index(drop=True)


def chain_feeds(graph: Projection, chain: str) -> pd.DataFrame:
    """source, target (ids) and reason of the FEEDS edges with both ends in a chain."""
    frame, feeds = graph.nodes["Segment"], graph.edges["FEEDS"]
    inside = (frame["chain"] == chain).to_numpy()
    keep = inside[feeds.source] & inside[feeds.target]
    ids = frame["id"].to_numpy()
    reason = feeds.data["reason"] if "reason" in feeds.data else pd.Series(None, range(len(feeds)), dtype="str")
    return pd.DataFrame({
        "source": ids[feeds.source[keep]], "target": ids[feeds.target[keep]], "reason": reason[keep].to_numpy(),
    })
