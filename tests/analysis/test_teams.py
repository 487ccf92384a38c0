from datetime import date

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.records import records
from ipgraph.analysis.teams import COLUMNS, all_teams, home, teams
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection, read_projection
from ipgraph.store import Store


def lab() -> Projection:
    """Two groups of one university: a b c (three patents) and x y (two); a student of another firm, and a loner."""
    years = {"P1": 2010, "P2": 2012, "P3": 2015, "Q1": 2020, "Q2": 2021, "R1": 2018, "R2": 2019}
    patents = [(p, "i:u" if p != "R2" else "e:firm", "s", {"filed_on": date(year, 1, 1)}) for p, year in years.items()]
    return chain_graph(["s"], patents=patents, INVENTED=pairs(
        "p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2", "p:c>P2", "p:a>P3", "p:c>P3", "p:x>Q1", "p:y>Q1", "p:x>Q2", "p:y>Q2",
        "p:loner>R1", "p:loner>P9", "p:guest>R2", "p:guest>P3",
    ), CLASSIFIED_AS=pairs("P1>H01M4/52", "P2>H01M4/52", "P3>G06F1/00", main=True))


def test_groups_that_invent_together_are_teams() -> None:
    found = teams(lab(), "u")
    assert tuple(found.columns) == COLUMNS
    assert found["members"].tolist() == [["p:a", "p:b", "p:c"], ["p:x", "p:y"]]
    assert found["patents"].tolist() == [3, 2]
    assert found["years"].tolist() == [[2010, 2015], [2020, 2021]]


def test_the_leader_has_most_fractional_patents_and_ties_go_by_id() -> None:
    found = teams(lab(), "u")
    assert found["id"].tolist() == ["i:u#p:a", "i:u#p:x"]
    assert found["leader_name"].tolist() == ["a", "x"]
    assert found["member_patents"].tolist() == [[3, 2, 2], [2, 2]]


def test_what_a_team_works_on() -> None:
    row = teams(lab(), "u").iloc[0]
    assert row["segments"] == ["s"]
    assert row["classes"] == ["H01M4/52", "G06F1/00"]


def test_a_person_is_of_the_organisation_that_holds_most_of_their_patents() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u+e:f", "s"), ("P3", "e:f+e:g", "s")],
                        INVENTED=pairs("p:a>P1", "p:a>P2", "p:b>P3"))
    names = graph.nodes["Holder"]["id"]
    homes = dict(zip(names, home(graph), strict=True))
    assert names[homes["p:a"]] == "i:u"
    assert names[homes["p:b"]] == "e:f"
    assert homes["i:u"] == -1


def test_loners_and_single_patents_are_no_teams() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u", "s"), ("P3", "i:v", "s")],
                        INVENTED=pairs("p:a>P1", "p:a>P2", "p:b>P3", "p:c>P3"))
    assert all_teams(graph).empty
    assert all_teams(graph, Thresholds(team_patents=1))["id"].tolist() == ["i:v#p:b"]


def test_two_groups_with_a_thin_link_stay_two() -> None:
    groups = ["abcd", "wxyz"]
    rows, edges = [], []
    for group in groups:
        for n, (one, two) in enumerate((one, two) for one in group for two in group if one < two):
            rows.append((f"P{group}{n}", "i:u", "s"))
            edges += [f"p:{one}>P{group}{n}", f"p:{two}>P{group}{n}"]
    rows.append(("PL", "i:u", "s"))
    edges += ["p:d>PL", "p:w>PL"]
    found = all_teams(chain_graph(["s"], patents=rows, INVENTED=pairs(*edges)))
    assert sorted(sorted(members) for members in found["members"]) == [[f"p:{m}" for m in g] for g in groups]


def test_the_same_every_time() -> None:
    assert records(all_teams(lab())) == records(all_teams(lab()))


def test_unknown_years_are_empty() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u", "s")],
                        INVENTED=pairs("p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2"))
    assert teams(graph, "u")["years"].tolist() == [[]]


def test_who_is_unknown() -> None:
    with pytest.raises(NotFound):
        teams(lab(), "nobody")
    assert teams(lab(), "firm").empty


def test_both_engines_find_the_same_teams(stores: tuple[Store, Store]) -> None:
    one, other = (records(all_teams(read_projection(store))) for store in stores)
    assert one == other
    assert [team["member_names"] for team in one if team["home"] == "中南大学"] == [["张三", "陈四", "王二"]]
