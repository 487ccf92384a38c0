"""The validated graph on disk: a folder of Parquet tables and a manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.errors import OtherSchema, WorkspaceError
from ipgraph.schema import EDGES, FINGERPRINT, NODES, Ends, NodeKind
from ipgraph.tables.persons import TOLD

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Bundle:
    """A finished bundle. Its tables never change; a new load makes a new bundle.

    `version` is the fingerprint of the schema and a digest of the contents: the same files give the same version.
    """

    path: Path
    version: str
    as_of: str
    manifest: dict[str, Any] = field(repr=False)

    @classmethod
    def open(cls, path: Path) -> Bundle:
        """The bundle in a folder; WorkspaceError where there is none that this version reads."""
        try:
            manifest = json.loads((path / MANIFEST).read_text("utf-8"))
        except (FileNotFoundError, ValueError) as missing:
            raise WorkspaceError(
                f"no bundle in {path}: run `ipgraph load` first",
                f"{path} 中没有数据包：请先运行 `ipgraph load`",
            ) from missing
        if manifest["schema"] != FINGERPRINT:
            raise OtherSchema(
                f"the bundle in {path} is of another version of ipgraph: run `ipgraph publish` to build it anew",
                f"{path} 中的数据包出自另一版本的 ipgraph：请运行 `ipgraph publish` 重新构建",
            )
        return cls(path, manifest["version"], manifest["as_of"], manifest)

    def node_file(self, kind: NodeKind) -> Path:
        """Parquet with the columns of `emit.arrow.node_schema`, sorted by id; present even when empty."""
        return self.path / "nodes" / f"{kind.label}.parquet"

    def edge_file(self, ends: Ends) -> Path:
        """Parquet with the columns of `emit.arrow.edge_schema`, sorted by start and end, one row a pair."""
        return self.path / "edges" / f"{ends.table}.parquet"

    def nodes(self, label: str) -> pa.Table:
        return pq.read_table(self.node_file(NODES[label]))

    def edges(self, type: str) -> pa.Table:
        """All edges of a type, whatever their ends."""
        return pa.concat_tables([pq.read_table(self.edge_file(ends)) for ends in EDGES[type].ends()])

    def refused(self) -> pa.Table:
        """Rows turned away when the bundle was made, and cells dropped (`row_kept`)."""
        return pq.read_table(self.path / "refused.parquet")

    def identity(self) -> pa.Table:
        """Which names were taken together or told apart, with score and reason (shape TOLD, docs/identity.md)."""
        path = self.path / "identity.parquet"
        return pq.read_table(path) if path.exists() else TOLD.empty_table()

    def counts(self) -> dict[str, dict[str, int]]:
        """Rows by node label and by edge type, kinds with none left out."""
        nodes = {label: pq.read_metadata(self.node_file(kind)).num_rows for label, kind in NODES.items()}
        edges = {
            type: sum(pq.read_metadata(self.edge_file(ends)).num_rows for ends in kind.ends())
            for type, kind in EDGES.items()
        }
        return {"nodes": {k: n for k, n in nodes.items() if n}, "edges": {k: n for k, n in edges.items() if n}}
