from datetime import date

import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.teams.coinvention import chosen_scale, communities, home, steadiness, ties
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection


def invented(*patents: tuple[str, int], holder: str = "i:u") -> Projection:
    """Patents of one university by the letters of their inventors, and the year of filing."""
    rows = [(f"P{n:02}", holder, "s", {"filed_on": date(year, 1, 1)}) for n, (_, year) in enumerate(patents)]
    edges = [f"p:{one}>P{n:02}" for n, (letters, _) in enumerate(patents) for one in letters]
    return chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))


def named(graph: Projection, found: np.ndarray) -> list[str]:
    return [str(name) for name in graph.nodes["Holder"]["name"].iloc[found]]


def groups(graph: Projection, scale: float = 300.0) -> list[str]:
    label = communities(graph, ties(graph, DEFAULT), scale, DEFAULT.seed)
    return sorted("".join(named(graph, np.flatnonzero(label == n))) for n in range(label.max() + 1))


def test_a_patent_shares_out_one_to_each_of_its_inventors() -> None:
    graph = invented(("abc", 2020), ("ab", 2020))
    found = ties(graph, DEFAULT)
    told = dict(zip(zip(named(graph, found.one), named(graph, found.other), strict=True), found.weight, strict=True))
    assert told == {("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5}


def test_a_patent_of_a_half_life_ago_ties_half_as_much() -> None:
    found = ties(invented(("ab", 2020), ("cd", 2015), ("ef", 2010)), Thresholds(team_half_life=5.0))
    assert found.weight.tolist() == [1.0, 0.5, 0.25]


def test_a_patent_left_out_ties_nobody() -> None:
    graph = invented(("ab", 2020), ("cd", 2020))
    found = ties(graph, DEFAULT, np.array([True, False]))
    assert (named(graph, found.one), named(graph, found.other)) == (["a"], ["b"])


def test_two_groups_with_a_thin_link_stay_two_at_every_scale() -> None:
    every = [(one + two, 2020) for group in ("abcd", "wxyz") for one in group for two in group if one < two]
    for scale in DEFAULT.team_scales:
        assert groups(invented(*every, ("dw", 2020)), scale) == ["abcd", "wxyz"]


def test_a_professor_with_many_students_is_one_group() -> None:
    assert groups(invented(*[("a" + student, 2020) for student in "bcdefghijklmn"])) == ["abcdefghijklmn"]


def test_groups_reach_across_organisations() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u+e:f", "s"), ("P2", "i:u+e:f", "s"), ("P3", "i:u", "s"),
                                        ("P4", "e:f", "s")],
                        INVENTED=pairs("p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2", "p:a>P3", "p:b>P4"))
    names = graph.nodes["Holder"]["id"]
    homes = dict(zip(names, home(graph), strict=True))
    assert [names[homes[person]] for person in ("p:a", "p:b")] == ["i:u", "e:f"]
    assert groups(graph) == ["ab"]


def test_what_is_loaded_besides_changes_nothing() -> None:
    mine = [("abc", 2019), ("abd", 2018), ("cd", 2020), ("ef", 2011), ("eg", 2012), ("dg", 2013)]
    alone = invented(*mine)
    rows = [(f"P{n:02}", "i:u", "s", {"filed_on": date(year, 1, 1)}) for n, (_, year) in enumerate(mine)]
    rows += [(f"Q{n:02}", "i:v", "s", {"filed_on": date(2023, 1, 1)}) for n in range(40)]
    edges = [f"p:{one}>P{n:02}" for n, (letters, _) in enumerate(mine) for one in letters]
    edges += [f"p:{one}{n % 7}>Q{n:02}" for n in range(40) for one in "XYZ"]
    both = chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))
    assert [group for group in groups(both) if group[0].islower()] == groups(alone)


def test_a_person_is_of_the_organisation_that_holds_most_of_their_patents() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u+e:f", "s"), ("P3", "e:f+e:g", "s")],
                        INVENTED=pairs("p:a>P1", "p:a>P2", "p:b>P3"))
    names = graph.nodes["Holder"]["id"]
    homes = dict(zip(names, home(graph), strict=True))
    assert names[homes["p:a"]] == "i:u"
    assert names[homes["p:b"]] == "e:f"
    assert homes["i:u"] == -1


def test_steadiness_is_high_for_groups_apart_and_none_where_all_are_together() -> None:
    cliques = [(one + two, 2020) for group in ("abcde", "vwxyz") for one in group for two in group if one < two]
    crossing = [(one + two, 2020) for one, two in zip("abcde", "vwxyz", strict=True)]
    apart = steadiness(invented(*cliques * 2, *crossing), DEFAULT, 300.0)
    assert 0.5 < apart <= 1
    assert steadiness(invented(*[("ab", 2020)] * 10), DEFAULT, 300.0) == 0.0


def test_the_scale_is_the_first_where_nobody_is_tied_to_many() -> None:
    assert chosen_scale(invented(("ab", 2020)), DEFAULT) == DEFAULT.team_scales[0]


def test_the_scale_is_the_steadiest() -> None:
    letters = [chr(0x4E00 + n) for n in range(60)]
    patents = [(letters[n] + letters[(n + step) % 60], 2020) for n in range(60) for step in (1, 2, 3)]
    graph = invented(*patents)
    told = {scale: round(steadiness(graph, DEFAULT, scale), 6) for scale in DEFAULT.team_scales}
    assert len(set(told.values())) > 1
    assert told[chosen_scale(graph, DEFAULT)] == pytest.approx(max(told.values()))
