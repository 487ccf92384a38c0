"""What `publish --bulk` costs beside neo4j-admin alone on the same rows as Parquet, and how long readers wait.

Ours writes CSV, imports it, stops the server, changes the stores over, starts it and makes the constraints. The peer is
`neo4j-admin database import full --input-type=parquet` and nothing else; it takes no lists, so they are joined there.
Both are run twice, by turns: first into an empty installation, then over the graph that is served. Beside the seconds
stand those that the processors were at work for it, which tell more where other work goes on; on Linux only.
"""

from __future__ import annotations

import os
import resource
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
            most = stages.keys() - {"stop", "start"}
            for name, chosen in ((f"{what}: publish --bulk", stages.keys()), ("of which all but stop and start", most)):
                yield result(name, rows, (sum(stages[n][0] for n in chosen), sum(stages[n][1] for n in chosen)), peer)
            for stage, seconds in stages.items():
                yield result(f"of which {stage}", rows, seconds, peer)
            if n:
                yield result("readers wait", rows, (max(waits), 0.0), peer)


#: Seconds by the clock, and seconds of work.
Cost = tuple[float, float]


def timed(place: Installation, server: Server, home: Path, graph: Bundle) -> dict[str, Cost]:
    """Cost of each stage of our import; what the old server does while it stops is left out."""
    begun: list[tuple[Cost, str]] = []
    old = served_by(place)
    bulk(
        place, lambda: Neo4jStore(server.address, server.user, server.password, home), graph,
        lambda done, total, what: begun.append((now(place, old), what)),
    )
    return {what: (end[0] - start[0], end[1] - start[1]) for (start, what), (end, _) in pairwise(begun)}


def now(place: Installation, old: int | None = None) -> Cost:
    """The clock, and what we, the commands that ended, and the server have worked."""
    ours = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    pid, served = served_by(place), 0.0
    with suppress(OSError):
        if pid is not None and pid != old:
            ticks = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:13]
            served = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return time.perf_counter(), served + sum(one.ru_utime + one.ru_stime for one in ours)


def served_by(place: Installation) -> int | None:
    return int(place.pid_file.read_text("utf-8")) if place.alive() else None


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
                    heard = time.perf_counter()
                    waits.append(heard - (last or heard))
                    last = heard

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    yield waits
    done.set()
    thread.join()


def admin_alone(place: Installation, graph: Bundle, folder: Path) -> Cost:
    """Cost of neo4j-admin for the same rows as Parquet into a folder of its own."""
    words = write_parquet(graph, folder / "input")
    start = now(place)
    admin(place, folder, words)
    end = now(place)
    shutil.rmtree(folder)
    return end[0] - start[0], end[1] - start[1]


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


def result(way: str, rows: int, cost: Cost, peer: Cost) -> dict[str, Any]:
    seconds, work = cost
    return {
        "benchmark": "bulk", "way": way, "rows": rows, "seconds": round(seconds, 2),
        "rows_per_second": round(rows / max(seconds, 0.01)), "ratio": round(seconds / peer[0], 3),
        "work": round(work, 2), "work_ratio": round(work / peer[1], 3),
    }
