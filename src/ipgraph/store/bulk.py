"""Bulk import: a bundle into a fresh Neo4j store by neo4j-admin, then the switch to it.

Community has one database, so the fresh store is made beside the one that is served, and the two change places by
rename while the server is stopped. The old one stays until the new one has answered, and comes back where it does
not. Everything is done in `<data of Neo4j>/ipgraph/<version>/`, and each stage leaves a mark there: the same command
goes on where a killed one stopped.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.bundle.disk import flush
from ipgraph.errors import StoreError
from ipgraph.store.awake import Connect, NotUp, answering, awake
from ipgraph.store.contract import Report
from ipgraph.store.importable import write_importable
from ipgraph.store.installation import Installation
from ipgraph.store.only import alone

#: Marks of the stages that are behind; the last one says that the old store is on its way back.
IMPORTED, SWITCHED, RETURNING = "imported", "switched", "returning"
#: Settings that name a folder; the import has its own.
FOLDERS = ("server.directories.", "dbms.usage_report")
STAGES = 5


def bulk(place: Installation, connect: Connect, bundle: Bundle, report: Report) -> None:
    """Make the database of the installation equal to the bundle. Nothing to do where it says so already."""
    try:
        with alone(place.data / "ipgraph", str(place.home)) as lock:
            place = replace(place, kept=(lock,))
            work = place.data / "ipgraph" / bundle.version
            if (work / RETURNING).exists():
                put_back(place, work)
            if not (work / SWITCHED).exists():
                if published(place, connect, bundle):
                    return
                one_disk(place, work)
                prepare(place, work, bundle, report)
                report(2, STAGES, "stop")
                stop(place)
                with place.stopped():
                    switch(place, work)
            report(3, STAGES, "start")
            finish(place, connect, bundle, work, report)
            for path in (place.data / "ipgraph").iterdir():
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
            report(STAGES, STAGES, "")
    except OSError as fault:
        raise StoreError(
            f"{place.data} cannot be written: {fault.strerror}",
            f"{place.data} 无法写入：{fault.strerror}",
        ) from fault


def published(place: Installation, connect: Connect, bundle: Bundle) -> bool:
    """Whether a server answers and holds this very bundle. One that is there has to answer, so that a wrong address
    or password is told of before anything is stopped."""
    store = answering(place, connect)
    if not store:
        return False
    try:
        return store.holds(bundle)
    finally:
        store.close()


def one_disk(place: Installation, work: Path) -> None:
    """StoreError where the fresh store and the live one lie on two disks, between which no folder can be renamed.

    Asked before anything is stopped.
    """
    for live in place.live():
        there = next(path for path in live.parents if path.exists())
        if there.stat().st_dev != work.parent.stat().st_dev:
            raise StoreError(
                f"{live} and {work} are on two disks: let server.directories.data and transaction.logs.root share one",
                f"{live} 与 {work} 不在同一磁盘：请让 server.directories.data 与 transaction.logs.root 位于同一磁盘",
            )


def prepare(place: Installation, work: Path, bundle: Bundle, report: Report) -> None:
    """Make the fresh store under `work`, unless it is there."""
    if (work / IMPORTED).exists():
        return
    shutil.rmtree(work, ignore_errors=True)
    report(0, STAGES, "CSV")
    words = write_importable(bundle, work / "input")
    report(1, STAGES, "neo4j-admin")
    check(bundle, admin(place, work, words))
    shutil.rmtree(work / "input")
    mark(work / IMPORTED)


def admin(place: Installation, work: Path, words: list[str]) -> str:
    """Import what is in work/input into the data folder in `work`; what neo4j-admin said."""
    # Not from a dict: lines such as server.jvm.additional come several times.
    kept = [(name, value) for name, value in place.lines() if not name.startswith(FOLDERS)]
    lines = [*kept, ("server.directories.data", str(work / "data"))]
    (work / "conf").mkdir()
    (work / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines), "utf-8")
    return place.run(
        "neo4j-admin", ["database", "import", "full", place.database, *words], conf=work / "conf",
        folder=work / "input",
    )


def check(bundle: Bundle, said: str) -> None:
    """Hold what neo4j-admin says that it imported against the bundle, where it says it in the words of 5.26."""
    counts = {name: sum(rows.values()) for name, rows in bundle.counts().items()}
    wanted = {"nodes": counts["nodes"] + 1, "relationships": counts["edges"]}  # the node Publication is one more
    found = {name: int(n) for n, name in re.findall(r"^\s*(\d+) (nodes|relationships)\s*$", said, re.MULTILINE)}
    if any(found.get(name, n) != n for name, n in wanted.items()):
        raise StoreError(
            f"neo4j-admin imported {found} instead of {wanted}: nothing was changed over",
            f"neo4j-admin 导入了 {found}，应为 {wanted}：未作切换",
        )


def stop(place: Installation) -> None:
    """Stop the server where it was started by this installation's own command; others are left to their owners."""
    if place.at_work():
        with suppress(StoreError):
            place.run("neo4j", ["stop"])


def switch(place: Installation, work: Path) -> None:
    """Let the fresh store and the one served change places, each folder by rename; done again, it goes on.

    Logs go first and come last: a server started in between finds a store without logs, which it leaves alone, and
    never a store with the logs of the other.
    """
    parts = [
        (live, work / "data" / part / place.database, work / "old" / part)
        for live, part in zip(place.live(), ("databases", "transactions"), strict=True)
    ]
    (work / "old").mkdir(exist_ok=True)
    for live, fresh, old in reversed(parts):
        if fresh.exists() and live.exists():
            if old.exists():
                shutil.rmtree(live)  # made by a server that was started between two renames: there is nothing in it
            else:
                os.rename(live, old)
    for live, fresh, _ in parts:
        if fresh.exists():
            live.parent.mkdir(parents=True, exist_ok=True)
            os.rename(fresh, live)
    mark(work / SWITCHED)


def finish(place: Installation, connect: Connect, bundle: Bundle, work: Path, report: Report) -> None:
    """Start the server on the new graph and complete it; bring the old one back where that does not work."""
    try:
        store = awake(place, connect)
        try:
            report(4, STAGES, "constraints")
            store.finish_import(bundle)
        finally:
            store.close()
    except NotUp as fault:
        if not (work / "old" / "databases").exists():
            raise
        report(3, STAGES, "old")
        put_back(place, work)
        awake(place, connect).close()
        raise StoreError(
            f"the new graph does not work ({fault}); the old one is served again",
            f"新图谱无法使用（{fault.zh}）；旧图谱已恢复服务",
        ) from fault


def put_back(place: Installation, work: Path) -> None:
    """Bring back the store that was served before; done again, it goes on."""
    mark(work / RETURNING)
    stop(place)
    with place.stopped():
        for live, part in zip(place.live(), ("databases", "transactions"), strict=True):
            old = work / "old" / part
            if old.exists():
                shutil.rmtree(live, ignore_errors=True)
                os.rename(old, live)
        gone = work.with_suffix(".gone")
        shutil.rmtree(gone, ignore_errors=True)
        os.rename(work, gone)
    shutil.rmtree(gone, ignore_errors=True)


def mark(path: Path) -> None:
    """Leave a mark that counts after a power cut too."""
    path.touch()
    flush(path.parent)
