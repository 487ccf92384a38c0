from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from factory import filled, small_edges, small_nodes

from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.bundle.write import GROUP
from ipgraph.errors import OtherSchema, WorkspaceError
from ipgraph.schema import EDGES, FINGERPRINT, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.tables.answers import Answers
from ipgraph.tables.engine import connect

AS_OF = "2024-06-30"
#: Writes a bundle with one pool into a home and dies without warning where the argument says.
KILLED = """
import datetime, os, signal, sys
from pathlib import Path
import pyarrow as pa
import importlib
write = importlib.import_module("ipgraph.bundle.write")
from ipgraph.bundle import Workspace
from ipgraph.schema import FINGERPRINT, NODES
from ipgraph.schema.emit.arrow import node_schema

def die(*anything, **named):
    os.kill(os.getpid(), signal.SIGKILL)

home, where = Path(sys.argv[1]), sys.argv[2]
setattr(Workspace if where == "switch" else write, where, die)
pool = {"id": "p", "name": "p", "source": ["test"], "as_of": datetime.date(2024, 6, 30)}
table = pa.Table.from_pylist([pool], node_schema(NODES["Pool"]))
space = Workspace(home)
with space.writing("load"):
    space.switch(write.write_bundle(space.bundles, {"Pool": table}, {}, as_of="2024-06-30"))
"""


def pools(*names: str) -> dict[str, pa.Table]:
    """A bundle's nodes with these pools."""
    return {"Pool": filled([{"id": name, "name": name} for name in names], node_schema(NODES["Pool"]))}


def test_what_is_written_is_read_back_sorted_by_key(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, pools("b", "a", "c"), {}, as_of=AS_OF, facts={"sources": []})
    assert bundle.nodes("Pool")["id"].to_pylist() == ["a", "b", "c"]
    assert bundle.counts() == {"nodes": {"Pool": 3}, "edges": {}}
    again = Bundle.open(bundle.path)
    assert (again, again.manifest["sources"]) == (bundle, [])


def test_kinds_left_out_are_empty_tables_of_their_columns(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, {}, {}, as_of=AS_OF)
    assert all(bundle.nodes(label).schema.equals(node_schema(kind)) for label, kind in NODES.items())
    assert all(bundle.edges(type).schema.equals(edge_schema(kind)) for type, kind in EDGES.items())


def test_the_version_is_of_the_contents_however_they_come(tmp_path: Path) -> None:
    nodes = {label: filled(rows, node_schema(NODES[label])) for label, rows in small_nodes().items()}
    edges = {name: filled(rows, edge_schema(EDGES[name.partition(".")[0]])) for name, rows in small_edges().items()}
    one = write_bundle(tmp_path / "one", nodes, edges, as_of=AS_OF)
    shuffled = {name: pa.concat_tables([t.slice(1), t.slice(0, 1)]) for name, t in nodes.items()}
    turned = {name: table.take(list(range(len(table)))[::-1]) for name, table in edges.items()}
    assert write_bundle(tmp_path / "two", shuffled, turned, as_of=AS_OF).version == one.version
    assert write_bundle(tmp_path / "three", nodes, edges, as_of="2024-07-01").version != one.version
    assert write_bundle(tmp_path / "four", nodes | pools("x"), edges, as_of=AS_OF).version != one.version


def test_writing_the_same_again_leaves_one_folder(tmp_path: Path) -> None:
    one = write_bundle(tmp_path, pools("a"), {}, as_of=AS_OF)
    before = (one.path / "manifest.json").stat().st_mtime_ns
    assert write_bundle(tmp_path, pools("a"), {}, as_of=AS_OF) == one
    assert [path.name for path in tmp_path.iterdir()] == [one.version]
    assert (one.path / "manifest.json").stat().st_mtime_ns == before


def test_a_table_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises((KeyError, pa.ArrowInvalid)):
        write_bundle(tmp_path, {"Pool": pa.table({"id": ["a"]})}, {}, as_of=AS_OF)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["put", "flush_all", "switch"])
def test_a_crash_leaves_the_old_bundle_in_force_and_the_same_command_completes(tmp_path: Path, where: str) -> None:
    space = Workspace(tmp_path)
    old = write_bundle(space.bundles, pools("old"), {}, as_of=AS_OF)
    space.switch(old)
    died = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), where], env=os.environ)
    assert died.returncode == -signal.SIGKILL
    assert space.current() == old
    assert old.nodes("Pool")["id"].to_pylist() == ["old"]
    with space.writing("load"):
        space.switch(write_bundle(space.bundles, pools("p"), {}, as_of=AS_OF))
    assert space.current().nodes("Pool")["id"].to_pylist() == ["p"]
    assert sorted(path.name for path in space.bundles.iterdir()) == sorted(["CURRENT", space.current().version])


def test_a_bundle_of_another_version_or_a_broken_one_is_told_in_one_sentence(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, {}, {}, as_of=AS_OF)
    manifest = bundle.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"schema": "{FINGERPRINT}"', '"schema": "0"'))
    with pytest.raises(OtherSchema, match="another version of ipgraph"):
        Bundle.open(bundle.path)
    manifest.write_text("{")
    with pytest.raises(WorkspaceError, match="no bundle"):
        Bundle.open(bundle.path)


def test_how_rows_are_cut_leaves_no_trace(tmp_path: Path) -> None:
    """A table of several row groups has the same bytes from the engine, whatever it may keep in memory, and whole."""
    count = 2 * GROUP + 3
    ids = pa.array([f"p{n:07}" for n in range(count)])
    schema = node_schema(NODES["Pool"])
    whole = pa.table([
        ids if field.name in ("id", "name")
        else pa.repeat(pa.scalar({"source": ["t"], "as_of": date(2024, 6, 30)}.get(field.name), field.type), count)
        for field in schema], schema=schema)
    one = write_bundle(tmp_path / "one", {"Pool": whole}, {}, as_of=AS_OF)
    con = connect(tmp_path / "scratch")
    mixed = con.create_table("pools", whole.take(pa.array(np.random.default_rng(1).permutation(count))))
    two = write_bundle(tmp_path / "two", Answers(con, {"Pool": mixed}), {}, as_of=AS_OF)
    assert two.version == one.version
    assert pq.read_metadata(two.node_file(NODES["Pool"])).num_row_groups == 3
