import pandas as pd
from analysis.board.test_status import CHOKED, MISSING, STRONG
from analysis.graphs import chain_graph

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.sensitivity import MOVED, sensitivity, steady
from ipgraph.analysis.board.status import judge
from ipgraph.analysis.thresholds import DEFAULT


def moved(**changes: object) -> dict[tuple[str, str], str]:
    """The moves that change the status of a row, and what it would be."""
    board = pd.DataFrame([{**STRONG, **changes}])
    own = judge(board, DEFAULT)["status_code"].iat[0]
    found = sensitivity(board, DEFAULT).to_dict("records")
    return {(row["threshold"], end): row[f"status_{end}"] for row in found for end in ("low", "high")
            if row[f"status_{end}"] != own}


def test_every_threshold_moves_by_a_fifth_and_zero_by_a_fifth_of_its_unit() -> None:
    found = sensitivity(pd.DataFrame([STRONG]), DEFAULT).set_index("threshold")
    assert set(found.index) == set(MOVED)
    assert found.loc["gap", ["at", "low", "high"]].tolist() == [.5, .4, .6]
    assert found.loc["hardness", ["at", "low", "high"]].tolist() == [0, -.2, .2]


def test_what_lies_near_a_threshold_is_not_steady() -> None:
    assert moved(rta=1.1) == {("advantage", "high"): "weak"}
    assert moved(rta=1.3) == {}


def test_a_choke_point_that_hangs_on_one_number() -> None:
    assert moved(**{**CHOKED, "gap": .55}) == {("gap", "high"): "strong"}
    assert moved(**{**CHOKED, "gap": .45}) == {("gap", "low"): "choked"}


def test_the_board_says_which_rows_are_steady() -> None:
    board = pd.DataFrame([{**STRONG, "stage": str(n), **changes} for n, changes in enumerate(
        [MISSING, {"rta": .1}, {"rta": 1.1}])])
    assert steady(board, judge(board, DEFAULT)["status_code"], DEFAULT).tolist() == [True, True, False]


def test_an_empty_board() -> None:
    assert gap_board(chain_graph([]), "c")["steady"].tolist() == []
