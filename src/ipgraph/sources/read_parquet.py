"""Parquet: one sheet, the columns its headings; nested values become JSON text, as in JSON lines."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.schema.engine import open_duckdb
from ipgraph.sources.sheet import SPACES, Body, Sheet, refusals


def sheet(path: Path, name: str) -> Sheet:
    """The one sheet of a file; UnreadableFile where it is damaged or has no rows."""
    try:
        schema, rows = pq.read_schema(path), pq.read_metadata(path).num_rows
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(
            f"{name}: damaged or truncated Parquet file",
            f"{name}：Parquet 文件损坏或不完整",
        ) from error
    if not rows:
        raise UnreadableFile(f"{name}: the file is empty", f"{name}：文件为空")
    nested = tuple(pa.types.is_nested(field.type) for field in schema)
    return Sheet("", (tuple(schema.names),), partial(read_body, path, tuple(schema.names), nested))


def read_body(path: Path, names: tuple[str, ...], nested: tuple[bool, ...], _heading: int, out: Path) -> Body:
    """All rows, numbered from 1."""
    cells = ", ".join(
        f"trim({'to_json(' if deep else 'CAST('}{quoted(name)}{')' if deep else ' AS VARCHAR)'}, {SPACES}) AS c{i}"
        for i, (name, deep) in enumerate(zip(names, nested, strict=True))
    )
    with open_duckdb() as con:
        rows = f"SELECT file_row_number + 1 AS row, {cells} FROM read_parquet($1, file_row_number = true)"
        con.execute(f"COPY ({rows}) TO $2 (FORMAT parquet)", [str(path), str(out)])
    return Body(out, pq.read_metadata(out).num_rows, refusals(()))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
