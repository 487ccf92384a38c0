from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from neo4j_server import OPENS, fetched

from ipgraph.bundle import Bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.bulk import LIST_SEPARATOR, edge_header, node_header


def test_ids_are_apart_for_each_kind() -> None:
    assert list(node_header(NODES["Pool"]).values()) == [
        "id:ID(Pool)", "name", "name_en", "administrator", "source", "as_of",
    ]
    assert list(edge_header(next(EDGES["IN_POOL"].ends())).values())[:3] == [
        ":START_ID(Patent)", ":END_ID(Pool)", "countries",
    ]


def test_the_importer_takes_a_whole_bundle_under_these_headers(bundle: Bundle, tmp_path: Path) -> None:
    words = ["java", *OPENS, "-cp", f"{fetched()}/*", "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
             "--input-type=parquet"]
    for kind in NODES.values():
        words.append(f"--nodes={kind.label}={renamed(bundle.node_file(kind), node_header(kind), tmp_path)}")
    for edge in EDGES.values():
        for ends in (ends for ends in edge.ends() if pq.read_metadata(bundle.edge_file(ends)).num_rows):
            words.append(f"--relationships={edge.type}={renamed(bundle.edge_file(ends), edge_header(ends), tmp_path)}")
    (tmp_path / "conf").mkdir()
    where = {**os.environ, "NEO4J_HOME": str(tmp_path), "NEO4J_CONF": str(tmp_path / "conf")}
    done = subprocess.run(words, env=where, capture_output=True, text=True, timeout=120)
    counts = bundle.counts()
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert f"{sum(counts['nodes'].values())} nodes" in done.stdout
    assert f"{sum(counts['edges'].values())} relationships" in done.stdout


def renamed(file: Path, header: dict[str, str], folder: Path) -> Path:
    """A copy of the table under the import's column names, its lists joined."""
    table = pq.read_table(file)
    columns = [
        pc.binary_join(column, LIST_SEPARATOR) if pa.types.is_list(column.type) else column for column in table.columns
    ]
    copy = folder / file.name
    pq.write_table(pa.table(columns, names=[header[name] for name in table.column_names]), copy)
    return copy
