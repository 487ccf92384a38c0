"""Reading a projection from the bundle that was published: the same arrays as from the store, without its engine.

The statements of cypher/project/ still say which columns are read. Nodes are read at once, edges of a type when they
are first asked for: a board needs a third of them.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.projection.projection import ENDS, Edges
from ipgraph.projection.read import HOLDER_FILES, NODE_STATEMENTS, node_frame, pairs_of, whole_chains
from ipgraph.schema import EDGES, NODES, Ends
from ipgraph.schema.engine import open_duckdb
from ipgraph.store.queries import query

#: Columns of the wholes, which the bundle has as PART_OF edges: to a chain, else to a node of the same kind.
WHOLES = ("chain", "parent")
#: Kinds whose newest `as_of` is that of the graph, as project/as_of.cypher has it.
DATED = ("Chain", "Segment", "Patent", "Enterprise", "Institution", "Pool")
#: Types of which the statements read a part: edges in the bundle, and which of them.
PARTS = {"OWNS": ("OWNS", "e.current"), "OWNED": ("OWNS", "e.since IS NOT NULL OR e.until IS NOT NULL")}


def bundle_nodes(bundle: Bundle) -> dict[str, pd.DataFrame]:
    """The frames of all nodes, as `read_projection` makes them."""
    frames = {}
    for label, names in NODE_STATEMENTS.items():
        tables = []
        for name in names:
            kind = name if label == "Holder" else label
            table = node_table(bundle, kind, query(f"project/{HOLDER_FILES.get(name, name)}", "embedded").schema)
            tables.append(table.append_column("kind", pa.repeat(pa.scalar(name), len(table)))
                          if label == "Holder" else table)
        frames[label] = node_frame(pa.concat_tables(tables, promote_options="default"), label)
    frames["Segment"] = frames["Segment"].assign(chain=whole_chains(frames["Segment"]))
    return frames


def node_table(bundle: Bundle, kind: str, schema: pa.Schema) -> pa.Table:
    """Nodes of a kind with the columns of a statement."""
    own = [name for name in schema.names if name not in WHOLES]
    table = pq.read_table(bundle.node_file(NODES[kind]), columns=own)
    for name in (name for name in schema.names if name in WHOLES):
        whole = NODES["Chain"] if name == "chain" else NODES[kind]
        parts = pq.read_table(bundle.edge_file(Ends(EDGES["PART_OF"], NODES[kind], whole)), columns=["start", "end"])
        at = pc.index_in(table["id"], value_set=parts["start"])  # sorted by end too, so that the first is the lowest
        table = table.append_column(name, parts["end"].take(at))
    return table.select(schema.names).cast(schema)


def bundle_as_of(bundle: Bundle) -> str:
    """The newest source behind the graph, '' where there is none."""
    days = [pc.max(pq.read_table(bundle.node_file(NODES[label]), columns=["as_of"])["as_of"]).as_py()
            for label in DATED]
    return str(max((day for day in days if day is not None), default=""))


def bundle_edges(bundle: Bundle, type: str, nodes: Mapping[str, pd.DataFrame]) -> Edges:
    """Edges of a type as positions in `nodes`, as `read_projection` makes them."""
    start, end = ENDS[type]
    kind, only = PARTS.get(type, (type, "true"))
    columns = [name for name in query(f"project/{type.lower()}", "embedded").schema.names
               if name not in {"bucket", "source", "target", "sources", "targets"}]
    files = [str(bundle.edge_file(ends)) for ends in EDGES[kind].ends()
             if (frame_of(ends.start.label), frame_of(ends.end.label)) == (start, end)]
    shape = (len(nodes[start]), len(nodes[end]))
    kept = [file for file in files if pq.read_metadata(file).num_rows]
    if not kept:
        none = np.empty(0, dtype=np.int32)
        return pairs_of(none, none, pq.read_schema(files[0]).empty_table().select(columns), shape)
    with open_duckdb() as con:
        for side, label in (("starts", start), ("ends", end)):
            ids = pa.array(nodes[label]["id"], pa.large_string())
            con.register(side, pa.table({"id": ids, "at": np.arange(len(ids), dtype=np.int32)}))
        shown = "".join(f', e."{name}"' for name in columns)
        found: pa.Table = con.sql(
            f'SELECT s.at AS source, t.at AS target{shown} FROM read_parquet($files) e '
            f'JOIN starts s ON s.id = e.start JOIN ends t ON t.id = e."end" WHERE {only}',
            params={"files": kept},
        ).to_arrow_table()
    source, target = (found[name].combine_chunks().to_numpy() for name in ("source", "target"))
    return pairs_of(source, target, found.select(columns), shape)


def frame_of(label: str) -> str:
    """The frame that nodes of a label are in."""
    return "Holder" if label in HOLDER_FILES else label
