"""The embedded engine: a fresh file by COPY against a copy of the last file with the difference applied.

The second deletes the edges gone or changed and COPYs those added or changed into the copy, then checkpoints; it does
less than a publish would have to. docs/decisions/0052 has what came of it.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import ladybug
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.publish import bundle as synthetic
from benchmarks.publish_difference import changed
from ipgraph.bundle.compare import Change, compare
from ipgraph.schema import Ends
from ipgraph.schema.emit.embedded import copy_edges, literal
from ipgraph.store.build import MAX_SIZE, build
from ipgraph.store.contract import silent


def measure(patents: int = 167_000, share: float = 0.01) -> Iterator[dict[str, Any]]:
    """Seconds of both ways for the same change; `ratio` is to the fresh file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = synthetic(folder / "first", patents)
        second = changed(first, folder / "second", share)
        rows = sum(n for group in second.counts().values() for n in group.values())
        build(folder / "last.lbug", first, silent)
        start = time.perf_counter()
        build(folder / "fresh.lbug", second, silent)
        fresh = time.perf_counter() - start
        yield result("fresh COPY", rows, fresh, fresh)
        start = time.perf_counter()
        shutil.copyfile(folder / "last.lbug", folder / "changed.lbug")
        apply(folder / "changed.lbug", compare(first, second, folder / "difference"), folder)
        yield result("copy and difference", rows, time.perf_counter() - start, fresh)
        assert edges_in(folder / "changed.lbug") == edges_in(folder / "fresh.lbug")


def apply(path: Path, changes: list[Change], folder: Path) -> None:
    with (
        closing(ladybug.Database(path, max_db_size=MAX_SIZE, auto_checkpoint=False)) as database,
        closing(ladybug.Connection(database)) as connection,
    ):
        for change in changes:
            assert isinstance(change.table, Ends), "this benchmark changes edges alone"
            for file in filter(None, (change.gone, change.changed)):
                connection.execute(delete(change.table, file))
            parts = [pq.read_table(file) for file in (change.added, change.changed) if file]
            if parts:
                pq.write_table(pa.concat_tables(parts), folder / "new.parquet")
                connection.execute(copy_edges(change.table, folder / "new.parquet"))
        connection.execute("CHECKPOINT")


def delete(ends: Ends, file: Path) -> str:
    return (
        f"LOAD FROM {literal(file)} WITH `start` AS s, `end` AS t "
        f"MATCH (a:`{ends.start.label}`)-[e:`{ends.kind.type}`]->(b:`{ends.end.label}`) "
        f"WHERE a.id = s AND b.id = t DELETE e"
    )


def edges_in(path: Path) -> int:
    with closing(ladybug.Database(path, read_only=True)) as database, closing(ladybug.Connection(database)) as asked:
        found = asked.execute("MATCH ()-[e]->() RETURN count(e) AS n")
        assert isinstance(found, ladybug.QueryResult), "one statement gives one result"
        return int(found.get_as_arrow()["n"][0].as_py())


def result(way: str, rows: int, seconds: float, fresh: float) -> dict[str, Any]:
    return {
        "benchmark": "publish_embedded", "way": way, "rows": rows, "seconds": round(seconds, 2),
        "ratio": round(seconds / fresh, 3),
    }
