from datetime import date

import numpy as np
import pandas as pd
import pytest
from analysis.graphs import chain_graph

from ipgraph.analysis.quality.quality import (
    bands,
    coverage,
    grade,
    graded,
    patent_quality,
    quality,
    quality_basis,
    weighed,
)
from ipgraph.analysis.quality.quality_tree import INDICATORS, SCENARIOS, shares
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import UsageError

UNKNOWN = {"patent_type": None, "status": None}


def test_what_is_missing_does_not_count() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {**UNKNOWN, "claims": 5}), ("P2", "e:a", "s", {**UNKNOWN, "claims": 9}),
        ("P3", "e:a", "s", UNKNOWN), ("P4", "e:a", "s", {"status": "ended"}),
    ])
    found = quality(graph)
    assert found["weight"].tolist() == pytest.approx([.25, .75, .5, (.6 + .2) / 2])
    assert found.loc[2, list(INDICATORS)].isna().all()
    assert {name: share for name, share in coverage(graph).items() if share} == {
        "level": .25, "force": .25, "claims": .5}


def test_every_weight_is_above_zero_and_at_most_one() -> None:
    kinds = [{"patent_type": k, "status": s} for k in ("invention", "utility", "design", None)
             for s in ("active", "pending", "ended", None)]
    graph = chain_graph(["s"], [], [(f"P{n}", "e:a", "s", kind) for n, kind in enumerate(kinds)])
    weights = quality(graph)["weight"]
    assert ((weights > 0) & (weights <= 1)).all()


def test_graded_is_what_rests_on_more_than_the_type() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"status": None}), ("P2", "e:a", "s", {"status": "ended"}), ("P3", "e:a", "s", UNKNOWN),
        ("P4", "e:a", "s", {**UNKNOWN, "granted_on": date(2020, 1, 1)}), ("P5", "e:a", "s", {"status": "pending"}),
        ("P6", "e:a", "s", {**UNKNOWN, "claims": 3}), ("US1234567B1", "e:a", "s", {"status": None}),
    ])
    assert graded(graph).tolist() == [False, True, False, True, True, False, True]
    assert graded(graph, Thresholds(indicators=1)).tolist() == [True, True, False, True, True, True, True]


def test_settings_are_obeyed() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", UNKNOWN)])
    assert quality(graph, Thresholds(neutral=.9))["weight"].tolist() == [.9]
    assert quality(graph)["weight"].tolist() == [.5]


def test_no_patents() -> None:
    graph = chain_graph(["s"])
    assert quality(graph).empty
    assert coverage(graph)["level"] is None
    assert quality_basis(graph)["graded"] is None


def test_the_weight_is_that_of_the_branches_and_their_indicators() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", {"status": "ended", "claims": 5, "family_size": 3})])
    known = {"level": .6, "force": .2, "claims": .5, "family": .5}
    weigh = shares("general")
    assert weigh["level"] == pytest.approx(.4 * .3)
    assert weigh["family"] == pytest.approx(.25 * .4)
    expected = sum(weigh[name] * value for name, value in known.items()) / sum(weigh[name] for name in known)
    assert quality(graph)["weight"].tolist() == pytest.approx([expected])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_weights_of_every_scenario_add_up_to_one(scenario: str) -> None:
    assert sum(shares(scenario).values()) == pytest.approx(1)
    assert min(shares(scenario).values()) > 0


def test_what_the_patent_is_judged_for_moves_its_weight() -> None:
    record = {"status": "active", "granted_on": date(2010, 1, 1), "filed_on": date(2008, 1, 1), "cited_by": 3}
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", record), ("P2", "e:a", "s", {**record, "cited_by": 9}),
    ])
    one, other = (quality(graph, Thresholds(scenario=name))["weight"] for name in ("pledge", "equity"))
    assert one[0] > other[0]
    with pytest.raises(UsageError, match="no scenario called barter"):
        quality(graph, Thresholds(scenario="barter"))


def test_grades_leave_no_hole() -> None:
    weights = pd.Series(range(1001)) / 1000
    grades = grade(weights)
    assert grades.notna().all()
    assert grades[::-1].is_monotonic_increasing
    lows = {band["grade"]: band["low"] for band in bands()}
    assert weights.groupby(grades).min().to_dict() == lows
    assert grade(pd.Series([.5]), Thresholds(good=.5)).tolist() == ["B"]


def test_the_tree_of_a_patent_shows_what_is_missing() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", {"status": "ended"}), ("P2", "e:a", "s", UNKNOWN)])
    told = patent_quality(graph, 0)
    assert (told["weight"], told["grade"], told["graded"]) == (.4, "C", True)
    assert [branch["value"] for branch in told["branches"]] == [.4, None, None]
    leaves = {leaf["indicator"]: leaf for branch in told["branches"] for leaf in branch["indicators"]}
    assert list(leaves) == list(INDICATORS)
    assert {name: leaf["value"] for name, leaf in leaves.items() if leaf["value"] is not None} == {
        "level": .6, "force": .2}
    assert sum(leaf["weight"] for leaf in leaves.values()) == pytest.approx(1)
    assert (patent_quality(graph, 1)["weight"], patent_quality(graph, 1)["grade"]) == (.5, None)


def test_an_answer_says_what_quality_rests_on() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", {"status": "ended"}), ("P2", "e:a", "s", UNKNOWN)])
    told = quality_basis(graph)
    assert (told["graded"], told["patents"], told["scenario_zh"]) == (.5, 2, "通用")
    assert {w["indicator"]: w["known"] for w in told["weights"] if w["known"]} == {"level": .5, "force": .5}
    assert quality_basis(graph, patents=np.array([0]))["graded"] == 1


def test_weights_alone_are_those_beside_the_indicators() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", {"claims": 3}), ("P2", "e:a", "s", {"status": None}),
                                    ("P3", "e:a", "s", {"patent_type": None, "status": None})])
    found, frame = weighed(graph), quality(graph)
    weigh = shares("general")
    for at, row in enumerate(frame.drop(columns="weight").to_dict("records")):
        known = {name: value for name, value in row.items() if not np.isnan(value)}
        assert {name for name in row if found.has(name)[at]} == set(known)
        whole = sum(weigh[name] for name in known)
        assert found.weight[at] == pytest.approx(sum(weigh[name] * known[name] for name in known) / whole
                                                 if known else Thresholds().neutral)
