from datetime import date

import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.teams.colleagues import close, colleagues, membership
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection


def lab(*patents: tuple[str, int]) -> Projection:
    """Patents of one university by the letters of their inventors, and the year of filing."""
    rows = [(f"P{n:02}", "i:u", "s", {"filed_on": date(year, 1, 1)}) for n, (_, year) in enumerate(patents)]
    edges = [f"p:{one}>P{n:02}" for n, (letters, _) in enumerate(patents) for one in letters]
    return chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))


def test_who_shares_a_third_of_the_work_is_close() -> None:
    found = colleagues(lab(("ab", 2010), ("ab", 2010), ("ab", 2010), ("ac", 2010), ("a", 2010)), "p:a")
    assert list(zip(found["id"], found["share"], found["patents"], strict=True)) == [("p:b", 0.75, 3)]
    assert found["years"].tolist() == [[2010, 2010]]
    assert (found["home"].tolist(), found["same_team"].tolist()) == (["i:u"], [True])


def test_closeness_is_seen_from_one_side() -> None:
    graph = lab(("ab", 2010), ("ab", 2010), ("ab", 2010), ("ac", 2010))
    assert colleagues(graph, "p:c")["id"].tolist() == ["p:a"]
    assert "p:c" not in colleagues(graph, "p:a")["id"].tolist()


def test_recent_work_counts_more() -> None:
    old = round(0.5 ** (10 / DEFAULT.team_half_life), 9)
    found = colleagues(lab(("ab", 2000), ("ac", 2010)), "p:a")
    assert found["id"].tolist() == ["p:c"]
    assert found["share"].tolist() == [pytest.approx(1 / (1 + old))]


def test_ties_go_by_id_and_what_is_left_out_does_not_count() -> None:
    graph = lab(("abc", 2010), ("ad", 2010))
    assert colleagues(graph, "p:a")["id"].tolist() == ["p:b", "p:c", "p:d"]
    holders = graph.nodes["Holder"]["id"]
    row = close(graph, DEFAULT, np.array([int(holders.searchsorted("p:a"))]), np.array([True, False]))
    assert holders.iloc[row.indices].tolist() == ["p:b", "p:c"]


def test_membership_is_the_part_of_ones_joint_work() -> None:
    graph = lab(("ab", 2010), ("ab", 2010), ("ac", 2010), ("a", 2010))
    at = graph.nodes["Holder"]["id"].searchsorted(["p:a", "p:b", "p:c"])
    assert membership(graph, DEFAULT, at, np.array([0, 1])).tolist() == [pytest.approx(2 / 3, abs=1e-8), 1.0, 0.0]


def test_who_works_alone_has_none_and_an_organisation_is_refused() -> None:
    graph = lab(("a", 2010), ("bc", 2010))
    assert colleagues(graph, "p:a").empty
    with pytest.raises(UsageError, match="no person"):
        colleagues(graph, "i:u")
    with pytest.raises(NotFound):
        colleagues(graph, "nobody")
