from datetime import date

import pytest
from analysis.graphs import graph_of, pairs

from ipgraph.analysis.quality.quality import quality
from ipgraph.analysis.teams.team_view import team_view
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.errors import NotFound
from ipgraph.projection import Projection

TEAM = "i:u#p:a"


def lab() -> Projection:
    """A team of a university; P2 is held with a firm, P3 was licensed to one, and P4 pledged to a bank."""
    numbers = range(1, 7)
    holders = ("i:u", "e:firm", "e:maker", "e:bank", "p:a", "p:b", "p:c")
    return graph_of(
        {"Holder": [{"id": id} for id in holders], "Segment": [{"id": "s"}], "TechClass": [{"id": "H01M4/52"}],
         "Patent": [{"id": f"P{n}", "filed_on": date(2010 + n, 1, 1)} for n in numbers],
         "Deal": [{"id": "D1", "mode": "licence"}, {"id": "D2", "mode": "pledge"}]},
        {"FILED": pairs(*(f"i:u>P{n}" for n in numbers), "e:firm>P2"),
         "INVENTED": pairs(*(f"p:{one}>P{n}" for n in numbers for one in ("ab" if n < 6 else "ac"))),
         "SERVES": pairs(*(f"P{n}>s" for n in numbers), score=0.5),
         "CLASSIFIED_AS": pairs("P1>H01M4/52", "P2>H01M4/52", main=True),
         "CONCERNS": pairs("D1>P3", "D2>P4"), "RECEIVES": pairs("e:maker>D1", "e:bank>D2")})


def test_members_have_a_role_a_part_and_years() -> None:
    people = team_view(lab(), TEAM)["people"]
    assert [(one["id"], one["role"], one["patents"], one["years"]) for one in people] == [
        ("p:a", "core", 6, [2011, 2016]), ("p:b", "core", 5, [2011, 2015]), ("p:c", "fringe", 1, [2016, 2016])]
    assert sum(one["share"] for one in people) == pytest.approx(1, abs=1e-8)


def test_partners_are_who_holds_or_received_a_patent_and_no_bank() -> None:
    graph = lab()
    assert team_view(graph, TEAM)["industry"] == [
        {"id": "e:firm", "name": "firm", "held": 1, "deals": 0, "patents": ["P2"]},
        {"id": "e:maker", "name": "maker", "held": 0, "deals": 1, "patents": ["P3"]}]
    assert all_teams(graph)["partners"].tolist() == [["e:firm", "e:maker"]]


def test_topics_segments_and_works() -> None:
    graph = lab()
    view, worth = team_view(graph, TEAM), quality(graph)["weight"].sum()
    assert [(one["id"], one["patents"], one["main"]) for one in view["topics"]] == [("H01M4/52", 2, 2)]
    assert [(one["id"], one["patents"]) for one in view["served"]] == [("s", 6)]
    assert view["served"][0]["weighted"] == pytest.approx(0.5 * worth)
    assert view["works"][0]["id"] == "P3", "a licensed patent is the best"
    assert sorted((one["id"], one["year"], one["members"]) for one in view["works"]) == [
        (f"P{n}", 2010 + n, 2) for n in range(1, 7)]


def test_a_team_is_found_by_id_or_name_and_else_suggested() -> None:
    graph = lab()
    assert team_view(graph, "u · a")["id"] == TEAM
    with pytest.raises(NotFound, match="did you mean u · a"):
        team_view(graph, "u · b")
