"""What must hold after a power cut: bytes and names forced to disk, and a pointer that moves in one step; and what may
be lost, because it can be made again."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipgraph.errors import WorkspaceError, disk_full


@contextmanager
def telling_full(home: Path) -> Iterator[None]:
    """What is written inside goes to the disk of `home`; where that is full, WorkspaceError says so."""
    try:
        yield
    except Exception as fault:
        if disk_full(fault):
            raise WorkspaceError(
                f"no space left on the disk of {home}: make some and do the same again",
                f"{home} 所在磁盘空间不足：请腾出空间后重试",
            ) from fault
        raise


def flush(path: Path) -> None:
    """Force a file, or the names in a folder, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_all(folder: Path) -> None:
    """Force every file below the folder to disk, and the names of them."""
    for path in [*folder.rglob("*"), folder]:
        flush(path)


def point_at(folder: Path, name: str) -> None:
    """Let CURRENT in the folder name what counts, all or nothing: what it names is on disk before."""
    flush(folder)
    pointer = folder / "CURRENT.new"
    pointer.write_text(name, "utf-8")
    flush(pointer)
    os.replace(pointer, folder / "CURRENT")
    flush(folder)


def keep(file: Path, text: str) -> None:
    """Write beside, then rename. A disk that is full or only for reading is no reason not to answer: what is kept is
    made again by whoever misses it."""
    draft = file.with_name(f".draft-{uuid.uuid4().hex}")
    with suppress(OSError):
        try:
            draft.write_text(text, "utf-8")
            os.replace(draft, file)
        finally:
            draft.unlink(missing_ok=True)
