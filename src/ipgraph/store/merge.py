"""Publishing to Neo4j: constraints, batched MERGE, then removal of what the bundle no longer has.

Nodes come before edges and edges go before nodes, so every edge's ends are there at every moment. Each batch is
idempotent: a publish cut short is completed by doing it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit import cypher
from ipgraph.store.contract import Report

#: Runs one statement in a transaction of its own and gives its rows.
Run = Callable[[str, dict[str, Any]], list[list[Any]]]

#: Rows of one transaction: on two cores 5,000 gave 28,000 rows/s, 2,000 and 20,000 about 21,000.
BATCH = 5_000


@dataclass(frozen=True)
class Part:
    """One table of the bundle and the statements that bring its part of the graph up to date."""

    name: str
    file: Path
    key: tuple[str, ...]
    merge: str
    count: str
    keys: str
    delete: str

    @property
    def rows(self) -> int:
        return int(pq.read_metadata(self.file).num_rows)


def parts(bundle: Bundle) -> Iterator[Part]:
    """All tables of the bundle, nodes before edges."""
    for label, kind in NODES.items():
        yield Part(
            label, bundle.node_file(kind), ("id",), cypher.merge_nodes(kind), cypher.count_nodes(kind),
            cypher.list_nodes(kind), cypher.delete_nodes(kind),
        )
    for type, edge in EDGES.items():
        for ends in edge.ends():
            yield Part(
                type, bundle.edge_file(ends), ("start", "end"), cypher.merge_edges(ends), cypher.count_edges(ends),
                cypher.list_edges(ends), cypher.delete_edges(ends),
            )


def merge(run: Run, bundle: Bundle, report: Report) -> None:
    """Make the graph behind `run` equal to the bundle; labels and types of others are left alone."""
    for statement in cypher.constraints():
        run(statement, {})
    everything = list(parts(bundle))
    total, done = sum(part.rows for part in everything), 0
    for part in everything:
        for batch in pq.ParquetFile(part.file).iter_batches(BATCH):
            report(done, total, part.name)
            run(part.merge, {"rows": batch.to_pylist()})
            done += batch.num_rows
    for part in reversed(everything):
        for batch in gone(run, part).to_batches(BATCH):
            run(part.delete, {"rows": batch.to_pylist()})
    report(total, total, "")


def gone(run: Run, part: Part) -> pa.Table:
    """Keys in the graph that the bundle lacks. All of the bundle is merged by now, so equal counts mean none."""
    kept = pq.read_table(part.file, columns=list(part.key))
    if run(part.count, {}) == [[kept.num_rows]]:
        return kept.schema.empty_table()
    found = zip(*run(part.keys, {}), strict=True)
    there = pa.table(dict(zip(part.key, (pa.array(column, pa.string()) for column in found), strict=True)))
    return there.join(kept, list(part.key), join_type="left anti")
