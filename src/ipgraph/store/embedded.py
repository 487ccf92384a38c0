"""The embedded engine: one database file a version, read-only once made.

`<home>/graph/CURRENT` names the file that counts. A publish builds a new file beside it, from Parquet alone
(0.22 dies on COPY from frames), checkpoints, closes and flushes it, and moves CURRENT by rename. Readers
look at CURRENT before each statement and change over; a file still being read lives on until it is let go.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import ladybug
import pyarrow as pa

from ipgraph.bundle import Bundle
from ipgraph.bundle.disk import point_at
from ipgraph.errors import StoreError
from ipgraph.store.build import MAX_SIZE, build
from ipgraph.store.contract import Report, silent
from ipgraph.store.queries import query

SUFFIX = ".lbug"


@dataclass
class Opened:
    """A database file and how many statements are at work on it."""

    file: str
    database: ladybug.Database
    readers: int = 0
    retired: bool = False

    def close_when_idle(self) -> None:
        if self.retired and not self.readers:
            self.database.close()


class EmbeddedStore:
    """The graph in `<home>/graph/`."""

    engine = "embedded"
    address = "embedded"

    def __init__(self, home: Path) -> None:
        self.folder = home / "graph"
        self.opened: Opened | None = None
        self.lock = Lock()

    def version(self) -> str | None:
        file = self.current()
        return file and file.removesuffix(SUFFIX)

    def read(self, statement: str, **params: Any) -> pa.Table:
        wanted = query(statement, self.engine)
        wanted.check(params)
        with self.database() as database:
            return rows(database, wanted.text, params).select(wanted.schema.names).cast(wanted.schema)

    def publish(self, bundle: Bundle, report: Report = silent) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.alone():
                self.replace(bundle, report)
        except OSError as fault:
            raise StoreError(
                f"the graph in {self.folder} cannot be written: {fault.strerror}",
                f"{self.folder} 中的图谱无法写入：{fault.strerror}",
            ) from fault

    def replace(self, bundle: Bundle, report: Report) -> None:
        """Make the bundle's file beside the current one and change over, unless it is there and sound."""
        file = bundle.version + SUFFIX
        if self.current() == file and self.sound():
            return
        self.sweep()
        draft = self.folder / f"draft{SUFFIX}"
        try:
            build(draft, bundle, report)
        except Exception:
            self.sweep()  # on a full disk what was written is in the way
            raise
        self.retire()
        os.replace(draft, self.folder / file)
        point_at(self.folder, file)
        self.sweep()

    def close(self) -> None:
        self.retire()

    def current(self) -> str | None:
        """Name of the file that counts, None before the first publish."""
        try:
            return (self.folder / "CURRENT").read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise StoreError(
                f"the graph in {self.folder} cannot be read: {fault.strerror}",
                f"{self.folder} 中的图谱无法读取：{fault.strerror}",
            ) from fault

    def sound(self) -> bool:
        """Whether the current file opens and is what its name says."""
        try:
            with self.database():
                return True
        except StoreError:
            return False

    @contextmanager
    def database(self) -> Iterator[ladybug.Database]:
        """The current file, opened once and kept until the next publish."""
        with self.lock:
            opened = self.changed_over()
            opened.readers += 1
        try:
            yield opened.database
        finally:
            with self.lock:
                opened.readers -= 1
                opened.close_when_idle()

    def changed_over(self) -> Opened:
        """The open file, after a change to a newer one; a file swept between name and open is looked up again."""
        while (file := self.current()) is not None:
            if self.opened and self.opened.file == file:
                return self.opened
            self.let_go()
            try:
                self.opened = Opened(file, open_file(self.folder / file))
                return self.opened
            except StoreError:
                if self.current() == file:
                    raise
        raise StoreError(
            f"nothing is published in {self.folder} yet: run `ipgraph publish` first",
            f"{self.folder} 中尚未发布图谱：请先运行 `ipgraph publish`",
        )

    def retire(self) -> None:
        with self.lock:
            self.let_go()

    def let_go(self) -> None:
        if self.opened:
            self.opened.retired = True
            self.opened.close_when_idle()
        self.opened = None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other publishes out, until this process ends or is done."""
        with (self.folder / "LOCK").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise StoreError(
                    f"the graph in {self.folder} is locked: another publish is at work there",
                    f"{self.folder} 中的图谱已被锁定：另一次发布正在进行",
                ) from None
            yield

    def sweep(self) -> None:
        """Remove files that no longer count; on POSIX whoever reads one keeps it until done."""
        for path in self.folder.glob(f"*{SUFFIX}*"):
            if path.name != self.current():
                path.unlink(missing_ok=True)


def open_file(path: Path) -> ladybug.Database:
    """Open read-only and check that the marker inside is the version in the name."""
    try:
        database = ladybug.Database(path, read_only=True, max_db_size=MAX_SIZE)
    except RuntimeError as fault:
        raise StoreError(
            f"the graph file {path} does not open: run `ipgraph publish` again ({fault})",
            f"图谱文件 {path} 无法打开：请重新运行 `ipgraph publish`（{fault}）",
        ) from fault
    if marker(database) != path.name.removesuffix(SUFFIX):
        database.close()
        raise StoreError(
            f"the graph file {path} is damaged: run `ipgraph publish` again",
            f"图谱文件 {path} 已损坏：请重新运行 `ipgraph publish`",
        )
    return database


def marker(database: ladybug.Database) -> str | None:
    """The version written last into a file, None where the file is not a finished graph."""
    try:
        [version] = rows(database, "MATCH (p:Publication) RETURN p.version AS version", {})["version"].to_pylist()
        return str(version)
    except (RuntimeError, ValueError):
        return None


def rows(database: ladybug.Database, text: str, params: dict[str, Any]) -> pa.Table:
    """What one statement gives, on a connection of its own (opening one takes 0.06 ms)."""
    with closing(ladybug.Connection(database)) as connection:
        result = connection.execute(text, params)
        assert isinstance(result, ladybug.QueryResult), "one statement gives one result"
        return result.get_as_arrow()
