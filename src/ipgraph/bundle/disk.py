"""What must hold after a power cut: bytes and names forced to disk, and a pointer that moves in one step."""

from __future__ import annotations

import os
from pathlib import Path


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
