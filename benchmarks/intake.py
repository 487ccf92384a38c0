"""What taking in a supplier's file costs: csv and xlsx to drafts, beside DuckDB's own COPY of the same csv to Parquet.

The csv is the incoPat export of `benchmarks.generate`: fourteen columns, of which three hold lists. COPY reads it as
text too, but neither splits the lists, nor looks for the encoding, nor numbers the rows; `cpu` is what both cores
spent. They take turns. Memory is the highest of a process of its own, so that one way does not count for the other.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import xlsxwriter

from benchmarks.generate import generate

#: Prints the highest memory in MiB. What getrusage says counts the process that started this one too.
HIGHEST = """
from pathlib import Path
print(int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024)
"""
#: Run in a process of its own: seconds, seconds of all cores, and the highest memory in MiB.
COPY = """
import duckdb, sys, time
start, spent = time.perf_counter(), time.process_time()
duckdb.execute("SET enable_progress_bar = false")
duckdb.execute("COPY (FROM read_csv($1, all_varchar = true)) TO $2 (FORMAT parquet)", sys.argv[1:3])
print(time.perf_counter() - start, time.process_time() - spent)
"""
TAKE_IN = """
import sys, time
from pathlib import Path
from ipgraph.sources import take_in
start, spent = time.perf_counter(), time.process_time()
intake = take_in(Path(sys.argv[1]), Path(sys.argv[2]))
seconds = time.perf_counter() - start
assert intake.table("refused").num_rows == 0 and intake.layout == "incopat"
print(seconds, time.process_time() - spent)
"""


def measure(patents: int = 1_000_000, sheet_rows: int = 50_000, turns: int = 3) -> Iterator[dict[str, Any]]:
    """One result a way: median seconds of the turns, rows a second, memory, and for csv the `ratio` to COPY."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        csv, xlsx = room / "patents.csv", room / "patents.xlsx"
        generate(room, patents)
        sheet_rows = min(sheet_rows, patents)
        write_xlsx(csv, xlsx, sheet_rows)
        ways = {"DuckDB COPY of csv": (COPY, csv, patents), "csv to drafts": (TAKE_IN, csv, patents),
                "xlsx to drafts": (TAKE_IN, xlsx, sheet_rows)}
        taken: dict[str, list[tuple[float, ...]]] = {way: [] for way in ways}
        for turn in range(turns):
            for way in list(ways) if turn % 2 else list(ways)[::-1]:
                code, path, _ = ways[way]
                taken[way].append(run(code, path, room / f"{len(taken[way])}-{way}"))
        copy, copy_cpu = middle(taken["DuckDB COPY of csv"])
        for way, (_, path, count) in ways.items():
            seconds, cpu = middle(taken[way])
            yield {
                "benchmark": "intake", "way": way, "rows": count, "seconds": round(seconds, 2),
                "rows_per_second": round(count / seconds), "memory_mib": round(max(each for *_, each in taken[way])),
                "ratio": round(seconds / copy, 2) if path == csv else None,
                "cpu": round(cpu, 2), "cpu_ratio": round(cpu / copy_cpu, 2) if path == csv else None,
            }


def middle(turns: list[tuple[float, ...]]) -> tuple[float, float]:
    """Median seconds of the clock and of all cores."""
    return median(turn[0] for turn in turns), median(turn[1] for turn in turns)


def run(code: str, path: Path, out: Path) -> tuple[float, ...]:
    """Seconds, of the clock and of all cores, and MiB of a piece of code in a process of its own."""
    words = [sys.executable, "-W", "ignore", "-c", code + HIGHEST, str(path), str(out)]
    return tuple(map(float, subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()))


def write_xlsx(csv: Path, path: Path, rows: int) -> None:
    """The first rows of the csv as a workbook."""
    found = duckdb.execute("FROM read_csv($1, all_varchar = true) LIMIT $2", [str(csv), rows])
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [column[0] for column in found.description or []])
        for number, cells in enumerate(found.fetchall(), start=1):
            sheet.write_row(number, 0, cells)


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result, ensure_ascii=False))
