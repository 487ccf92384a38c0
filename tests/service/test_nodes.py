from __future__ import annotations

from urllib.parse import quote

import pytest
from factory import TEAM, small_edges, small_nodes

from ipgraph.analysis import holder_segments, records
from ipgraph.projection import read_projection
from ipgraph.schema import NODES


@pytest.mark.parametrize("kind", sorted(NODES))
def test_every_kind_is_told_whole(ask, kind: str) -> None:
    for row in small_nodes()[kind]:
        answer = ask(f"/nodes/{kind}/{quote(row['id'], safe='')}")
        values = {one["name"]: one["value"] for one in answer["values"]}
        assert list(values) == [prop.name for prop in NODES[kind].properties]
        given = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
        assert given.items() <= values.items()
        assert all(one["zh"] and one["en"] for one in answer["values"])


@pytest.mark.parametrize("kind", sorted(NODES))
def test_neighbours_are_the_edges_of_the_bundle(ask, kind: str) -> None:
    for row in small_nodes()[kind]:
        path = f"/nodes/{kind}/{quote(row['id'], safe='')}/neighbours"
        wanted: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for table, edges in small_edges().items():
            type, start, end = table.split(".")
            for edge in edges:
                if (start, edge["start"]) == (kind, row["id"]):
                    wanted.setdefault((type, "out"), set()).add((end, edge["end"]))
                if (end, edge["end"]) == (kind, row["id"]):
                    wanted.setdefault((type, "in"), set()).add((start, edge["start"]))
        answer = ask(path)
        assert answer["neighbours"] == []
        assert {(c["edge"], c["direction"]): c["count"] for c in answer["counts"]} == {
            key: len(ends) for key, ends in wanted.items()}
        for (edge, direction), ends in wanted.items():
            page = ask(path, edge=edge, direction=direction, limit=200)
            assert {(n["kind"], n["id"]) for n in page["neighbours"]} == ends


def test_an_owner_of_the_past_says_so(ask) -> None:
    page = ask("/nodes/Patent/CN101000003B/neighbours", edge="OWNS", direction="in")
    assert [(n["id"], n["past"]) for n in page["neighbours"]] == [("宁德时代", False), ("中南大学", True)]


def test_neighbours_come_in_pages(ask) -> None:
    first = ask("/nodes/Enterprise/宁德时代/neighbours", edge="FILED", direction="out", limit=2)
    rest = ask("/nodes/Enterprise/宁德时代/neighbours", edge="FILED", direction="out", limit=2, cursor=first["next"])
    assert [n["name"] for n in (*first["neighbours"], *rest["neighbours"])] == ["圆柱电芯", "叠片电芯", "电池包热管理"]
    assert rest["next"] is None


def test_what_is_wrong_is_named(ask) -> None:
    assert ask("/nodes/Planet/x", 404)["field"] == "kind"
    assert ask("/nodes/Patent/x", 404)["field"] == "id"
    assert ask(f"/nodes/Team/{quote(TEAM, safe='')}/neighbours", 404, edge="LIKES", direction="in")["field"] == "edge"
    assert ask(f"/nodes/Team/{quote(TEAM, safe='')}/neighbours", 422, edge="WORKS_AT")["field"] == "direction"


def test_a_patent_shows_its_score_tree(ask) -> None:
    told = ask("/nodes/Patent/CN101000003B")["quality"]
    assert [branch["branch"] for branch in told["branches"]] == ["law", "technology", "economy"]
    assert (told["scenario"], told["graded"]) == ("general", True)
    pledge = ask("/nodes/Patent/CN101000003B", scenario="pledge")["quality"]
    assert pledge["scenario_zh"] == "质押"
    assert ask("/nodes/Patent/CN101000003B", 422, scenario="barter")["field"] == "scenario"
    assert ask("/nodes/Enterprise/宁德时代")["quality"] is None


def test_a_holder_says_where_it_is_strong(ask, embedded_store) -> None:
    graph = read_projection(embedded_store)
    at = graph.nodes["Holder"]["id"].tolist().index("宁德时代")
    wanted = records(holder_segments(graph, at))
    found = ask("/nodes/Enterprise/宁德时代")["segments"]
    assert [(one["id"], one["patents"], one["share"]) for one in found] == [
        (one["id"], one["patents"], one["share"]) for one in wanted]
    assert found[0]["chain_name"] == "锂电池"
    assert ask("/nodes/Patent/CN101000003B")["segments"] == []
