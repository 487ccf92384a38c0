"""Drafts from dicts, without files of suppliers: what a loader would have handed over.

`draft` makes one table for one function. `build_from` runs the whole build (seconds, most of them spent on writing
SQL), so a module builds once and asks many things:

    build_from(tmp_path, file("a.csv", patents=[{"publication_number": "CN112345678A"}]), file("b.csv", feeds=[…]))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table
from tables.soundness import faults

from ipgraph.sources import DRAFTS
from ipgraph.tables import Built, Intakes, Record, build
from ipgraph.tables.engine import keep

Rows = Sequence[Mapping[str, Any]]
AS_OF = "2024-06-30"


@dataclass(frozen=True)
class File:
    """What one file gave: rows by draft."""

    source: str
    as_of: str
    drafts: Mapping[str, Rows]


def file(source: str = "a.csv", as_of: str = AS_OF, **drafts: Rows) -> File:
    return File(source, as_of, drafts)


def filled(name: str, rows: Rows) -> pa.Table:
    """The rows as a draft. They count from 2, as below a heading, unless they say."""
    return pa.Table.from_pylist([{"row": n, **row} for n, row in enumerate(rows, 2)], DRAFTS[name].schema())


def draft(con: Backend, name: str, *files: File | Mapping[str, Any]) -> Table:
    """Rows of one draft from these files, the first the most believed; bare rows are those of `a.csv`."""
    given = files if isinstance(files[0], File) else (file(**{name: files}),)
    parts = []
    for rank, one in enumerate(given):
        table = filled(name, one.drafts.get(name, ()))
        for column, value in (("source", one.source), ("rank", rank), ("as_of", date.fromisoformat(one.as_of))):
            table = table.append_column(column, pa.array([value] * len(table), pa.scalar(value).type))
        parts.append(table)
    return keep(con, name, pa.concat_tables(parts))


def intakes(folder: Path, *files: File) -> Intakes:
    """The files as intakes on disk, loaded in this order."""
    for order, given in enumerate(files, 1):
        home = folder / f"{order:03}"
        (home / "drafts").mkdir(parents=True)
        read = sum(len(rows) for rows in given.drafts.values())
        Record(given.source, "test", home.name, given.as_of, read, order).save(home)
        for name, rows in given.drafts.items():
            pq.write_table(filled(name, rows), home / "drafts" / f"{name}.parquet")
    return Intakes.open(folder)


def build_from(folder: Path, *files: File) -> Built:
    """The tables of these files. Whatever went in, they are sound."""
    built = build(intakes(folder, *files))
    assert faults(built) == []
    return built


def records(con: Backend, table: Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = con.to_pyarrow(table).to_pylist()
    return found


def by_id(con: Backend, table: Table) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in records(con, table)}


def refused(rows: list[dict[str, Any]]) -> set[tuple[int, str, str]]:
    """(row, field, reason) of every row turned away."""
    return {(r["row"], r["field"], r["reason"]) for r in rows if not r["row_kept"]}


def noted(rows: list[dict[str, Any]]) -> set[tuple[int, str, str]]:
    """(row, field, reason) of every cell dropped from a row that stays."""
    return {(r["row"], r["field"], r["reason"]) for r in rows if r["row_kept"]}


def node(built: Built, label: str, id: str) -> dict[str, Any]:
    """The one node with this id."""
    [found] = [row for row in built.nodes[label].to_pylist() if row["id"] == id]
    return found


def ids(built: Built, label: str) -> set[str]:
    return set(built.nodes[label]["id"].to_pylist())


def pairs(built: Built, table: str) -> set[tuple[str, str]]:
    """(start, end) of every edge of a table."""
    return set(zip(built.edges[table]["start"].to_pylist(), built.edges[table]["end"].to_pylist(), strict=True))


def edge(built: Built, table: str, start: str, end: str) -> dict[str, Any]:
    [found] = [row for row in built.edges[table].to_pylist() if (row["start"], row["end"]) == (start, end)]
    return found
