"""Several files taken in as one: records that a supplier spreads over files, tied together by ids of its own.

A set is itself a file, so that it has a digest and a day like any other: it lists names and digests of its members.
Where the members lie stands beside it, so that moving a folder does not change the set.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".set"


def write_set(members: Sequence[Path], folder: Path, name: str) -> Path:
    """A set of the files, as of the newest of them."""
    folder.mkdir(parents=True)
    path = folder / f"{name}{SUFFIX}"
    lines = []
    for member in members:
        with member.open("rb") as data:
            lines.append(f"{hashlib.file_digest(data, 'sha256').hexdigest()}  {member.name}\n")
    path.write_text("".join(lines), "utf-8")
    places(path).write_text("\n".join(str(member.resolve()) for member in members), "utf-8")
    newest = max(member.stat().st_mtime for member in members)
    os.utime(path, (newest, newest))
    return path


def read_set(path: Path) -> list[Path]:
    """The files of a set."""
    return [Path(line) for line in places(path).read_text("utf-8").splitlines()]


def is_set(path: Path) -> bool:
    return path.suffix == SUFFIX and places(path).is_file()


def places(path: Path) -> Path:
    return path.with_name(path.name + ".places")
