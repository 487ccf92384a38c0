"""How long a publish takes: a synthetic bundle of 100,000 nodes and 300,000 edges into each engine.

Run `python benchmarks/publish.py [PATENTS]` with tests/ on PYTHONPATH; it starts a Neo4j of its own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
from neo4j_server import neo4j_server, open_neo4j

from ipgraph.bundle import Bundle, write_bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.store import Store, open_store

AS_OF = pa.scalar(19_900, pa.int32()).cast(pa.date32())


def bundle(folder: Path, patents: int, seed: int = 1) -> Bundle:
    """Patents with abstracts, persons, firms, classes: twice as many nodes as patents, and six edges a patent."""
    random = np.random.default_rng(seed)
    ids = {
        "Patent": numbered("CN", patents), "Person": numbered("person ", patents // 2),
        "Enterprise": numbered("firm ", patents // 6), "TechClass": numbered("H01M", patents // 3),
        "Segment": numbered("s", 200),
    }
    texts = {"title": "一种锂离子电池正极材料及其制备方法", "abstract": "本发明公开了一种方法，" * 20, "office": "CN"}
    nodes = {
        label: table(node_schema(NODES[label]), {"id": keys}, {**texts, "name": "名称", "scheme": "IPC", "claims": 9})
        for label, keys in ids.items()
    }
    pairs = {
        "FILED.Enterprise.Patent": patents, "INVENTED.Person.Patent": patents * 2, "SERVES.Patent.Segment": patents,
        "CLASSIFIED_AS.Patent.TechClass": patents, "CITES.Patent.Patent": patents,
    }
    edges = {}
    for name, count in pairs.items():
        type, start, end = name.split(".")
        ends = pa.table({"start": ids[start].take(pa.array(random.integers(0, len(ids[start]), count))),
                         "end": ids[end].take(pa.array(random.integers(0, len(ids[end]), count)))})
        ends = ends.group_by(["start", "end"]).aggregate([])
        fixed = {"position": 1, "main": True, "score": 0.5, "basis": "rule", "rule": "r1"}
        edges[name] = table(edge_schema(EDGES[type]), {n: ends[n] for n in ("start", "end")}, fixed)
    return write_bundle(folder, nodes, edges, as_of="2024-06-26")


def numbered(prefix: str, count: int) -> pa.Array:
    return pa.array([f"{prefix}{n:09d}" for n in range(count)])


def table(schema: pa.Schema, columns: dict[str, pa.Array], fixed: dict[str, object]) -> pa.Table:
    """A table of the schema: the columns given, the same value in every row for the fixed ones, else null."""
    count = len(next(iter(columns.values())))
    known = {**fixed, "source": ["benchmark"], "as_of": AS_OF}
    return pa.table([
        columns.get(f.name, pa.repeat(pa.scalar(known.get(f.name), f.type), count)) for f in schema
    ], schema=schema)


def timed(store: Store, graph: Bundle, rows: int, what: str) -> None:
    start = time.perf_counter()
    store.publish(graph)
    seconds = time.perf_counter() - start
    print(f"{store.engine:9} {what:22} {seconds:7.1f} s {rows / seconds:10,.0f} rows/s", flush=True)


def main(patents: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = bundle(Path(folder), patents), bundle(Path(folder), patents, seed=2)
        counts = first.counts()
        rows = sum(counts["nodes"].values()) + sum(counts["edges"].values())
        print(counts, f"{rows:,} rows")
        embedded = open_store("embedded", Path(folder), create=True)
        timed(embedded, first, rows, "first")
        timed(embedded, second, rows, "other edges")
        with neo4j_server() as server:
            store = open_neo4j(server, Path(folder))
            timed(store, first, rows, "first")
            timed(store, first, rows, "same again")
            timed(store, second, rows, "other edges")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
