"""The board of the home country on the segments, so that the graph itself shows how each stands."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pyarrow as pa

from ipgraph.analysis import gap_board
from ipgraph.bundle import Bundle
from ipgraph.commands.results.stamp import with_results
from ipgraph.projection import Projection
from ipgraph.schema import NODES


def segment_tables(graph: Projection, bundle: Bundle) -> dict[str, pa.Table]:
    """The Segment nodes with their rows of the boards; one that has parts has no row, and none of the properties."""
    boards = [gap_board(graph, id) for id in graph.nodes["Chain"]["id"]]
    found = pd.concat(boards).set_index("segment") if boards else pd.DataFrame()
    wanted = [p.name for p in NODES["Segment"].results]
    found = found.assign(analysed_on=date.fromisoformat(bundle.as_of))
    return {"Segment": with_results(bundle.nodes("Segment"), found.reindex(columns=wanted), "Segment")}
