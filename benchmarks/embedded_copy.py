"""What a publish into the embedded engine costs beyond the engine's own COPY of the same Parquet files.

Both make the same tables and hold the same rows. The publish also checkpoints, flushes to disk, reports its progress,
marks the version and switches over; the bare way stops when the engine has closed its file. They take turns, each
first in every other turn, so that a busy moment of the machine or a warm cache helps neither.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import ladybug

from benchmarks.publish import bundle as synthetic
from ipgraph.bundle import Bundle
from ipgraph.schema.emit.embedded import tables
from ipgraph.store import open_store
from ipgraph.store.audit import audit
from ipgraph.store.build import MAX_SIZE, copies


def measure(patents: int = 50_000, turns: int = 4) -> Iterator[dict[str, Any]]:
    """One result a way: median seconds of the turns, rows a second, and `ratio` to the bare COPY."""
    with tempfile.TemporaryDirectory() as folder:
        graph = synthetic(Path(folder), patents)
        counts = graph.counts()
        rows = sum(counts["nodes"].values()) + sum(counts["edges"].values())
        taken: dict[str, list[float]] = {way: [] for way, _ in WAYS}
        for turn in range(turns):
            home = Path(folder) / f"turn{turn}"
            home.mkdir()
            for way, run in (WAYS if turn % 2 else WAYS[::-1]):
                taken[way].append(run(graph, home))
        assert edges_in(Path(folder) / "turn0" / "bare") == sum(counts["edges"].values())
        assert published(Path(folder) / "turn0") == counts
        for way, seconds in taken.items():
            yield {
                "benchmark": "embedded_copy", "way": way, "rows": rows, "seconds": round(median(seconds), 3),
                "rows_per_second": round(rows / median(seconds)),
                "ratio": round(median(seconds) / median(taken["bare COPY"]), 3),
            }


def bare_copy(graph: Bundle, home: Path) -> float:
    """Seconds to make the tables, COPY every file that has rows, and close."""
    start = time.perf_counter()
    with (
        closing(ladybug.Database(home / "bare", max_db_size=MAX_SIZE)) as database,
        closing(ladybug.Connection(database)) as connection,
    ):
        for statement in tables():
            connection.execute(statement)
        for _, _, statement in copies(graph):
            connection.execute(statement)
    return time.perf_counter() - start


def publish(graph: Bundle, home: Path) -> float:
    """Seconds to publish into a fresh store and close it."""
    start = time.perf_counter()
    with closing(open_store("embedded", home, create=True)) as store:
        store.publish(graph)
    return time.perf_counter() - start


def edges_in(path: Path) -> int:
    with closing(ladybug.Database(path, read_only=True)) as database, closing(ladybug.Connection(database)) as asked:
        result = asked.execute("MATCH ()-[e]->() RETURN count(e) AS n")
        assert isinstance(result, ladybug.QueryResult), "one statement gives one result"
        return int(result.get_as_arrow()["n"][0].as_py())


def published(home: Path) -> dict[str, Any]:
    """Counts by kind as the audit of the store finds them, kinds with none left out."""
    with closing(open_store("embedded", home)) as store:
        found = audit(store)
    return {group: {kind: n for kind, n in found[group].items() if n} for group in ("nodes", "edges")}


WAYS = (("bare COPY", bare_copy), ("publish", publish))
