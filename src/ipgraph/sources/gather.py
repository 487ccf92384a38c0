"""From what a user names to the files to take in: folders are walked, zip archives opened, sets of files put together.

A zip whose content cannot be had stands for itself, so that taking it in says what is wrong with it.
"""

from __future__ import annotations

import os
import re
import time
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipgraph.errors import NotFound
from ipgraph.sources.detect import layouts
from ipgraph.sources.file_set import write_set
from ipgraph.sources.loader import Layout
from ipgraph.sources.mapping import read_mapping
from ipgraph.sources.unpack import CHUNK, ENCRYPTED, MOST_GZIP_BYTES, head, implausible, is_workbook

#: What systems leave in folders and archives.
LITTER = re.compile(r"\..*|~\$.*|__MACOSX|Thumbs\.db|desktop\.ini", re.IGNORECASE)
#: Archives inside archives are opened this deep.
DEPTH = 3
#: Set in a zip member's flags where its name is UTF-8; Chinese archivers that do not set it write GB18030.
UTF8_NAME = 0x800


@dataclass(frozen=True)
class Found:
    """A file to take in, and the name that a person knows it by: `folder/archive.zip/table.csv`."""

    path: Path
    shown: Path


def gather(paths: Sequence[Path], spool: Path, mapping: Path | None = None) -> list[Found]:
    """The files that `paths` stand for; what archives hold and sets of files are written to `spool`.

    With a mapping each file is one that is read by it. Raises NotFound for a folder without files and for a mapping
    that is not there, LayoutError for one that is wrong. A path that is not there is returned as it is.
    """
    if mapping:
        read_mapping(mapping)
    found = []
    for path in paths:
        inside = list(walk(path, path, spool)) if path.is_dir() else list(opened(path, path, spool, 0))
        if not inside:
            raise NotFound(f"{path}: holds no files", f"{path}：其中没有文件")
        found += inside
    return [mapped(file, mapping, spool) for file in found] if mapping else sets(found, spool)


def mapped(file: Found, mapping: Path, spool: Path) -> Found:
    """The file, to be read by the mapping; one that is not there as it is."""
    if not file.path.is_file():
        return file
    return Found(write_set([file.path], room(spool, "mapped") / file.path.name, mapping), file.shown)


def walk(folder: Path, shown: Path, spool: Path, depth: int = 0) -> Iterator[Found]:
    """All files under a folder but litter, by name; folders that links lead to are not entered."""
    for path in sorted(folder.iterdir()):
        if LITTER.fullmatch(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from walk(path, shown / path.name, spool, depth)
        elif path.is_file():
            yield from opened(path, shown / path.name, spool, depth)


def opened(path: Path, shown: Path, spool: Path, depth: int) -> Iterator[Found]:
    """The file itself, or what it holds where it is an archive."""
    folder = unzipped(path, spool) if depth < DEPTH else None
    if folder is None:
        yield Found(path, shown)
    else:
        yield from walk(folder, shown, spool, depth + 1)


def unzipped(path: Path, spool: Path) -> Path | None:
    """A folder with the content of an archive; None where it is none, or cannot be opened safely."""
    if not path.is_file() or head(path, 4) != b"PK\x03\x04":
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            size = sum(member.file_size for member in members)
            if is_workbook(members) or implausible(path.stat().st_size, size, MOST_GZIP_BYTES):
                return None
            if not members or any(member.flag_bits & ENCRYPTED for member in members):
                return None
            folder = room(spool, "zip")
            for member in members:
                extract(archive, member, folder)
            return folder if folder.is_dir() else None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError):
        return None


def extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    """Write one member below the folder, whatever path it claims, with the day it bears."""
    name = member.filename
    if not member.flag_bits & UTF8_NAME:
        name = name.encode("cp437", "replace").decode("gb18030", "replace")
    steps = [step for step in re.split(r"[\\/]", name) if step not in ("", ".", "..")]
    if any(LITTER.fullmatch(step) for step in steps):
        return
    target = folder.joinpath(*steps)
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, target.open("wb") as out:
        while chunk := packed.read(CHUNK):
            out.write(chunk)
    day = time.mktime((*member.date_time, 0, 0, -1))
    os.utime(target, (day, day))


def sets(found: Sequence[Found], spool: Path) -> list[Found]:
    """Files of one folder that one layout reads together become one set."""
    groups: dict[tuple[Path, str], list[Found]] = defaultdict(list)
    for file in found:
        if layout := spread(file.path.name):
            groups[home(file), layout].append(file)
    grouped = {(folder, layout): files for (folder, layout), files in groups.items() if len(files) > 1}
    together = {file for files in grouped.values() for file in files}
    return [file for file in found if file not in together] + [
        Found(write_set([file.path for file in files], room(spool, "set") / layout), folder / layout)
        for (folder, layout), files in grouped.items()
    ]


def spread(name: str) -> str | None:
    """The layout that spreads its records over files of such names."""
    spreading = (loader for loader in layouts() if isinstance(loader, Layout) and loader.members)
    return next((each.layout for each in spreading if re.fullmatch(each.members, name, re.IGNORECASE)), None)


def home(file: Found) -> Path:
    """The folder a file belongs to: that of the archive where it was packed on its own (`g_patent.tsv.zip`)."""
    packed = file.shown.parent
    return packed.parent if packed.name.casefold() == f"{file.shown.name}.zip".casefold() else packed


def room(spool: Path, what: str) -> Path:
    """A path in `spool` that nothing has yet; a set makes its folder itself."""
    spool.mkdir(parents=True, exist_ok=True)
    taken = sum(1 for _ in spool.glob(f"{what}*"))
    return spool / f"{what}{taken}"
