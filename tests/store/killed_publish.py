"""Publishes a bundle and is killed on the way: `killed_publish.py MODE ADDRESS HOME BUNDLE TABLE [USER PASSWORD]`.

With a TABLE, SIGKILL comes from inside, when the publish reports that it has reached it, so that the moment is always
the same. Without one it comes from outside, after the seconds given, and may come too late. MODE is "store", or the
folder of an installation of Neo4j for a bulk import.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.store import open_store
from ipgraph.store.bulk import bulk
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore

#: Random moments tried of each kind of publish; `IPGRAPH_TEST_KILLS=50` tries more.
KILLS = int(os.environ.get("IPGRAPH_TEST_KILLS", "4"))
#: The same where every moment takes half a minute.
FEW = int(os.environ.get("IPGRAPH_TEST_KILLS", "1"))
STORE = "store"


def publish_killed_at(table: str, address: str, home: Path, bundle: Bundle, *login: str, mode: str = STORE) -> int:
    """Run this file in a process of its own; its exit code is minus the signal."""
    return started(table, address, home, bundle, *login, mode=mode).wait(300)


def publish_killed_after(
    seconds: float, address: str, home: Path, bundle: Bundle, *login: str, mode: str = STORE
) -> float:
    """Kill it so long after it began to publish; the seconds it took where it was done before."""
    process = started("", address, home, bundle, *login, mode=mode)
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    start = time.monotonic()
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.wait(60)
    process.stdout.close()
    return time.monotonic() - start


def moments(whole: float, seed: int, count: int = KILLS) -> Iterator[float]:
    """Seconds after which to kill, anywhere in a publish that takes `whole`."""
    draw = random.Random(seed)
    yield from (draw.uniform(0, whole) for _ in range(count))


def started(table: str, address: str, home: Path, bundle: Bundle, *login: str, mode: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, __file__, mode, address, str(home), str(bundle.path), table, *login]
    source = Path(__file__).parents[2] / "src"
    return subprocess.Popen(words, env={**os.environ, "PYTHONPATH": str(source)}, stdout=subprocess.PIPE)


def publish_with_files_limited(size: int, home: Path, bundle: Bundle) -> str:
    """What a publish says when no file of it may grow beyond `size` bytes, as on a full disk."""
    words = [sys.executable, __file__, STORE, "embedded", str(home), str(bundle.path), ""]
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        words, env={**os.environ, "PYTHONPATH": str(source)}, capture_output=True, text=True, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert done.returncode, "it was published in spite of the limit"
    return done.stderr.splitlines()[-1]


def main(mode: str, address: str, home: str, bundle: str, table: str, *login: str) -> None:
    def report(done: int, total: int, what: str) -> None:
        if table and what == table:
            os.kill(os.getpid(), signal.SIGKILL)

    print("ready", flush=True)
    graph = Bundle.open(Path(bundle))
    if mode == STORE:
        open_store(address, Path(home), *login, create=True).publish(graph, report)
    else:
        bulk(Installation.at(Path(mode)), lambda: Neo4jStore(address, *login, home=Path(home)), graph, report)


if __name__ == "__main__":
    main(*sys.argv[1:])
