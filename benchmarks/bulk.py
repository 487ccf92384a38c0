"""What `publish --bulk` costs beside neo4j-admin alone on the same rows as Parquet, and how long readers wait.

Ours writes CSV, imports it, stops the server, changes the stores over, starts it and makes the constraints. The peer is
`neo4j-admin database import full --input-type=parquet` and nothing else; it takes no lists, so they are joined there.
Both are run twice, by turns: first into an empty installation, then over the graph that is served.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_server import Server, installed

from benchmarks.publish import bundle as synthetic
from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import everything, literal, quoted
from ipgraph.schema import Ends, Type
from ipgraph.schema.engine import open_duckdb
from ipgraph.store.bulk import admin, bulk
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore

#: Seconds between two questions of a reader.
PAUSE = 0.2


def measure(patents: int = 834_000) -> Iterator[dict[str, Any]]:
    """The peer, ours as a whole and by stage, each `ratio` to the peer run just before; then the readers' wait."""
    with tempfile.TemporaryDirectory() as folder, installed(Path(folder) / "neo4j") as (home, server):
        place = Installation.at(home)
        for n, what in enumerate(("first", "second")):
            graph = synthetic(Path(folder) / what, patents, seed=n + 1)
            rows = sum(n for group in graph.counts().values() for n in group.values())
            peer = admin_alone(place, graph, Path(folder) / "peer")
            yield result(f"{what}: neo4j-admin alone, Parquet", rows, peer, peer)
            with reader(server) as waits:
                stages = timed(place, server, Path(folder), graph)
            whole = sum(stages.values())
            yield result(f"{what}: publish --bulk", rows, whole, peer)
            yield result("of which all but stop and start", rows, whole - stages["stop"] - stages["start"], peer)
            for stage, seconds in stages.items():
                yield result(f"of which {stage}", rows, seconds, peer)
            if n:
                yield result("readers wait", rows, max(waits), peer)


def timed(place: Installation, server: Server, home: Path, graph: Bundle) -> dict[str, float]:
    """Seconds of each stage of our import."""
    begun: list[tuple[float, str]] = []
    bulk(
        place, lambda: Neo4jStore(server.address, server.user, server.password, home), graph,
        lambda done, total, what: begun.append((time.perf_counter(), what)),
    )
    return {what: end - start for (start, what), (end, _) in pairwise(begun)}


@contextmanager
def reader(server: Server) -> Iterator[list[float]]:
    """Ask the server over and over; the seconds between two answers, filled at the end."""
    waits, done = [0.0], threading.Event()

    def ask() -> None:
        last = None
        with neo4j.GraphDatabase.driver(
            server.address, auth=(server.user, server.password), connection_timeout=1, max_transaction_retry_time=0,
        ) as driver:
            while not done.wait(PAUSE):
                with suppress(DriverError, Neo4jError, OSError):
                    driver.execute_query("MATCH (p:Publication {id: 'graph'}) RETURN p.version")
                    now = time.perf_counter()
                    waits.append(now - (last or now))
                    last = now

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    yield waits
    done.set()
    thread.join()


def admin_alone(place: Installation, graph: Bundle, folder: Path) -> float:
    """Seconds neo4j-admin takes for the same rows as Parquet into a folder of its own."""
    words = write_parquet(graph, folder / "input")
    start = time.perf_counter()
    admin(place, folder, words)
    seconds = time.perf_counter() - start
    shutil.rmtree(folder)
    return seconds


def write_parquet(graph: Bundle, folder: Path) -> list[str]:
    """The tables as neo4j-admin takes them: lists joined to one text, days as text."""
    folder.mkdir(parents=True)
    words = ["--input-type=parquet"]
    forms = {Type.TEXTS: "array_to_string({0}, chr(31))", Type.DATE: "{0}::VARCHAR"}
    with open_duckdb() as engine:
        for change in everything(graph):
            assert change.added
            kind = change.table.kind if isinstance(change.table, Ends) else change.table
            columns = {p.name: (p.name + (":date" if p.type is Type.DATE else ""), forms.get(p.type, "{0}"))
                       for p in kind.properties}
            if isinstance(change.table, Ends):
                name, table = f"--relationships={change.table.kind.type}", change.table.table
                start, end = change.table.start.label, change.table.end.label
                columns = {"start": (f":START_ID({start})", "{0}"), "end": (f":END_ID({end})", "{0}")} | columns
            else:
                name, table = f"--nodes={change.table.label}", change.table.label
                columns["id"] = (f"id:ID({table})", "{0}")
            chosen = ", ".join(f"{form.format(quoted(c))} AS {quoted(head)}" for c, (head, form) in columns.items())
            engine.execute(
                f"COPY (SELECT {chosen} FROM read_parquet({literal(change.added)})) "
                f"TO {literal(folder / f'{table}.parquet', pattern=False)} (FORMAT parquet, COMPRESSION snappy)"
            )
            words.append(f"{name}={table}.parquet")
    return words


def result(way: str, rows: int, seconds: float, peer: float) -> dict[str, Any]:
    return {
        "benchmark": "bulk", "way": way, "rows": rows, "seconds": round(seconds, 2),
        "rows_per_second": round(rows / max(seconds, 0.01)), "ratio": round(seconds / peer, 3),
    }
