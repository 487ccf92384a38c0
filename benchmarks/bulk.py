"""What `publish --bulk` costs beside neo4j-admin alone on the same Parquet.

Ours writes the Parquet, imports it, changes the stores over, starts the server, makes the constraints and splits the
lists. The peer is the same `neo4j-admin database import full` on the files ours wrote, and nothing else.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from neo4j_server import installed

from benchmarks.publish import bundle as synthetic
from ipgraph.bundle import Bundle
from ipgraph.store.bulk import bulk, import_words, own_conf
from ipgraph.store.importable import write_importable
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore


def measure(patents: int = 834_000) -> Iterator[dict[str, Any]]:
    """The peer, ours as a whole, and ours by stage; `ratio` is to the peer."""
    with tempfile.TemporaryDirectory() as folder, installed(Path(folder) / "neo4j") as (home, server):
        place, graph = Installation.at(home), synthetic(Path(folder) / "bundle", patents)
        rows = sum(n for group in graph.counts().values() for n in group.values())
        peer = admin_alone(place, graph, Path(folder) / "peer")
        yield result("neo4j-admin alone", rows, peer, peer)
        stages: list[tuple[float, str]] = []
        start = time.perf_counter()
        bulk(
            place, lambda: Neo4jStore(server.address, server.user, server.password, Path(folder)), graph,
            lambda done, total, what: stages.append((time.perf_counter() - start, what)),
        )
        whole = time.perf_counter() - start
        yield result("publish --bulk", rows, whole, peer)
        for (at, what), (end, _) in zip(stages, [*stages[1:], (whole, "")], strict=True):
            if what:
                yield result(f"of which {what}", rows, end - at, peer)


def admin_alone(place: Installation, graph: Bundle, folder: Path) -> float:
    """Seconds neo4j-admin takes for the same files into a folder of its own."""
    write_importable(graph, folder / "input")
    conf = own_conf(place, folder)
    start = time.perf_counter()
    place.run("neo4j-admin", import_words(place, graph), conf=conf, folder=folder / "input")
    seconds = time.perf_counter() - start
    shutil.rmtree(folder)
    return seconds


def result(way: str, rows: int, seconds: float, peer: float) -> dict[str, Any]:
    return {
        "benchmark": "bulk", "way": way, "rows": rows, "seconds": round(seconds, 2),
        "rows_per_second": round(rows / max(seconds, 0.01)), "ratio": round(seconds / peer, 3),
    }
