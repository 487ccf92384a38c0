"""What a publish into Neo4j costs when 1 % of the edges changed, beside a full load of the same graph.

The server is warm, as in use: the full load has just run. Run a smaller one by `measure(patents)`.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from neo4j_server import neo4j_server, open_neo4j

from benchmarks.publish import AS_OF
from benchmarks.publish import bundle as synthetic
from ipgraph.bundle import Bundle, write_bundle
from ipgraph.bundle.compare import compare, rows_of
from ipgraph.schema import EDGES, NODES
from ipgraph.store import Store


def measure(patents: int = 834_000, share: float = 0.01) -> Iterator[dict[str, Any]]:
    """A full load, a comparison alone, and a publish of the difference; `ratio` is to the full load."""
    with tempfile.TemporaryDirectory() as folder, neo4j_server(pages="1g") as server:
        home = Path(folder)
        first = synthetic(home / "first", patents)
        second = changed(first, home / "second", share)
        rows = sum(n for group in first.counts().values() for n in group.values())
        start = time.perf_counter()
        changes = compare(first, second, home / "difference")
        comparing = time.perf_counter() - start
        moved = sum(rows_of(c.added) + rows_of(c.changed) + rows_of(c.gone) for c in changes)
        with closing(open_neo4j(server, home)) as store:
            full = timed(store, first)
            yield result("full load", rows, full, full)
            yield result("comparison", rows, comparing, full)
            yield result(f"{share:.0%} changed", moved, timed(store, second), full)
            assert store.version() == second.version


def timed(store: Store, graph: Bundle) -> float:
    start = time.perf_counter()
    store.publish(graph)
    return time.perf_counter() - start


def result(way: str, rows: int, seconds: float, full: float) -> dict[str, Any]:
    return {
        "benchmark": "publish_difference", "way": way, "rows": rows, "seconds": round(seconds, 2),
        "rows_per_second": round(rows / seconds), "ratio": round(seconds / full, 4),
    }


def changed(bundle: Bundle, folder: Path, share: float, seed: int = 2) -> Bundle:
    """The same nodes; of every table of edges, `share` of the rows: a third gone, a third new, a third changed."""
    random = np.random.default_rng(seed)
    edges = {
        ends.table: moved(pq.read_table(bundle.edge_file(ends)), share / 3, random)
        for edge in EDGES.values() for ends in edge.ends()
    }
    return write_bundle(folder, {label: bundle.nodes(label) for label in NODES}, edges, as_of=bundle.as_of)


def moved(table: pa.Table, share: float, random: np.random.Generator) -> pa.Table:
    """That share of the rows gone, as many new ones from starts and ends that are there, as many with another day."""
    count = len(table)
    if count < 1_000:
        return table
    later = pa.scalar(AS_OF.value + 1, pa.int32()).cast(pa.date32())
    days = pc.if_else(pa.array(random.random(count) < share), later, table["as_of"])
    table = table.set_column(table.schema.get_field_index("as_of"), table.schema.field("as_of"), days)
    new = table.take(pa.array(random.integers(0, count, int(count * share))))
    ends = table["end"].take(pa.array(random.integers(0, count, len(new))))
    new = new.set_column(1, table.schema.field("end"), ends)
    both = pa.concat_tables([table.filter(pa.array(random.random(count) >= share)), new])
    numbered = both.select(["start", "end"]).append_column("row", pa.array(np.arange(len(both))))
    return both.take(numbered.group_by(["start", "end"]).aggregate([("row", "min")])["row_min"])
