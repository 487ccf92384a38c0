from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import networkx
import pytest
from commands.run import Done, ipgraph
from factory import bundle_of, linked, nasty_bundle

from ipgraph.commands.export import beside, export, whole, write_csv
from ipgraph.errors import UsageError
from ipgraph.settings import Settings


def test_csv_is_read_back_as_it_was_and_marked_as_utf8(tmp_path: Path) -> None:
    bundle = nasty_bundle(tmp_path / "bundle")
    write_csv(bundle, tmp_path / "out")
    file = tmp_path / "out" / "Segment.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    csv.field_size_limit(1 << 20)
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = {row["id"]: row["name"] for row in csv.DictReader(text)}
    names = dict(zip(*(bundle.nodes("Segment")[c].to_pylist() for c in ("id", "name")), strict=True))
    assert rows == names


def test_graphml_has_every_node_and_edge_whatever_their_names(tmp_path: Path) -> None:
    nasty = {"Enterprise": [{"id": "a\x00", "name": "control \x1b[31m <&>"}],
             "Patent": [{"id": "CN1A"}, {"id": "a\x00"}]}
    bundle = bundle_of(tmp_path / "bundle", nasty, {"FILED.Enterprise.Patent": linked([("a\x00", "CN1A")], position=1)})
    networkx.write_graphml(whole(bundle), tmp_path / "g.graphml")
    found = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert set(found) == {"Enterprise:a", "Patent:CN1A", "Patent:a"}
    assert [(a, b, d["type"], d["position"]) for a, b, d in found.edges(data=True)] == [
        ("Enterprise:a", "Patent:CN1A", "FILED", 1)]
    assert found.nodes["Enterprise:a"]["name"] == "control [31m <&>"


def test_what_fails_half_way_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), beside(target) as draft:
        draft.write_text("half \ud800", "utf-8")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("page.html", "old")]


@pytest.mark.parametrize(("format", "told"), [("html", "--chain"), ("docx", "docx")])
def test_what_cannot_be_exported_is_told(tmp_path: Path, format: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        export(Settings(home=tmp_path), format, None, None, None)


def test_the_command_writes_where_it_is_told(demo: Done, demo_home: Path, tmp_path: Path) -> None:
    chain = demo.json["gaps"][0]["chain"]
    for format, out, *more in (
        ("graphml", "图 g.graphml"), ("csv", "表"), ("csv", "看板.csv", "--chain", chain),
        ("html", "链.html", "--chain", chain),
    ):
        done = ipgraph("export", format, "--out", tmp_path / out, *more, home=demo_home)
        assert (done.code, done.out, out in done.err) == (0, "", True)
    with (tmp_path / "看板.csv").open(encoding="utf-8-sig", newline="") as board:
        told = {row["segment"]: row["status"] for row in csv.DictReader(board)}
    assert told == {row["segment"]: row["status"] for row in demo.json["gaps"] if row["chain"] == chain}
    graph = networkx.read_graphml(tmp_path / "图 g.graphml", force_multigraph=True)
    assert graph.number_of_nodes() == sum(demo.json["nodes"].values())
    assert graph.number_of_edges() == sum(demo.json["edges"].values())
    page = (tmp_path / "链.html").read_text("utf-8")
    assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page) == []
    assert {"Patent.csv", "FILED.Enterprise.Patent.csv"} <= set(os.listdir(tmp_path / "表"))


def test_a_report_is_written_in_every_format(demo: Done, demo_home: Path, tmp_path: Path) -> None:
    done = ipgraph("report", "锂电池", "--region", "山东省", "--format", "all", "--out", tmp_path / "新", "--json",
                   home=demo_home)
    assert done.code == 0
    assert sorted(Path(file).suffix for file in done.json) == [".docx", ".html", ".pdf", ".xlsx"]
    assert all(Path(file).stat().st_size > 20_000 for file in done.json)
    assert ipgraph("report", "锂电池", "--format", "odt", home=demo_home).code == 2
