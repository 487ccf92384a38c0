"""What taking in a supplier's file costs: csv and xlsx to drafts, beside DuckDB's own COPY of the same csv to Parquet.

The csv is an incoPat export with ten columns and three lists, written by DuckDB. COPY reads it as text too, but neither
splits the lists, nor looks for the encoding,
nor numbers the rows; `cpu` is what both cores spent. They take turns. Memory is the highest of a
process of its own, so that one way does not count for the other.
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

ROWS = """
    SELECT '一种电池及其制备方法' || i AS "标题", 'CN' || (100000000 + i) || 'A' AS "公开(公告)号",
        'CN2020' || lpad(CAST(i % 100000000 AS VARCHAR), 8, '0') AS "申请号",
        '2020-0' || (1 + i % 9) || '-1' || (i % 10) AS "申请日",
        '2021-0' || (1 + i % 9) || '-11' AS "公开(公告)日",
        '甲' || (i % 50000) || '公司; 乙' || (i % 999) || '大学' AS "申请人",
        '张' || (i % 9999) || '; 李' || (i % 888) || '; 王' || (i % 77) AS "发明人",
        'H01M10/05' || (i % 90) || '; H01M4/13' AS "IPC",
        '本发明公开了一种用于能量回收的装置，包括壳体与电芯，' || repeat('实施例', 20) AS "摘要",
        '授权' AS "当前法律状态"
    FROM range({rows}) t(i)
"""
#: Run in a process of its own: seconds, seconds of all cores, and the highest memory in MiB.
COPY = """
import duckdb, resource, sys, time
start, spent = time.perf_counter(), time.process_time()
duckdb.execute("SET enable_progress_bar = false")
duckdb.execute("COPY (FROM read_csv($1, all_varchar = true)) TO $2 (FORMAT parquet)", sys.argv[1:3])
print(time.perf_counter() - start, time.process_time() - spent,
resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
TAKE_IN = """
import resource, sys, time
from pathlib import Path
from ipgraph.sources import take_in
start, spent = time.perf_counter(), time.process_time()
intake = take_in(Path(sys.argv[1]), Path(sys.argv[2]))
seconds = time.perf_counter() - start
assert intake.table("refused").num_rows == 0 and intake.layout == "incopat"
print(seconds, time.process_time() - spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measure(rows: int = 1_000_000, sheet_rows: int = 50_000, turns: int = 3) -> Iterator[dict[str, Any]]:
    """One result a way: median seconds of the turns, rows a second, memory, and for csv the `ratio` to COPY."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        csv, xlsx = room / "export.csv", room / "export.xlsx"
        duckdb.execute(f"COPY ({ROWS.format(rows=rows)}) TO '{csv}' (HEADER)")
        write_xlsx(xlsx, sheet_rows)
        ways = {"DuckDB COPY of csv": (COPY, csv, rows), "csv to drafts": (TAKE_IN, csv, rows),
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
    done = subprocess.run([sys.executable, "-c", code, str(path), str(out)], check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def write_xlsx(path: Path, rows: int) -> None:
    """The same columns as a workbook."""
    found = duckdb.execute(ROWS.format(rows=rows))
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [column[0] for column in found.description or []])
        for number, cells in enumerate(found.fetchall(), start=1):
            sheet.write_row(number, 0, cells)


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result, ensure_ascii=False))
