import pandas as pd
import pytest

from ipgraph.analysis.board.status import STATUSES, judge
from ipgraph.analysis.thresholds import DEFAULT, Thresholds

#: Strong in every respect; each test changes what it is about.
STRONG = {
    "stage": "midstream", "value": .4, "gap": .0, "monopoly": .0, "hardness": -1.0, "local_actors": 2, "local_good": 5,
    "local_enterprises": 1, "cut": False, "hhi": .1, "foreign": .1, "rta": 1.2, "local_share": .5, "local_patents": 9,
    "patents": 20,
}
CHOKED = {"value": .7, "gap": .9, "monopoly": .5, "hardness": .8}
MISSING = {
    "local_actors": 0, "local_good": 0, "local_enterprises": 0, "rta": 0.0, "local_share": .0, "local_patents": 0,
}


def status(**changes: object) -> tuple[str, list[str]]:
    row = judge(pd.DataFrame([{**STRONG, **changes}]), DEFAULT).iloc[0]
    assert row["status"] == STATUSES[row["status_code"]]
    return row["status_code"], row["status_also"]


@pytest.mark.parametrize(("changes", "code"), [
    ({}, "strong"),
    ({"rta": .99}, "weak"), ({"local_patents": 2}, "weak"),
    ({"cut": True, "hhi": .41}, "fragile"), ({"cut": True, "foreign": .51}, "fragile"),
    ({"cut": True, "hhi": .4, "foreign": .5}, "strong"), ({"cut": False, "hhi": 1.0}, "strong"),
    (MISSING, "missing"), ({**MISSING, "local_good": float("nan")}, "weak"),
    ({**MISSING, "local_good": 1}, "weak"), ({**MISSING, "local_enterprises": 1}, "weak"),
    (CHOKED, "choked"), ({**CHOKED, "gap": .49}, "strong"), ({**CHOKED, "hardness": 0.0}, "strong"),
    ({**CHOKED, "hardness": float("nan")}, "strong"), ({**CHOKED, "patents": 4}, "strong"),
    ({**CHOKED, "value": float("nan")}, "strong"),
])
def test_each_status(changes: dict[str, object], code: str) -> None:
    assert status(**changes)[0] == code


def test_the_gravest_comes_first_and_the_others_are_told() -> None:
    everything = {**CHOKED, **MISSING, "cut": True, "hhi": .9}
    assert status(**everything) == ("choked", ["missing", "fragile", "weak"])
    assert status(**{**MISSING, "cut": True, "hhi": .9}) == ("missing", ["fragile", "weak"])


def test_a_share_below_the_median_of_its_stage_is_weak() -> None:
    rows = [{**STRONG, "local_share": share, "stage": stage}
            for share, stage in ((.2, "upstream"), (.5, "midstream"), (.6, "midstream"), (.9, "midstream"))]
    assert judge(pd.DataFrame(rows), DEFAULT)["status_code"].tolist() == ["strong", "weak", "strong", "strong"]


def test_a_median_that_nothing_can_be_below_is_no_test() -> None:
    basis = judge(pd.DataFrame([{**STRONG, "local_share": 0.0}]), DEFAULT)["status_basis"].iloc[0]
    assert "local_share" not in {test["measure"] for test in basis}
    basis = judge(pd.DataFrame([STRONG]), DEFAULT)["status_basis"].iloc[0]
    assert "local_share" in {test["measure"] for test in basis}


def test_the_tests_are_shown_with_their_numbers() -> None:
    basis = judge(pd.DataFrame([{**STRONG, "rta": .5, "gap": float("nan")}]), DEFAULT)["status_basis"].iloc[0]
    by_measure = {test["measure"]: test for test in basis}
    assert by_measure["rta"] == {
        "status": "weak", "measure": "rta", "sign": "<", "threshold": 1.0, "value": .5, "met": True,
    }
    assert (by_measure["gap"]["value"], by_measure["gap"]["met"]) == (None, False)


def test_thresholds_are_obeyed() -> None:
    board = pd.DataFrame([{**STRONG, "cut": True, "hhi": .3}])
    assert judge(board, Thresholds(concentrated=.25))["status_code"].tolist() == ["fragile"]


def test_an_empty_board() -> None:
    assert judge(pd.DataFrame(columns=list(STRONG)), DEFAULT).empty
