"""Making Neo4j equal to a bundle whatever it holds: MERGE of every row, then removal of what the bundle lacks.

For a graph of which this workspace does not know what it holds. Nodes come before edges and edges go before nodes, so
every edge's ends are there at every moment. Each batch is idempotent: cut short, it is completed by doing it again.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import everything, file_of, key_of, rows_of, tables
from ipgraph.schema import EDGES, NODES, Ends, NodeKind
from ipgraph.schema.emit import cypher
from ipgraph.store.changes import BATCH, Run, listed, send, steps
from ipgraph.store.contract import Report


def merge(run: Run, bundle: Bundle, report: Report) -> None:
    """Make the graph behind `run` equal to the bundle; labels and types of others are left alone."""
    todo = steps(everything(bundle))
    total, done = sum(step.rows for step in todo), 0
    for step in todo:
        for rows in send(run, step.again, pq.ParquetFile(step.file).iter_batches(BATCH)):
            report(done, total, step.name)
            done += rows
    if not equal(run, bundle):
        for table in reversed(list(tables())):
            remove(run, table, file_of(bundle, table))
    report(total, total, "")


def remove(run: Run, table: NodeKind | Ends, file: Path) -> None:
    """Take the nodes or edges of one table out of the graph that its file lacks."""
    delete = cypher.delete_edges(table) if isinstance(table, Ends) else cypher.delete_nodes(table)
    for batch in gone(run, table, file).to_batches(BATCH):
        run(delete, {"rows": listed(batch)})


def gone(run: Run, table: NodeKind | Ends, file: Path) -> pa.Table:
    """Keys in the graph that the file lacks."""
    kept = pq.read_table(file, columns=key_of(table))
    found = run(cypher.list_edges(table) if isinstance(table, Ends) else cypher.list_nodes(table), {})
    columns = zip(*found, strict=True) if found else [()] * len(kept.column_names)
    there = pa.table([pa.array(column, pa.string()) for column in columns], names=kept.column_names)
    return there.join(kept, kept.column_names, join_type="left anti")


def empty(run: Run) -> bool:
    """Whether no node of the schema is there."""
    return not any(n for _, n in run(cypher.tally_nodes(), {}))


def equal(run: Run, bundle: Bundle) -> bool:
    """Whether the graph has as many nodes and edges of each kind as the bundle, by the server's own tallies."""
    nodes: Counter[str] = Counter({label: rows_of(bundle.node_file(kind)) for label, kind in NODES.items()})
    edges: Counter[tuple[str, str]] = Counter()
    for type, edge in EDGES.items():
        for ends in edge.ends():
            edges[ends.start.label, type] += rows_of(bundle.edge_file(ends))
    return (
        all(nodes[label] == n for label, n in run(cypher.tally_nodes(), {}))
        and all(edges[label, type] == n for label, type, n in run(cypher.tally_edges(), {}))
    )
