from datetime import date

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.records import records
from ipgraph.analysis.teams.teams import COLUMNS, all_teams, teams
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection, read_projection
from ipgraph.store import Store


def lab() -> Projection:
    """Two groups of one university: a b c (three patents) and x y (two); a guest from a firm, and a loner."""
    years = {"P1": 2010, "P2": 2012, "P3": 2015, "Q1": 2020, "Q2": 2021, "R1": 2018, "R2": 2019}
    patents = [(p, "i:u" if p != "R2" else "e:firm", "s", {"filed_on": date(year, 1, 1)}) for p, year in years.items()]
    return chain_graph(["s"], patents=patents, INVENTED=pairs(
        "p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2", "p:c>P2", "p:a>P3", "p:c>P3", "p:x>Q1", "p:y>Q1", "p:x>Q2", "p:y>Q2",
        "p:loner>R1", "p:loner>P9", "p:guest>R2", "p:guest>P3",
    ), CLASSIFIED_AS=pairs("P1>H01M4/52", "P2>H01M4/52", "P3>G06F1/00", main=True))


def test_groups_that_invent_together_are_teams() -> None:
    found = teams(lab(), "u")
    assert tuple(found.columns) == COLUMNS
    assert found["members"].tolist() == [["p:a", "p:b", "p:c", "p:guest"], ["p:x", "p:y"]]
    assert found["patents"].tolist() == [3, 2]
    assert found["years"].tolist() == [[2010, 2015], [2020, 2021]]


def test_the_leader_has_most_fractional_patents_and_ties_go_by_id() -> None:
    found = teams(lab(), "u")
    assert found["id"].tolist() == ["i:u#p:a", "i:u#p:x"]
    assert found["leader_name"].tolist() == ["a", "x"]
    assert found["member_patents"].tolist() == [[3, 2, 2, 1], [2, 2]]


def test_what_a_team_works_on() -> None:
    row = teams(lab(), "u").iloc[0]
    assert row["segments"] == ["s"]
    assert row["classes"] == ["H01M4/52", "G06F1/00"]


def test_loners_and_single_patents_are_no_teams() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u", "s"), ("P3", "i:v", "s")],
                        INVENTED=pairs("p:a>P1", "p:a>P2", "p:b>P3", "p:c>P3"))
    assert all_teams(graph).empty
    assert all_teams(graph, Thresholds(team_patents=1))["id"].tolist() == ["i:v#p:b"]


def across() -> Projection:
    """a and b of a university with c of a firm, all three together and in pairs; d invents for the firm alone."""
    rows = [("P1", "i:u+e:f", "s"), ("P2", "i:u", "s"), ("P3", "i:u", "s"), ("P4", "e:f", "s"), ("P5", "e:f", "s")]
    return chain_graph(["s"], patents=rows, INVENTED=pairs(
        "p:a>P1", "p:b>P1", "p:c>P1", "p:a>P2", "p:b>P2", "p:c>P2", "p:a>P3", "p:b>P3", "p:c>P3", "p:c>P4",
        "p:c>P5", "p:d>P5"))


def test_a_team_of_two_organisations_is_at_home_in_both() -> None:
    (team,) = records(teams(across(), "u"))
    assert (team["leader"], team["homes"]) == ("p:c", ["e:f", "i:u"])
    assert records(teams(across(), "f")) == [team]
    assert team["partners"] == []


def test_a_team_is_found_by_a_member_and_by_its_id() -> None:
    (team,) = records(teams(across(), "u"))
    assert records(teams(across(), "b")) == records(teams(across(), team["id"])) == [team]


def test_core_members_have_two_patents_and_a_quarter_of_the_leaders() -> None:
    rows = [(f"P{n}", "i:u", "s") for n in range(12)]
    edges = [f"p:{one}>P{n}" for n in range(12) for one in "a" + "b" * (n < 6) + "c" * (n > 8) + "d" * (n in (5, 6))]
    (team,) = records(all_teams(chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))))
    told = dict(zip((name for name in team["member_names"]), team["roles"], strict=True))
    assert told == {"a": "core", "b": "core", "c": "core", "d": "fringe"}


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
