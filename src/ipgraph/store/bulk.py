"""Bulk import: a bundle into a fresh Neo4j store by neo4j-admin, then the switch to it.

Community has one database, so the fresh store is made beside the one that is served, and the two change places by
rename while the server is stopped. The old one stays until the new one has answered. Everything is done in
`<data of Neo4j>/ipgraph/<version>/`, and each stage leaves a mark there: the same command goes on where a killed one
stopped.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import everything
from ipgraph.errors import StoreError
from ipgraph.schema import Ends
from ipgraph.store.build import flush
from ipgraph.store.contract import Report
from ipgraph.store.importable import PUBLICATION, write_importable
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore

#: Seconds for the server to answer after a start.
PATIENCE = 300
#: Seconds to wait for what a killed import left running.
LOCKED = 60
IMPORTED, SWITCHED = "imported", "switched"
#: Settings that name a folder; the import has its own.
FOLDERS = ("server.directories.", "dbms.usage_report")


def bulk(place: Installation, connect: Callable[[], Neo4jStore], bundle: Bundle, report: Report) -> None:
    """Make the database of the installation equal to the bundle. Nothing to do where it says so already."""
    try:
        with alone(place) as lock:
            work = place.data / "ipgraph" / bundle.version
            if not (work / SWITCHED).exists():
                if published(connect, bundle):
                    return
                prepare(place, work, bundle, report, lock)
                stop(place)
                with place.stopped():
                    switch(place, work)
            report(3, 4, "start")
            start(place)
            answered(place, connect, bundle, work)
            for path in (place.data / "ipgraph").iterdir():
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
            report(4, 4, "")
    except OSError as fault:
        raise StoreError(
            f"{place.data} cannot be written: {fault.strerror}",
            f"{place.data} 无法写入：{fault.strerror}",
        ) from fault


@contextmanager
def alone(place: Installation) -> Iterator[int]:
    """Keep other bulk imports out. An import that a kill left running holds the lock until it ends."""
    folder = place.data / "ipgraph"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "LOCK").open("w") as lock:
        for _ in range(LOCKED * 2):
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            time.sleep(0.5)
        else:
            raise StoreError(
                f"the Neo4j in {place.home} is locked: another bulk import is at work there",
                f"{place.home} 中的 Neo4j 已被锁定：另一次整库导入正在进行",
            )
        yield lock.fileno()


def published(connect: Callable[[], Neo4jStore], bundle: Bundle) -> bool:
    """Whether a server answers and holds this very bundle."""
    try:
        store = connect()
    except StoreError:
        return False
    try:
        return store.holds(bundle)
    finally:
        store.close()


def prepare(place: Installation, work: Path, bundle: Bundle, report: Report, lock: int) -> None:
    """Make the fresh store under `work`, unless it is there."""
    if (work / IMPORTED).exists():
        return
    shutil.rmtree(work, ignore_errors=True)
    report(0, 4, "Parquet")
    write_importable(bundle, work / "input")
    report(1, 4, "neo4j-admin")
    words, conf = import_words(place, bundle), own_conf(place, work)
    place.run("neo4j-admin", words, conf=conf, folder=work / "input", kept=[lock])
    shutil.rmtree(work / "input")
    mark(work / IMPORTED)


def own_conf(place: Installation, work: Path) -> Path:
    """The configuration of the installation with the data in `work`."""
    kept = {name: value for name, value in place.settings().items() if not name.startswith(FOLDERS)}
    lines = {**kept, "server.directories.data": str(work / "data")}
    (work / "conf").mkdir()
    (work / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines.items()), "utf-8")
    return work / "conf"


def import_words(place: Installation, bundle: Bundle) -> list[str]:
    """What neo4j-admin is told: one word a table, nodes before edges."""
    words = ["database", "import", "full", place.database, "--input-type=parquet", f"--nodes={PUBLICATION}"]
    for change in everything(bundle):
        if isinstance(change.table, Ends):
            words.append(f"--relationships={change.table.kind.type}={change.table.table}.parquet")
        else:
            words.append(f"--nodes={change.table.label}={change.table.label}.parquet")
    return words


def stop(place: Installation) -> None:
    """Stop the server where it was started by this installation's own command; others are left to their owners."""
    if place.runs():
        with suppress(StoreError):
            place.run("neo4j", ["stop"])


def switch(place: Installation, work: Path) -> None:
    """Let the fresh store and the one served change places, each folder by rename; done again, it goes on."""
    (work / "old").mkdir(exist_ok=True)
    for live, part in zip(place.live(), ("databases", "transactions"), strict=True):
        fresh, old = work / "data" / part / place.database, work / "old" / part
        if fresh.exists():
            if live.exists() and old.exists():
                shutil.rmtree(live)  # made by a server that was started between two renames: there is nothing in it
            elif live.exists():
                os.rename(live, old)
            live.parent.mkdir(parents=True, exist_ok=True)
            os.rename(fresh, live)
    mark(work / SWITCHED)


def start(place: Installation) -> None:
    if not place.runs():
        place.run("neo4j", ["start"])


def answered(place: Installation, connect: Callable[[], Neo4jStore], bundle: Bundle, work: Path) -> None:
    """Wait for the new graph to answer, and finish it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            store = connect()
            break
        except StoreError as fault:
            if time.monotonic() > end or "refuses" in str(fault):
                raise StoreError(
                    f"the new graph is in place, but {fault}; run the same command again once it answers, "
                    f"or put back the folders kept in {work / 'old'}",
                    f"新图谱已就位，但{fault.zh}；请待其应答后再运行同一命令，或放回保存在 {work / 'old'} 的目录",
                ) from fault
            time.sleep(1)
    try:
        store.finish_import(bundle)
    finally:
        store.close()


def mark(path: Path) -> None:
    """Leave a mark that counts after a power cut too."""
    path.touch()
    flush(path.parent)
