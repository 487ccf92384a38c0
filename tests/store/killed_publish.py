"""Publishes a bundle and is killed on the way: `killed_publish.py ADDRESS HOME BUNDLE TABLE [USER PASSWORD]`.

SIGKILL comes from inside, when the publish reports that it has reached TABLE, so that the moment is always the same.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.store import open_store


def publish_killed_at(table: str, address: str, home: Path, bundle: Bundle, *login: str) -> int:
    """Run this file in a process of its own; its exit code is minus the signal."""
    words = [sys.executable, __file__, address, str(home), str(bundle.path), table, *login]
    source = Path(__file__).parents[2] / "src"
    return subprocess.run(words, env={**os.environ, "PYTHONPATH": str(source)}, timeout=120).returncode


def main(address: str, home: str, bundle: str, table: str, *login: str) -> None:
    def report(done: int, total: int, what: str) -> None:
        if what == table:
            os.kill(os.getpid(), signal.SIGKILL)

    open_store(address, Path(home), *login, create=True).publish(Bundle.open(Path(bundle)), report)


if __name__ == "__main__":
    main(*sys.argv[1:])
