"""Publishing to Neo4j: what changed since the last time, or all of it where that is not known."""

from __future__ import annotations

import shutil
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import Change, compare, everything
from ipgraph.errors import StoreError
from ipgraph.schema.emit import cypher
from ipgraph.store import marker
from ipgraph.store.changes import Run, apply, steps
from ipgraph.store.contract import Report
from ipgraph.store.kept import Kept
from ipgraph.store.merge import empty, equal, merge

DIFFERENCE = ".difference"


def publish(run: Run, kept: Kept, bundle: Bundle, report: Report) -> None:
    """Make the graph equal to the bundle and mark it so; an interrupted publish of it is taken up where it stopped."""
    found = marker.read(run)
    kept.keep(bundle)
    if (found.version, found.state) != (bundle.version, marker.DONE):
        for statement in cypher.constraints():
            run(statement, {})
        if not change(run, kept, found, bundle, report):
            marker.begin(run, bundle, None, 0)
            merge(run, bundle, report)
        marker.finish(run, bundle)
    kept.forget_all_but(bundle.version)


def change(run: Run, kept: Kept, found: marker.Marker, bundle: Bundle, report: Report) -> bool:
    """Publish by difference. False where what the graph holds is not known, or turns out to be something else."""
    base, first = start(run, found, bundle)
    old = kept.find(base)
    if base is None or (base and old is None):
        return False
    folder = kept.folder / DIFFERENCE
    try:
        todo = steps(difference(old, bundle, folder))
        apply(run, lambda step: marker.begin(run, bundle, base, step), todo, first, report)
        return equal(run, bundle)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish_import(run: Run, kept: Kept, bundle: Bundle) -> None:
    """Complete a graph that a bulk import of the bundle has filled: make its constraints, remember the bundle."""
    if marker.read(run).version != bundle.version:
        raise StoreError(
            "the server that answers does not serve the graph just imported: is the address right?",
            "应答的服务器并未提供刚导入的图谱：请确认地址正确",
        )
    for statement in cypher.constraints():
        run(statement, {})
    kept.keep(bundle)
    kept.forget_all_but(bundle.version)


def start(run: Run, found: marker.Marker, bundle: Bundle) -> tuple[str | None, int | None]:
    """The version the graph stands at ('' for empty, None for unknown) and the step that was cut short, if any."""
    if found.coming(bundle):
        return found.base, found.step
    if not found.settled:
        return None, None
    return found.version or ("" if empty(run) else None), None


def difference(old: Bundle | None, new: Bundle, folder: Path) -> list[Change]:
    return compare(old, new, folder) if old else everything(new)
