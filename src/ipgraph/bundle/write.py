"""Writing a bundle: beside the old one, complete and flushed, then renamed into place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle.bundle import MANIFEST, Bundle
from ipgraph.bundle.disk import flush_all
from ipgraph.bundle.known import known
from ipgraph.schema import EDGES, FINGERPRINT, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.tables.answers import Answers
from ipgraph.tables.persons import TOLD

#: Rows of a row group: what is held in memory of one table.
GROUP = 1 << 17


def write_bundle(
    folder: Path, nodes: Mapping[str, pa.Table], edges: Mapping[str, pa.Table], *, as_of: str,
    refused: pa.Table | None = None, identity: Mapping[str, pa.Table] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Bundle:
    """Write `nodes` (by label) and `edges` (by table name, FILED.Enterprise.Patent) as a bundle under `folder`.

    Kinds left out become empty tables; tables still in the engine (`Answers`) are written piece by piece. The bundle's
    folder is named after its version; writing the same contents again returns the bundle that is there. `refused` and
    `identity` become refused.parquet and identity.parquet; `facts` go into the manifest. Empty texts and lists become
    null.
    """
    draft = folder / f".draft-{uuid.uuid4().hex}"
    (draft / "nodes").mkdir(parents=True)
    (draft / "edges").mkdir()
    digest = hashlib.sha256(f"{FINGERPRINT} {as_of}".encode())
    try:
        for label, kind in sorted(NODES.items()):
            schema, path = node_schema(kind), draft / "nodes" / f"{label}.parquet"
            put(ordered(nodes, label, schema, ["id"]), schema, path, digest)
        for type, edge in sorted(EDGES.items()):
            for ends in edge.ends():
                schema, path = edge_schema(EDGES[type]), draft / "edges" / f"{ends.table}.parquet"
                put(ordered(edges, ends.table, schema, ["start", "end"]), schema, path, digest)
        if refused is not None:
            order = [(name, "ascending") for name in refused.column_names]
            put([refused.sort_by(order)], refused.schema, draft / "refused.parquet", digest)
        if identity is not None:
            put(ordered(identity, "identity", TOLD, TOLD.names), TOLD, draft / "identity.parquet", digest)
        version = FINGERPRINT + digest.hexdigest()[:12]
        manifest = {"schema": FINGERPRINT, "version": version, "as_of": as_of, **(facts or {})}
        (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
        flush_all(draft)
        home = folder / version
        if not (home / MANIFEST).exists():
            shutil.rmtree(home, ignore_errors=True)
            os.replace(draft, home)
        return Bundle.open(home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def ordered(tables: Mapping[str, pa.Table], name: str, schema: pa.Schema, key: list[str]) -> Iterator[pa.Table]:
    """One table in the schema's columns and sorted by key, in pieces where it still is in the engine."""
    if isinstance(tables, Answers) and name in tables:
        for piece in tables.batches(name, schema.names, key):
            yield known(piece.cast(schema))
    elif name in tables:
        whole = known(tables[name].select(schema.names).cast(schema))
        yield whole.sort_by([(column, "ascending") for column in key])


def put(pieces: Iterable[pa.Table], schema: pa.Schema, path: Path, digest: Any) -> None:
    """Write the rows, and add their bytes to the digest; how they were cut must leave no trace in them."""
    held = schema.empty_table()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for piece in pieces:
            held = pa.concat_tables([held, piece])
            while held.num_rows > GROUP:
                writer.write_table(held.slice(0, GROUP).combine_chunks())
                held = held.slice(GROUP)
        writer.write_table(held.combine_chunks())
    digest.update(path.name.encode())
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
