"""Making a database file of the embedded engine from a bundle."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import ladybug

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.embedded import copy_edges, copy_nodes, tables
from ipgraph.store.contract import Report

#: Address space reserved by an open file, not memory; the default of 8 TiB leaves room for fifteen in a process.
MAX_SIZE = 1 << 40


def build(path: Path, bundle: Bundle, report: Report) -> None:
    """Make a database file of the bundle, checkpointed, closed and flushed."""
    counts = bundle.counts()
    total, done = sum(counts["nodes"].values()) + sum(counts["edges"].values()), 0
    try:
        with (
            closing(ladybug.Database(path, max_db_size=MAX_SIZE)) as database,
            closing(ladybug.Connection(database)) as connection,
        ):
            for statement in tables():
                connection.execute(statement)
            for label, kind in NODES.items():
                report(done, total, label)
                connection.execute(copy_nodes(kind, bundle.node_file(kind)))
                done += counts["nodes"].get(label, 0)
            for type, edge in EDGES.items():
                report(done, total, type)
                for ends in edge.ends():
                    connection.execute(copy_edges(ends, bundle.edge_file(ends)))
                done += counts["edges"].get(type, 0)
            connection.execute(
                "CREATE (:Publication {id: 'graph', version: $version, as_of: $as_of})",
                {"version": bundle.version, "as_of": bundle.as_of},
            )
            connection.execute("CHECKPOINT")
    except RuntimeError as fault:
        raise StoreError(f"the bundle in {bundle.path} does not load into the embedded engine: {fault}") from fault
    flush(path)
    report(total, total, "")


def flush(path: Path) -> None:
    """Force a file, or the names in a folder, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
