"""The difference of two bundles: table by table the rows added, changed and gone, as Parquet beside them."""

from __future__ import annotations

import filecmp
import glob
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle.bundle import Bundle
from ipgraph.errors import WorkspaceError
from ipgraph.schema import EDGES, NODES, Ends, NodeKind
from ipgraph.schema.engine import open_duckdb

#: What the engine may keep in memory; it spills the rest beside the difference.
MEMORY = "2GB"

#: Keys of rows that differ, and how. Rows are told apart by a 64-bit hash, so that abstracts are read past and not
#: kept: one changed row in 2^64 would go unseen.
MOVED = """
CREATE OR REPLACE TEMP TABLE moved AS
SELECT {keys}, CASE WHEN o.h IS NULL THEN 'added' WHEN n.h IS NULL THEN 'gone' ELSE 'changed' END AS how
FROM (SELECT {keys}, hash({new}) AS h FROM read_parquet({new_file})) n
FULL OUTER JOIN (SELECT {keys}, hash({old}) AS h FROM read_parquet({old_file})) o USING ({keys})
WHERE n.h IS DISTINCT FROM o.h
"""
ROWS = "COPY (SELECT {columns} FROM read_parquet({file}) SEMI JOIN (FROM moved WHERE how = '{how}') USING ({keys}) " \
    "ORDER BY {keys}) TO {to} (FORMAT parquet, COMPRESSION zstd)"


@dataclass(frozen=True)
class Change:
    """What happened to one table; a file is None where it has no rows.

    `added` has the columns of the bundle. `changed` has them too, and those that the new bundle dropped, as nulls.
    `gone` has the keys alone.
    """

    table: NodeKind | Ends
    added: Path | None = None
    changed: Path | None = None
    gone: Path | None = None


def compare(old: Bundle, new: Bundle, folder: Path) -> list[Change]:
    """The tables in which two bundles differ, nodes first; rows are written under `folder`, sorted by key.

    Files that are the same byte for byte, as a bundle's are when their contents are, are not looked into.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pairs = ((table, file_of(old, table), file_of(new, table)) for table in tables())
    try:
        with open_duckdb() as engine:
            engine.execute("SET memory_limit = $m", {"m": MEMORY})
            engine.execute("SET temp_directory = $d", {"d": str(folder / "spilled")})
            return [
                change(engine, table, before, after, folder) for table, before, after in pairs
                if not filecmp.cmp(before, after, shallow=False)
            ]
    except (OSError, duckdb.IOException) as fault:
        said = str(fault).splitlines()[0]
        raise WorkspaceError(
            f"the bundles {old.version} and {new.version} cannot be compared: {said}",
            f"数据包 {old.version} 与 {new.version} 无法比较：{said}",
        ) from fault


def everything(bundle: Bundle) -> list[Change]:
    """The difference to a graph with nothing in it: all rows of the bundle, where they are."""
    found = ((table, file_of(bundle, table)) for table in tables())
    return [Change(table, added=file) for table, file in found if rows_of(file)]


def tables() -> Iterator[NodeKind | Ends]:
    """Every table of a bundle, nodes before edges."""
    yield from NODES.values()
    for edge in EDGES.values():
        yield from edge.ends()


def key_of(table: NodeKind | Ends) -> list[str]:
    return ["id"] if isinstance(table, NodeKind) else ["start", "end"]


def file_of(bundle: Bundle, table: NodeKind | Ends) -> Path:
    return bundle.node_file(table) if isinstance(table, NodeKind) else bundle.edge_file(table)


def rows_of(file: Path | None) -> int:
    """Rows of a Parquet file, 0 for none."""
    return int(pq.read_metadata(file).num_rows) if file else 0


def change(engine: duckdb.DuckDBPyConnection, table: NodeKind | Ends, old: Path, new: Path, folder: Path) -> Change:
    """Compare one table. A column that one side lacks counts as null there."""
    before, after = pq.read_schema(old), pq.read_schema(new)
    every = [*after.names, *(name for name in before.names if name not in after.names)]
    keys = ", ".join(map(quoted, key_of(table)))
    engine.execute(MOVED.format(
        keys=keys, new=hashed(every, after), old=hashed(every, before),
        new_file=literal(new), old_file=literal(old),
    ))
    name = table.label if isinstance(table, NodeKind) else table.table
    wanted = {
        "added": (new, columns(after.names, after.names)), "changed": (new, columns(every, after.names, named=True)),
        "gone": (old, keys),
    }
    counts = dict(engine.execute("SELECT how, count(*) FROM moved GROUP BY how").fetchall())
    files = {}
    for how in counts:
        source, chosen = wanted[how]
        files[how] = folder / f"{name}.{how}.parquet"
        engine.execute(ROWS.format(
            columns=chosen, file=literal(source), how=how, keys=keys, to=literal(files[how], pattern=False),
        ))
    return Change(table, **files)


def columns(wanted: list[str], there: list[str], named: bool = False) -> str:
    """The columns wanted, null where the file does not have one."""
    return ", ".join(
        quoted(name) if name in there else f"NULL::VARCHAR{f' AS {quoted(name)}' if named else ''}" for name in wanted
    )


def hashed(every: list[str], there: pa.Schema) -> str:
    """What the hash of a row is taken over. A list goes in with its length: DuckDB hashes [] and null alike."""
    lists = [name for name in there.names if pa.types.is_list(there.field(name).type)]
    return ", ".join([columns(every, there.names), *(f"len({quoted(name)})" for name in lists)])


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(file: Path, pattern: bool = True) -> str:
    """A path as text of a statement, the one place that takes no parameter; files are read by pattern."""
    return "'" + (glob.escape(str(file)) if pattern else str(file)).replace("'", "''") + "'"
