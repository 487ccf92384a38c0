"""The gap board of a chain of 300 segments, seen cold from the bundle, cold from the cache, and warm; and its memory.

Each start is a process of its own. The figures to reach at 5 million patents and 50 million edges: cold from the
bundle under 20 s, warm (another region, and one seen before) under 0.2 s, memory under 4 GiB. The peer is DuckDB, which
reads the same columns of the same Parquet files and counts patents by segment and country, warm from its own tables:
the least of what a board asks, without who holds how much, how good it is, and where.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.chain_bundle import CHAIN, chain_bundle

#: Run in a process of its own: seconds of each stage by the clock and of work, and the highest memory.
BOARD = """
import json, sys, time
from pathlib import Path
from ipgraph.analysis import gap_board
from ipgraph.bundle import Bundle
from ipgraph.projection.cache import open_cached, read_bundle, save
path, folder, chain = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
def now():
    return time.perf_counter(), time.process_time()
def since(start):
    return [end - begun for begun, end in zip(start, now())]
begun, taken = now(), {}
def lap(what, work):
    start = now()
    done = work()
    taken[what] = since(start)
    return done
bundle = Bundle.open(path)
graph = lap("nodes", lambda: open_cached(folder, bundle) or read_bundle(bundle, folder))
if not folder.exists():
    lap("keep nodes", lambda: save(graph, folder, ()))
board = lap("first board", lambda: gap_board(graph, chain))
taken["start to first board"] = since(begun)
regions = ["山东省", "广东省", "苏州市", "CN", "JP"]
for region in regions:
    lap(f"warm, {region}", lambda: gap_board(graph, chain, region))
lap("warm, seen before", lambda: gap_board(graph, chain, regions[0]))
assert len(board) == 300 and board["patents"].sum() >= len(graph.nodes["Patent"])
print(json.dumps({"taken": taken, "memory": highest()}))
"""
PEER = """
import duckdb, json, sys, time
con = duckdb.connect()
con.execute("SET enable_progress_bar = false")
def now():
    return time.perf_counter(), time.process_time()
def since(start):
    return [end - begun for begun, end in zip(start, now())]
start = now()
con.execute('''
    CREATE TABLE held AS SELECT s."end" AS segment, s.start AS patent, h.id AS holder, h.country, s.score
    FROM read_parquet($bundle || '/edges/SERVES.Patent.Segment.parquet') s
    JOIN read_parquet($bundle || '/edges/FILED.*.Patent.parquet') f ON f."end" = s.start
    JOIN read_parquet(list_transform(['Enterprise', 'Institution', 'Person'],
        lambda kind : $bundle || '/nodes/' || kind || '.parquet'), union_by_name = true) h ON h.id = f.start
''', {"bundle": sys.argv[1]})
asked = ("SELECT segment, count(DISTINCT patent), count(DISTINCT holder), sum(score) FROM held WHERE country = ? "
         "GROUP BY segment")
con.execute(asked, ["CN"]).fetchall()
cold = since(start)
start = now()
con.execute(asked, ["JP"]).fetchall()
warm = since(start)
print(json.dumps({"taken": {"start to first board": cold, "warm, JP": warm},
                  "memory": highest()}))
"""


#: Of this process alone: what getrusage says begins with the highest of the parent. On Linux only.
MEMORY = """
def highest():
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
"""


def measure(patents: int = 300_000) -> Iterator[dict[str, Any]]:
    """One result a stage; `ratio` is of the work, to that of DuckDB's counting of the same stage where it has one."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = chain_bundle(Path(folder), patents)
        edges = sum(bundle.counts()["edges"].values())
        peer = run(PEER, bundle.path)
        ways = {"DuckDB counts": peer}
        for way in ("from the bundle", "from the cache"):
            ways[way] = run(BOARD, bundle.path, Path(folder) / "kept" / bundle.version, CHAIN)
        for way, (taken, memory) in ways.items():
            for stage, (seconds, work) in taken.items():
                least = peer[0].get(stage) or (peer[0]["warm, JP"] if stage.startswith("warm") else None)
                yield {
                    "benchmark": "gap_board", "way": way, "stage": stage, "patents": patents, "edges": edges,
                    "seconds": round(seconds, 3), "work": round(work, 3),
                    "ratio": round(work / least[1], 2) if least else "–", "memory_mib": round(memory),
                }


def run(code: str, *words: object) -> tuple[dict[str, tuple[float, float]], float]:
    command = [sys.executable, "-c", MEMORY + code, *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    return found["taken"], found["memory"]


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result, ensure_ascii=False), flush=True)
