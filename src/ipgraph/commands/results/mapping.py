"""SERVES edges by text beside those by rule."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ipgraph.analysis.changes.changed import after
from ipgraph.analysis.mapping import RULE, TEXT, map_texts, open_corpus
from ipgraph.bundle import Bundle
from ipgraph.commands.results.stamp import stamped
from ipgraph.projection import Projection
from ipgraph.projection.read import edge_arrays
from ipgraph.schema import EDGES
from ipgraph.schema.emit.arrow import edge_schema

[SERVES] = EDGES["SERVES"].ends()


def serves_anew(bundle: Bundle) -> tuple[pa.Table, dict[str, Any]]:
    """SERVES with the edges by rule as they are and those by text found anew.

    Also what there is to tell of it: `asked` patents whose texts were read, `edges` by text, `segments` learnt, and
    `too_few`: rule examples by segment where there are too few to learn from.
    """
    with open_corpus(bundle) as corpus:
        mapped = map_texts(corpus)
    found = mapped.edges.rename(columns={"patent": "start", "segment": "end", "probability": "score"})
    by_text = stamped(found.assign(basis=TEXT, rule=None, pattern=None), edge_schema(EDGES["SERVES"]), bundle.as_of)
    told = pq.read_table(bundle.edge_file(SERVES), schema=by_text.schema)
    answer = {"asked": mapped.asked, "edges": len(found), "segments": len(mapped.learnt), "too_few": mapped.few}
    return pa.concat_tables([told.filter(pc.equal(told["basis"], RULE)), by_text]), answer


def with_serves(graph: Projection, serves: pa.Table) -> Projection:
    """The graph with these SERVES edges."""
    starts, ends = (pd.Index(graph.nodes[label]["id"]) for label in ("Patent", "Segment"))
    read = pa.table({"source": serves["start"], "target": serves["end"], "score": serves["score"],
                     "basis": serves["basis"]})
    return after(graph, edges={"SERVES": edge_arrays(read, starts, ends)})
