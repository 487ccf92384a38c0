from datetime import date

import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs
from scipy import sparse

from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.teams.team_groups import GUESSES, after_cut, guesses, rate, same
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.projection import Projection


def lab(*patents: tuple[str, int]) -> Projection:
    """Patents of one university by the letters of their inventors, and the year of filing."""
    rows = [(f"P{n:02}", "i:u", "s", {"filed_on": date(year, 1, 1)}) for n, (_, year) in enumerate(patents)]
    edges = [f"p:{one}>P{n:02}" for n, (letters, _) in enumerate(patents) for one in letters]
    return chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))


def test_the_rate_counts_pairs_of_the_active_alone() -> None:
    groups = sparse.csr_array(np.array([[1.0, 1, 1, 1], [0, 0, 1, 1], [1, 1, 0, 0]]))
    later = sparse.csr_array(np.array([[0.0, 1, 1, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]))
    found = rate(groups, later, np.array([True, True, True, False]))
    assert found[[0, 2]].tolist() == pytest.approx([2 / 3, 1.0])
    assert np.isnan(found[1])


def test_who_has_the_same_label() -> None:
    label = np.array([5, 7, 5, 7, 5])
    found = same(label, np.array([1, 0]), np.array([True, True, True, True, False]))
    assert found.toarray().tolist() == [[0, 1, 0, 1, 0], [1, 0, 1, 0, 0]]


def test_a_team_that_goes_on_beats_its_home() -> None:
    graph = lab(("ab", 2010), ("ab", 2011), ("xy", 2010), ("xy", 2011), ("ab", 2012), ("xy", 2013))
    found = after_cut(graph, DEFAULT, 30.0, filing_year(graph).to_numpy(dtype=float), 2012)
    assert found.tolist() == [pytest.approx([1.0, 2 / 6, 1.0, 1.0])] * 2


def test_what_is_filed_too_late_does_not_count() -> None:
    graph = lab(("ab", 2010), ("ab", 2011), ("ab", 2014))
    assert not len(after_cut(graph, DEFAULT, 30.0, filing_year(graph).to_numpy(dtype=float), 2012))


def test_a_patent_left_out_is_told_by_those_that_stay() -> None:
    graph = lab(("abc", 2010), ("abc", 2011), ("xy", 2010), ("xy", 2011), ("ab", 2012))
    fold = np.array([1, 1, 1, 1, 0])
    (found,) = guesses(graph, DEFAULT, 30.0, fold, 0)
    assert found[0].tolist() == pytest.approx([1 / 2, 1.0, 2 / 3])
    assert found[GUESSES.index("close")].tolist() == pytest.approx([1 / 2, 1.0, 2 / 3])
    assert found[GUESSES.index("home")].tolist() == pytest.approx([1 / 4, 1.0, 2 / 5])


def test_close_colleagues_leave_out_who_came_once() -> None:
    graph = lab(*[("ab", 2010)] * 4, ("ac", 2010), ("ab", 2012))
    (found,) = guesses(graph, DEFAULT, 30.0, np.array([1, 1, 1, 1, 1, 0]), 0)
    assert found[GUESSES.index("close")].tolist() == [1.0, 1.0, 1.0]
    assert found[GUESSES.index("coinventors")].tolist() == pytest.approx([1 / 2, 1.0, 2 / 3])
