"""Making a database file of the embedded engine from a bundle."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import ladybug
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.bundle.disk import flush
from ipgraph.errors import StoreError
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.embedded import copy_edges, copy_nodes, tables
from ipgraph.store.contract import Report

#: Address space reserved by an open file, not memory; the default of 8 TiB leaves room for fifteen in a process.
MAX_SIZE = 1 << 40
#: A disk with less than this left is full: the engine grows its file by as much at a time.
LEAST = 1 << 20


def build(path: Path, bundle: Bundle, report: Report) -> None:
    """Make a database file of the bundle, checkpointed once at the end, closed and flushed."""
    steps = list(copies(bundle))
    total, done = sum(rows for _, rows, _ in steps), 0
    try:
        with (
            closing(ladybug.Database(path, max_db_size=MAX_SIZE, auto_checkpoint=False)) as database,
            closing(ladybug.Connection(database)) as connection,
        ):
            for statement in tables():
                connection.execute(statement)
            for name, rows, statement in steps:
                report(done, total, name)
                connection.execute(statement)
                done += rows
            connection.execute(
                "CREATE (:Publication {id: 'graph', version: $version, as_of: $as_of})",
                {"version": bundle.version, "as_of": bundle.as_of},
            )
            connection.execute("CHECKPOINT")
    except RuntimeError as fault:
        if shutil.disk_usage(path.parent).free < LEAST:  # the engine then fails in various ways, also while reading
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from fault
        raise StoreError(
            f"the bundle in {bundle.path} does not load into the embedded engine: {fault}",
            f"{bundle.path} 中的数据包无法载入内嵌引擎：{fault}",
        ) from fault
    flush(path)
    report(total, total, "")


def copies(bundle: Bundle) -> Iterator[tuple[str, int, str]]:
    """Name, rows and COPY of every table that has rows, nodes before edges."""
    for label, kind in NODES.items():
        if rows := rows_of(bundle.node_file(kind)):
            yield label, rows, copy_nodes(kind, bundle.node_file(kind))
    for type, edge in EDGES.items():
        for ends in edge.ends():
            if rows := rows_of(bundle.edge_file(ends)):
                yield type, rows, copy_edges(ends, bundle.edge_file(ends))


def rows_of(file: Path) -> int:
    return int(pq.read_metadata(file).num_rows)
