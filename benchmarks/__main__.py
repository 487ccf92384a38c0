"""`python -m benchmarks [NAME[=SIZE] …]`: one JSON line a result as it comes, then all of them as a table.

A benchmark is a module with `measure(size)`, which yields results; a peer's figure comes from the same run as ours.
All of them at the sizes below take about ten minutes on two cores that have nothing else to do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import (
    bulk,
    chain_measures,
    embedded_copy,
    gap_board,
    identity,
    intake,
    load,
    mapping,
    matching,
    network,
    partners,
    persons,
    publish_difference,
    publish_embedded,
    teams,
)

#: What is measured, and with how many patents (of `persons`: mentions, of `identity`: names, of `network`
#: and `partners`: nodes, of `chain_measures`: holders, of `mapping`: texts) where nothing else is asked for.
BENCHMARKS: dict[str, tuple[Callable[[int], Iterator[dict[str, Any]]], int]] = {
    "intake": (intake.measure, 500_000),
    "load": (load.measure, 200_000),
    "embedded_copy": (embedded_copy.measure, 50_000),
    "publish_embedded": (publish_embedded.measure, 167_000),
    "publish_difference": (publish_difference.measure, 100_000),
    "bulk": (bulk.measure, 100_000),
    "persons": (persons.measure, 1_000_000),
    "teams": (teams.measure, 1_000_000),
    "identity": (identity.measure, 1_000_000),
    "gap_board": (gap_board.measure, 300_000),
    "mapping": (mapping.measure, 20_000),
    "network": (network.measure, 300_000),
    "partners": (partners.measure, 300_000),
    "chain_measures": (chain_measures.measure, 2_000),
    "matching": (matching.measure, 1_000_000),
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


def main(words: list[str]) -> None:
    asked = {name: size for name, _, size in (word.partition("=") for word in words)} or dict.fromkeys(BENCHMARKS, "")
    if unknown := sorted(set(asked) - set(BENCHMARKS)):
        sys.exit(f"No benchmark {', '.join(unknown)}: there are {', '.join(BENCHMARKS)}.")
    done = []
    for name, size in asked.items():
        measure, patents = BENCHMARKS[name]
        results = []
        for result in measure(int(size or patents)):
            print(json.dumps(result), flush=True)
            results.append(result)
        done.append(table(results))
    for shown in done:
        Console().print(shown)


if __name__ == "__main__":
    main(sys.argv[1:])
