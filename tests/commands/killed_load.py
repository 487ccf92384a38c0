"""Loads files and is killed on the way: `killed_load.py HOME FILE…`; says "ready" before it begins."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from ipgraph.commands.load import load
from ipgraph.settings import Settings

DAY = "2024-01-01"


def load_killed_after(seconds: float, home: Path, *files: Path) -> float:
    """Kill it so long after it began; the seconds it took where it was done before."""
    process = subprocess.Popen([sys.executable, __file__, str(home), *map(str, files)], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    start = time.monotonic()
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.wait(60)
    process.stdout.close()
    return time.monotonic() - start


if __name__ == "__main__":
    print("ready", flush=True)
    load(Settings(home=Path(sys.argv[1])), list(map(Path, sys.argv[2:])), as_of=DAY)
