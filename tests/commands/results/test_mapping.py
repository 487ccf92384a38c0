"""`ipgraph analyse` on both engines: edges by text reach the graph, the board and its explanation, and a load or a
second run leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from analysis.texts import CHAIN, SILENT, text_bundle
from neo4j_server import Server

from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.commands.analyse import analyse
from ipgraph.commands.ask import ask_gaps
from ipgraph.commands.explain import explained
from ipgraph.commands.publish import check, opened, publish
from ipgraph.schema import EDGES, NODES
from ipgraph.settings import Settings
from ipgraph.tables import REFUSED
from ipgraph.tables.persons import TOLD

MAPPED = {id: segment for id, (segment, _) in SILENT.items() if segment}


@pytest.fixture(params=["embedded", "neo4j"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """A workspace of the texts, published."""
    home, given = tmp_path / "home", Settings.from_environment(tmp_path / "home", "embedded", "en")
    if request.param == "neo4j":
        server: Server = request.getfixturevalue("neo4j")
        given = Settings(home=home, store=server.address, user=server.user, password=server.password, language="en")
    space = Workspace(home)
    with space.writing("test"):
        space.bundles.mkdir(parents=True)
        space.switch(loaded(space, text_bundle(tmp_path)))
    publish(given)
    return given


def loaded(space: Workspace, made: Bundle) -> Bundle:
    """The bundle as a load leaves it: with what was refused, who is who, and its sources."""
    nodes = {label: made.nodes(label) for label in NODES}
    edges = {ends.table: pq.read_table(made.edge_file(ends)) for kind in EDGES.values() for ends in kind.ends()}
    return write_bundle(space.bundles, nodes, edges, as_of=made.as_of, refused=REFUSED.empty_table(),
                        identity={"identity": TOLD.empty_table()}, facts={"sources": []})


def test_edges_by_text_reach_the_graph_with_their_basis(settings: Settings) -> None:
    before: list[dict[str, Any]] = ask_gaps(settings, CHAIN, None)[0]
    done = analyse(settings)
    assert done["mapping"] == {"asked": len(SILENT), "edges": len(MAPPED), "segments": 3, "too_few": {"rare": 5}}
    publish(settings)
    after = {row["segment"]: row for row in ask_gaps(settings, CHAIN, None)[0]}
    for row in before:
        mapped = sum(segment == row["segment"] for segment in MAPPED.values())
        now = after[row["segment"]]
        assert (row["by_text"], now["by_text"], now["patents"]) == (0, mapped, row["patents"] + mapped)
        assert row["weighted"] <= now["weighted"] <= row["weighted"] + mapped
    told = explained(settings, CHAIN, "separator", None)
    assert {one["id"] for one in told["by_text"]} == {id for id, segment in MAPPED.items() if segment == "separator"}
    assert all(0.8 <= one["probability"] < 1 for one in told["by_text"])
    [number] = [one for one in told["numbers"] if one["measure"] == "by_text"]
    assert set(number["patents"]) == {one["id"] for one in told["by_text"]}
    assert not any("SERVES" in problem["en"] for problem in check(settings)["problems"])


def test_a_second_run_changes_nothing(settings: Settings) -> None:
    first = analyse(settings)
    publish(settings)
    second = analyse(settings)
    assert (first["version"], first["mapping"]) == (second["version"], second["mapping"])


def test_a_row_says_what_decided(settings: Settings) -> None:
    analyse(settings)
    publish(settings)
    with opened(settings) as store:
        rows = store.read("explore/served", segment="separator", ids=[*MAPPED, "CN100000045A"]).to_pylist()
    by_id = {row["id"]: row for row in rows}
    assert by_id["CN190000001A"]["basis"] == "text"
    assert by_id["CN190000001A"]["rule"] is None
    assert by_id["CN190000001A"]["words"]
    assert (by_id["CN100000045A"]["basis"], by_id["CN100000045A"]["rule"]) == ("rule", "r")
