"""Bringing Neo4j from one bundle to the next: the rows added, changed and gone, in an order that always holds.

Edges go before nodes come, nodes come before edges, and nodes go last, so every edge's ends are there at every
moment. The graph is known to hold the old bundle, so rows added are created without a look whether they are there;
only the step that an interruption cut short is done by MERGE.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle.compare import Change, rows_of
from ipgraph.schema import Ends
from ipgraph.schema.emit import cypher
from ipgraph.store.contract import Report

#: Runs one statement in a transaction of its own and gives its rows. Safe to call from several threads.
Run = Callable[[str, dict[str, Any]], list[list[Any]]]

#: Rows of one transaction.
BATCH = 10_000
#: Batches under way at once: while the server works on one, the next is read and packed.
AT_ONCE = 2


@dataclass(frozen=True)
class Step:
    """Rows of one table and what is done with them; `again` also bears rows that were done already."""

    name: str
    file: Path
    once: str
    again: str

    @property
    def rows(self) -> int:
        return rows_of(self.file)


def steps(changes: Iterable[Change]) -> list[Step]:
    """What takes a graph from the old bundle to the new one, in order; the same changes give the same steps."""
    changes = list(changes)
    nodes = [change for change in changes if not isinstance(change.table, Ends)]
    edges = [change for change in changes if isinstance(change.table, Ends)]
    return [
        *(step for change in reversed(edges) for step in removals(change)),
        *(step for change in [*nodes, *edges] for step in arrivals(change)),
        *(step for change in reversed(nodes) for step in removals(change)),
    ]


def removals(change: Change) -> Iterator[Step]:
    if change.gone:
        table = change.table
        delete = cypher.delete_edges(table) if isinstance(table, Ends) else cypher.delete_nodes(table)
        yield Step(name_of(change), change.gone, delete, delete)


def arrivals(change: Change) -> Iterator[Step]:
    """Rows added, then rows changed."""
    table = change.table
    if change.added:
        if isinstance(table, Ends):
            yield Step(name_of(change), change.added, cypher.create_edges(table), cypher.merge_edges(table))
        else:
            yield Step(name_of(change), change.added, cypher.create_nodes(table), cypher.merge_nodes(table))
    if change.changed:
        columns = pq.read_schema(change.changed).names
        merge = cypher.merge_edges(table, columns) if isinstance(table, Ends) else cypher.merge_nodes(table, columns)
        yield Step(name_of(change), change.changed, merge, merge)


def name_of(change: Change) -> str:
    return change.table.kind.type if isinstance(change.table, Ends) else change.table.label


def apply(run: Run, mark: Callable[[int], None], todo: list[Step], first: int | None, report: Report) -> None:
    """Do the steps, from number `first` on where an earlier run got so far. `mark` is told before each step."""
    total, done = sum(step.rows for step in todo), sum(step.rows for step in todo[: first or 0])
    for number, step in enumerate(todo):
        if number >= (first or 0):
            mark(number)
            statement = step.again if number == first else step.once
            for rows in send(run, statement, pq.ParquetFile(step.file).iter_batches(BATCH)):
                report(done, total, step.name)
                done += rows
    report(total, total, "")


def send(run: Run, statement: str, batches: Iterable[pa.RecordBatch]) -> Iterator[int]:
    """Run the statement on every batch, a few at once; yields the rows of each before it waits for it."""
    under_way: list[Future[Any]] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for batch in batches:
            under_way.append(pool.submit(lambda batch: run(statement, {"rows": listed(batch)}), batch))
            yield batch.num_rows
            if len(under_way) > AT_ONCE:
                under_way.pop(0).result()
        for future in under_way:
            future.result()


def listed(batch: pa.RecordBatch) -> list[list[Any]]:
    """Rows as lists, which are packed and read twice as fast as maps."""
    return list(map(list, zip(*(column.to_pylist() for column in batch.columns), strict=True)))
