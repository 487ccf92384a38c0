"""`python -m benchmarks [NAME …]`: one JSON line a result as it comes, then all of them as a table.

A benchmark is a module with `measure()`, which yields results; a peer's figure comes from the same run as ours.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import bulk, embedded_copy, intake, persons, publish_difference, publish_embedded

BENCHMARKS: dict[str, Callable[[], Iterator[dict[str, Any]]]] = {
    "embedded_copy": embedded_copy.measure,
    "publish_embedded": publish_embedded.measure,
    "publish_difference": publish_difference.measure,
    "bulk": bulk.measure,
    "intake": intake.measure,
    "persons": persons.measure,
}


def table(results: list[dict[str, Any]]) -> Table:
    shown = Table(title=str(results[0]["benchmark"]))
    columns = [name for name in results[0] if name != "benchmark"]
    for name in columns:
        shown.add_column(name, justify="left" if isinstance(results[0][name], str) else "right")
    for result in results:
        cells = (result[name] for name in columns)
        shown.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells))
    return shown


def main(names: list[str]) -> None:
    if unknown := sorted(set(names) - set(BENCHMARKS)):
        sys.exit(f"No benchmark {', '.join(unknown)}: there are {', '.join(BENCHMARKS)}.")
    done = []
    for name in names or BENCHMARKS:
        results = []
        for result in BENCHMARKS[name]():
            print(json.dumps(result), flush=True)
            results.append(result)
        done.append(table(results))
    for shown in done:
        Console().print(shown)


if __name__ == "__main__":
    main(sys.argv[1:])
