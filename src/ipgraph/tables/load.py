"""Loading files: take each in, build the tables from all, say per file what was kept and what was refused."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.errors import IpgraphError, NotFound, UnreadableFile, disk_full
from ipgraph.sources import take_in
from ipgraph.tables.intake import Intakes, Record
from ipgraph.tables.refusals import REFUSED

#: (done, total, what)
Report = Callable[[int, int, str], None]


@dataclass(frozen=True)
class FileResult:
    """What became of one file. Where it was refused as a whole, all counts are 0 and `error`, `error_zh` say why."""

    file: Path
    layout: str | None
    source: str | None
    read: int
    error: str | None = None
    error_zh: str | None = None
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def take_in_all(
    folder: Path, files: Sequence[Path], layout: str | None, as_of: str | None, report: Report,
) -> list[FileResult]:
    """Take every file into `folder`, one folder a file, named after the digest of its contents.

    A file that is there already is not read again. A file that cannot be used does not stop the others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(".draft-*"):  # by a load that was killed
        shutil.rmtree(left)
    results = []
    for n, file in enumerate(files):
        report(n, len(files), file.name)
        try:
            results.append(take_in_one(folder, file, layout, as_of))
        except IpgraphError as fault:
            if disk_full(fault):  # that is no fault of the file
                raise
            results.append(FileResult(file, None, None, 0, str(fault), fault.zh))
        except PermissionError as fault:
            zh = f"{file.name}：没有读取权限"
            results.append(FileResult(file, None, None, 0, f"{file.name}: {fault.strerror}", zh))
    return results


def take_in_one(folder: Path, file: Path, layout: str | None, as_of: str | None) -> FileResult:
    mark = digest(file, layout)
    home = folder / mark
    if not (home / "record.json").exists():
        draft = folder / f".draft-{uuid.uuid4().hex}"
        try:
            intake = take_in(file, draft / "drafts", layout)
            others = Intakes.open(folder).records
            day = as_of or date.fromtimestamp(file.stat().st_mtime).isoformat()
            order = 1 + max((r.order for r in others), default=0)
            source = source_name(file, mark, {r.source for r in others})
            Record(source, intake.layout, mark, day, intake.read, order, intake.unknown, intake.unread,
                   intake.cells).save(draft)
            shutil.rmtree(home, ignore_errors=True)
            os.replace(draft, home)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    record = Record.open(home)
    return FileResult(file, record.layout, record.source, record.read, unknown=record.unknown,
                      unread=record.unread)


def refused_files(results: Sequence[FileResult]) -> pa.Table:
    """The files that could not be used at all, in the shape of all faults; they have no row."""
    return pa.Table.from_pylist([
        {"source": result.file.name, "reason": "unusable-file", "detail": result.error, "row_kept": False}
        for result in results if result.error
    ], schema=REFUSED)


def digest(file: Path, layout: str | None) -> str:
    """Of the contents, and of the layout asked for: the same file read as another layout is another intake."""
    with file_or_fault(file).open("rb") as data:
        mark = hashlib.file_digest(data, "sha256")
    mark.update((layout or "").encode())
    return mark.hexdigest()[:16]


def file_or_fault(file: Path) -> Path:
    if not file.exists():
        raise NotFound(f"no file {file}", f"没有文件 {file}")
    if not file.is_file():
        raise UnreadableFile(f"{file} is not a file", f"{file} 不是文件")
    return file


def source_name(file: Path, mark: str, taken: set[str]) -> str:
    """The file's name; with the beginning of its digest where another file had the name first."""
    return file.name if file.name not in taken else f"{file.name}~{mark[:6]}"


def tally(results: Sequence[FileResult], refused: pa.Table) -> list[dict[str, object]]:
    """The report of `ipgraph load`: file, layout, read, kept, refused, reasons; kept + refused = read."""
    refused = refused.filter(pc.is_valid(refused["row"]))
    full = refused.filter(pc.invert(refused["row_kept"]))
    lines: list[dict[str, object]] = []
    for result in results:
        mine = full.filter(pc.equal(full["source"], result.source or ""))
        rows = mine.group_by(["sheet", "row"]).aggregate([("reason", "min")])
        counts = {c["values"]: c["counts"] for c in pc.value_counts(rows["reason_min"]).to_pylist()}
        notes = refused.filter(pc.and_(refused["row_kept"], pc.equal(refused["source"], result.source or "")))
        lines.append({
            "file": str(result.file), "layout": result.layout, "read": result.read,
            "kept": result.read - rows.num_rows, "refused": rows.num_rows,
            "reasons": dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
            "notes": {c["values"]: c["counts"] for c in pc.value_counts(notes["reason"]).to_pylist()},
            "unknown": list(result.unknown), "unread": list(result.unread), "error": result.error,
            "error_zh": result.error_zh,
        })
    return lines
