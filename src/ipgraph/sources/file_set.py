"""Several files taken in as one, or a file together with the mapping it is read by.

A set is itself a file, so that it has a digest and a day like any other: it lists the digests of its members. Where
they lie stands beside it, so that moving a folder does not change the set.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

PLACES = ".places"


def write_set(members: Sequence[Path], path: Path, mapping: Path | None = None) -> Path:
    """A set of the files at `path`, as of the newest of them."""
    path.parent.mkdir(parents=True)
    content = [f"{digest(member)}  {member.name}\n" for member in members]
    content += [f"{digest(mapping)}  by the mapping {mapping.name}\n"] if mapping else []
    path.write_text("".join(content), "utf-8")
    places = {"members": [str(member.resolve()) for member in members],
    "mapping": str(mapping.resolve()) if mapping else ""}
    path.with_name(path.name + PLACES).write_text(json.dumps(places), "utf-8")
    newest = max(member.stat().st_mtime for member in members)
    os.utime(path, (newest, newest))
    return path


def digest(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def is_set(path: Path) -> bool:
    return path.with_name(path.name + PLACES).is_file()


def members_of(path: Path) -> list[Path]:
    """The files of a set."""
    return [Path(member) for member in places(path)["members"]]


def mapping_of(path: Path) -> Path | None:
    """The mapping file that a set is read by, if it is."""
    return Path(found) if is_set(path) and isinstance(found := places(path)["mapping"], str) and found else None


def places(path: Path) -> dict[str, list[str] | str]:
    found: dict[str, list[str] | str] = json.loads(path.with_name(path.name + PLACES).read_text("utf-8"))
    return found
