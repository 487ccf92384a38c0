"""Writing a bundle: beside the old one, complete and flushed, then renamed into place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle.bundle import MANIFEST, SCHEMA_VERSION, Bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema


def write_bundle(
    folder: Path, nodes: Mapping[str, pa.Table], edges: Mapping[str, pa.Table], *, as_of: str,
    refused: pa.Table | None = None, facts: Mapping[str, Any] | None = None,
) -> Bundle:
    """Write `nodes` (by label) and `edges` (by table name, FILED.Enterprise.Patent) as a bundle under `folder`.

    Kinds left out become empty tables. The bundle's folder is named after its version; writing the same
    contents again returns the bundle that is there. `refused` becomes refused.parquet; `facts` go into the manifest.
    """
    draft = folder / f".draft-{uuid.uuid4().hex}"
    (draft / "nodes").mkdir(parents=True)
    (draft / "edges").mkdir()
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {as_of}".encode())
    try:
        for label, kind in sorted(NODES.items()):
            save(nodes.get(label), node_schema(kind), draft / "nodes" / f"{label}.parquet", ["id"], digest)
        for type, edge in sorted(EDGES.items()):
            for ends in edge.ends():
                path = draft / "edges" / f"{ends.table}.parquet"
                save(edges.get(ends.table), edge_schema(EDGES[type]), path, ["start", "end"], digest)
        if refused is not None:
            order = [(name, "ascending") for name in refused.column_names]
            put(refused.sort_by(order), draft / "refused.parquet", digest)
        version = digest.hexdigest()[:16]
        manifest = {"schema": SCHEMA_VERSION, "version": version, "as_of": as_of, **(facts or {})}
        (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
        flush(draft)
        home = folder / version
        if not (home / MANIFEST).exists():
            shutil.rmtree(home, ignore_errors=True)
            os.replace(draft, home)
        return Bundle.open(home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def save(table: pa.Table | None, schema: pa.Schema, path: Path, key: list[str], digest: Any) -> None:
    """One table, in the schema's column order and sorted by key, its bytes added to the digest."""
    table = schema.empty_table() if table is None else table.select(schema.names).cast(schema)
    put(table.sort_by([(name, "ascending") for name in key]), path, digest)


def put(table: pa.Table, path: Path, digest: Any) -> None:
    """Write the table, and add its bytes to the digest; how it was chunked must leave no trace in them."""
    pq.write_table(table.combine_chunks(), path, compression="zstd")
    digest.update(path.name.encode())
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)


def flush(folder: Path) -> None:
    """Force every file of the folder to disk before the rename makes it count."""
    for path in [*folder.rglob("*")]:
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
