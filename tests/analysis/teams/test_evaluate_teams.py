from datetime import date

import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.records import plain
from ipgraph.analysis.teams.evaluate_teams import ENOUGH, evaluate_teams, interval
from ipgraph.projection import Projection


def labs(count: int) -> Projection:
    """So many pairs of one university that file every year from 2000 to 2012."""
    rows, edges = [], []
    for team in range(count):
        for year in range(2000, 2013):
            rows.append((f"P{team:03}{year}", "i:u", "s", {"filed_on": date(year, 1, 1)}))
            edges += [f"p:{team:03}{one}>P{team:03}{year}" for one in "ab"]
    return chain_graph(["s"], patents=rows, INVENTED=pairs(*edges))


def test_pairs_that_go_on_are_found_again_and_beat_their_home() -> None:
    found = evaluate_teams(labs(20))
    assert (found["windows"]["too_few"], found["windows"]["cases"]) == (True, 40)
    told = found["cohesion"]
    assert (told["cases"], told["cuts"]) == (60, [2005, 2007, 2009])
    assert (told["teams"]["rate"], told["home"]["rate"]) == (1.0, pytest.approx(1 / 39, abs=1e-6))
    assert told["home"]["difference_ci"][0] > 0.9
    assert told["coinventors"]["difference_ci"] == [0.0, 0.0]
    assert found["left_out"]["teams"]["f1"] == 1.0
    assert found == evaluate_teams(labs(20))


def test_few_cases_are_told_and_no_figures() -> None:
    found = plain(evaluate_teams(labs(1)))
    assert all(found[name]["too_few"] and set(found[name]) <= {"cases", "too_few", "cuts"}
               for name in ("windows", "cohesion", "left_out"))
    empty = evaluate_teams(chain_graph(["s"], patents=[("P1", "i:u", "s")]))
    assert [empty[name]["cases"] for name in ("windows", "cohesion", "left_out")] == [0, 0, 0]


def test_an_interval_holds_the_mean_and_narrows_with_cases() -> None:
    few, many = (interval(np.tile([0.0, 1.0], n), 1) for n in (ENOUGH // 2, 50 * ENOUGH))
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
