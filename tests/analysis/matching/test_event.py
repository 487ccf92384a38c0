from __future__ import annotations

from datetime import date

from analysis.graphs import graph_of, pairs

from ipgraph.analysis import find_segment
from ipgraph.analysis.matching import Asked, event_list, segment_needs
from ipgraph.projection import Projection
from ipgraph.text import TextIndex

NEEDS = [Asked("1", "电池隔膜的耐热涂层", "电池隔膜的耐热涂层", ("锂电厂",), "2025-01-01"),
         Asked("2", "果园滴灌", "果园滴灌带防堵塞"), Asked("3", "خلية", "خلية وقود")]


def test_each_need_has_its_patents_and_who_is_behind_them(graph: Projection, index: TextIndex) -> None:
    found = event_list(graph, index, find_segment(graph, "隔膜"), NEEDS, 2).rows
    assert found["need"].tolist() == ["1", "1", "2", "2", "3"]
    first, second, other, _, nothing = found.to_dict("records")
    assert (first["rank"], second["rank"], other["rank"]) == (1, 2, 1)
    assert first["score"] >= second["score"]
    assert (first["serves"], other["serves"]) == (True, False)
    assert (first["institutions"], first["enterprises"]) == (["大学"], [])
    assert other["enterprises"] == ["农机"]
    assert first["seekers"] == ["锂电厂"]
    assert all(reason["zh"] and reason["en"] for reason in first["reasons"])
    assert nothing["title"] == "خلية"
    assert nothing["patent"] != nothing["patent"]  # nothing found: the need stands there alone


def test_teams_are_those_of_which_two_invented_the_patent(graph: Projection, index: TextIndex) -> None:
    found = event_list(graph, index, find_segment(graph, "隔膜"), NEEDS[:1], 54).rows.set_index("patent")["teams"]
    named = {patent for patent, teams in found.items() if teams}
    assert named <= {"CN100A", "CN101A", "CN102A"}
    assert named


def test_a_need_that_cannot_be_read_costs_the_others_nothing(graph: Projection, index: TextIndex) -> None:
    found = event_list(graph, index, 0, [Asked("1", "—", "—"), Asked("2", "隔膜", "锂离子电池隔膜")], 1)
    assert found.rows["need"].tolist() == ["1", "2"]
    assert found.rows["patent"].isna().tolist() == [True, False]
    assert "empty" in found.notes[0]["en"]


def test_demands_about_the_segment_that_are_open_come_by_deadline() -> None:
    graph = graph_of({
        "Chain": [{"id": "c"}], "Segment": [{"id": "s1", "chain": "c"}, {"id": "s2", "chain": "c"}],
        "Holder": [{"id": "e:甲"}],
        "Demand": [
            {"id": "d1", "title": "甲", "text": "求膜", "state": "open"},
            {"id": "d2", "title": "乙", "deadline": date(2024, 9, 1), "published_on": date(2024, 1, 1)},
            {"id": "d3", "title": "丙", "state": "matched"}, {"id": "d4", "title": "丁"},
        ],
    }, {"ABOUT": pairs("d1>s1", "d2>s1", "d3>s1", "d4>s2"), "SEEKS": pairs("e:甲>d2")})
    assert segment_needs(graph, find_segment(graph, "s1"), date(2024, 6, 1)) == [
        Asked("d2", "乙", "乙", ("甲",), "2024-09-01", True), Asked("d1", "甲", "甲 求膜", (), None, False)]
    assert segment_needs(graph, find_segment(graph, "s2"), date(2024, 6, 1))[0].title == "丁"
