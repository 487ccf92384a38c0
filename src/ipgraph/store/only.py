"""One bulk import at a time: a lock that lives as long as any process that holds its file open."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipgraph.errors import StoreError

#: Seconds to wait for another command, and for what a killed one left running: an import, a start or a stop goes on.
OTHER, ORPHAN = 2, 3600


@contextmanager
def alone(folder: Path, what: str) -> Iterator[int]:
    """Hold the lock of the folder; the descriptor keeps it wherever it is passed on.

    StoreError naming the process where another command holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "LOCK").open("a+", encoding="utf-8") as lock:
        began = time.monotonic()
        while not taken(lock.fileno()):
            owner = owner_of(folder / "LOCK")
            if time.monotonic() - began > (OTHER if owner else ORPHAN):
                raise StoreError(
                    f"the Neo4j in {what} is locked: another bulk import is at work there (process {owner or '?'})",
                    f"{what} 中的 Neo4j 已被锁定：另一次整库导入正在进行（进程 {owner or '?'}）",
                )
            time.sleep(0.5)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield lock.fileno()


def taken(lock: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def owner_of(lock: Path) -> int | None:
    """The process that took the lock, None where it has ended."""
    try:
        pid = int(lock.read_text("utf-8"))
        os.kill(pid, 0)
    except PermissionError:
        return pid
    except (OSError, ValueError):
        return None
    return pid
