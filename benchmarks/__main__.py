"""`python -m benchmarks [NAME[=SIZE] …] [SHARE]`: one JSON line a result as it comes, then all of them as a table.

A benchmark is a module with `measure(size)`, which yields results; a peer's figure comes from the same run as ours.
SHARE is of the sizes below: 0.1 for a quick look. One that fails is told at the end, and the others run on.
"""

from __future__ import annotations

import json
import re
import sys
import time
import traceback
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
    post_partners,
    publish_difference,
    publish_embedded,
    teams,
)

#: What is measured, and with how many patents (of `persons`: mentions, of `identity`: names, of `network`: nodes, of
#: `chain_measures`: holders, of `mapping`: texts) where nothing else is asked for: so many that all run in one go.
BENCHMARKS: dict[str, tuple[Callable[[int], Iterator[dict[str, Any]]], int]] = {
    "intake": (intake.measure, 500_000),
    "load": (load.measure, 200_000),
    "embedded_copy": (embedded_copy.measure, 50_000),
    "publish_embedded": (publish_embedded.measure, 167_000),
    "publish_difference": (publish_difference.measure, 100_000),
    "bulk": (bulk.measure, 100_000),
    "persons": (persons.measure, 300_000),
    "teams": (teams.measure, 200_000),
    "identity": (identity.measure, 200_000),
    "gap_board": (gap_board.measure, 300_000),
    "mapping": (mapping.measure, 20_000),
    "network": (network.measure, 100_000),
    "partners": (partners.measure, 200_000),
    "post_partners": (post_partners.measure, 50_000),
    "chain_measures": (chain_measures.measure, 2_000),
    "matching": (matching.measure, 30_000),
}

#: A share of the usual sizes.
NUMBER = re.compile(r"[0-9]*\.?[0-9]+")


def table(results: list[dict[str, Any]]) -> Table:
    shown = Table(title=str(results[0]["benchmark"]))
    columns = [name for name in results[0] if name != "benchmark"]
    for name in columns:
        shown.add_column(name, justify="left" if isinstance(results[0][name], str) else "right")
    for result in results:
        cells = (result.get(name, "–") for name in columns)
        shown.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells))
    return shown


def main(words: list[str]) -> None:
    shares = [float(word) for word in words if NUMBER.fullmatch(word)]
    named = (word.partition("=") for word in words if not NUMBER.fullmatch(word))
    asked = {name: size for name, _, size in named} or dict.fromkeys(BENCHMARKS, "")
    if unknown := sorted(set(asked) - set(BENCHMARKS)):
        sys.exit(f"No benchmark {', '.join(unknown)}: there are {', '.join(BENCHMARKS)}.")
    done, failed = [], []
    for name, size in asked.items():
        measure, patents = BENCHMARKS[name]
        results = []
        start = time.perf_counter()
        try:
            for result in measure(int(size or patents * (shares[-1] if shares else 1))):
                print(json.dumps(result, ensure_ascii=False), flush=True)
                results.append(result)
        except Exception:
            traceback.print_exc()
            failed.append(name)
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        done += [table(results)] if results else []
    for shown in done:
        Console().print(shown)
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}.")


if __name__ == "__main__":
    main(sys.argv[1:])
