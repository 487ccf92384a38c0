"""The source and day that every row of a result bears, and results as properties of nodes that sources gave."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pyarrow as pa

from ipgraph.schema import NODES
from ipgraph.schema.emit.arrow import field

SOURCE = "analysis"


def stamped(frame: pd.DataFrame, schema: pa.Schema, as_of: str) -> pa.Table:
    """The frame as a table of the bundle, with its source and day."""
    said = pd.Series([[SOURCE]] * len(frame), index=frame.index, dtype=object)
    whole = frame.assign(source=said, as_of=date.fromisoformat(as_of))
    return pa.Table.from_pandas(whole, schema=schema, preserve_index=False)


def with_results(nodes: pa.Table, found: pd.DataFrame, label: str) -> pa.Table:
    """The nodes with the properties in `results` of their kind put in, from a frame by id; a node without a row has
    none. Source and day of the node stay those of its sources: `analysed_on` is the day of the results."""
    rows = found.reindex(pd.Index(nodes["id"].to_pandas()))
    for prop in NODES[label].results:
        told = field(prop)
        column = pa.array(rows[prop.name], told.type, from_pandas=True)
        nodes = nodes.set_column(nodes.column_names.index(prop.name), told, column)
    return nodes
