"""What `ipgraph load` costs from supplier files to a bundle in force, and how much memory it takes.

The peer is DuckDB's COPY of the file of patents to Parquet, which checks, cleans, identifies and joins nothing: it is
the least that reading and writing so much can cost.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.generate import generate
from benchmarks.intake import COPY, run

LOAD = """
import sys, time
from pathlib import Path
from ipgraph.bundle import Workspace
from ipgraph.commands.load import load
from ipgraph.settings import Settings
start, spent = time.perf_counter(), time.process_time()
lines = load(Settings(home=Path(sys.argv[2])), [Path(sys.argv[1])], as_of="2024-01-01")
assert not any(line["refused"] for line in lines)
print(time.perf_counter() - start, time.process_time() - spent)
"""


def measure(patents: int = 200_000) -> Iterator[dict[str, Any]]:
    """The peer and the load; rows are patents, `ratio` is to the peer."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        generate(room / "files", patents)
        copy = run(COPY, room / "files" / "patents.csv", room / "copy.parquet")
        for way, taken in (("DuckDB COPY of patents", copy), ("load", run(LOAD, room / "files", room / "home"))):
            seconds, cpu, memory = taken
            yield {
                "benchmark": "load", "way": way, "rows": patents, "seconds": round(seconds, 2),
                "rows_per_second": round(patents / seconds), "memory_mib": round(memory),
                "ratio": round(seconds / copy[0], 2), "cpu": round(cpu, 2), "cpu_ratio": round(cpu / copy[1], 2),
            }
