"""What a segment is: strong, weak, missing, at risk of breaking, or a candidate choke point, with the tests shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.thresholds import Thresholds

__all__ = ["STATUSES", "judge", "stage_medians", "status_codes"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: Name by code, in order of precedence: the first whose tests are met is the status.
STATUSES = {
    "choked": "卡脖子候选",
    "missing": "缺链",
    "fragile": "断链风险",
    "weak": "弱链",
    "strong": "优势",
}


@dataclass(frozen=True, eq=False)
class Test:
    """One comparison of a measure with a threshold, on every row of a board; an unknown number meets nothing."""

    status: str
    measure: str
    sign: str
    threshold: Floats
    value: Floats

    @cached_property
    def met(self) -> Flags:
        compare = {"<": np.less, "=": np.equal, ">": np.greater, ">=": np.greater_equal}[self.sign]
        return np.asarray(compare(self.value, self.threshold)) & ~np.isnan(self.value) & ~np.isnan(self.threshold)

    def records(self) -> list[dict[str, Any] | None]:
        """The test as data, a number that is not known being None; None for a row where no share or count, which are
        never negative, could meet it."""
        idle = (self.sign == "<") & ((self.threshold == 0) | np.isnan(self.threshold))
        told = zip(idle.tolist(), known(self.threshold), known(self.value), self.met.tolist(), strict=True)
        return [None if nothing else {"status": self.status, "measure": self.measure, "sign": self.sign,
                                      "threshold": bound, "value": value, "met": met}
                for nothing, bound, value, met in told]


def judge(board: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Status of each row of a board: status, status_code, status_also, status_basis.

    choked: value, gap, monopoly and hardness all reach their thresholds, with enough patents to tell. missing: no
    holder of the place with an advantage of its own, no good patent that has not ended, and no organisation working
    there. fragile: every path passes here, and the HHI or the foreign share is above its threshold. weak: the
    advantage of the place below 1, its share of the quality-weighted patents below the median of the stage, or too
    few patents to tell. strong: none of these. `status_also` lists the codes met after the first; `status_basis`
    every test as {status, measure, sign, threshold, value, met}, but for the median where it is 0 or unknown: nothing
    is below that.
    """
    tests = tested(board, stage_medians(board), thresholds)
    held = verdicts(tests)
    codes = [[code for code, met in zip(held, row, strict=True) if met] or ["strong"]
             for row in zip(*(met.tolist() for met in held.values()), strict=True)]
    basis = [[one for one in row if one] for row in zip(*(test.records() for test in tests), strict=True)]
    judged = [(STATUSES[met[0]], met[0], met[1:], shown) for met, shown in zip(codes, basis, strict=True)]
    return pd.DataFrame(judged, columns=["status", "status_code", "status_also", "status_basis"], index=board.index)


def status_codes(board: pd.DataFrame, medians: Floats, thresholds: Thresholds) -> np.ndarray:
    """The code alone of each row, with the medians of `stage_medians`."""
    held = verdicts(tested(board, medians, thresholds))
    return np.select(list(held.values()), list(held), "strong").astype(object)


def stage_medians(board: pd.DataFrame) -> Floats:
    """Median over each row's stage of the place's share of the quality-weighted patents."""
    median: Floats = board.groupby(board["stage"].fillna(""))["local_share"].transform("median").to_numpy(dtype=float)
    return median


def tested(board: pd.DataFrame, medians: Floats, t: Thresholds) -> list[Test]:
    """Every test on every row."""

    def test(status: str, measure: str, sign: str, threshold: float | Floats) -> Test:
        bound = np.broadcast_to(np.asarray(threshold, dtype=float), len(board))
        return Test(status, measure, sign, bound, board[measure].to_numpy(dtype=float, na_value=np.nan))

    return [
        test("choked", "patents", ">=", t.evidence), test("choked", "value", ">=", t.value),
        test("choked", "gap", ">=", t.gap), test("choked", "monopoly", ">=", t.monopoly),
        test("choked", "hardness", ">", t.hardness),
        test("missing", "local_actors", "=", 0), test("missing", "local_good", "=", 0),
        test("missing", "local_enterprises", "=", 0),
        test("fragile", "cut", "=", 1), test("fragile", "hhi", ">", t.concentrated),
        test("fragile", "foreign", ">", t.foreign),
        test("weak", "rta", "<", t.advantage), test("weak", "local_share", "<", medians),
        test("weak", "local_patents", "<", t.proof),
    ]


def verdicts(tests: list[Test]) -> dict[str, Flags]:
    """Which rows meet each status, in order of precedence."""

    def met(status: str) -> list[Flags]:
        return [test.met for test in tests if test.status == status]

    cut, *fragile = met("fragile")
    return {
        "choked": np.logical_and.reduce(met("choked")), "missing": np.logical_and.reduce(met("missing")),
        "fragile": cut & np.logical_or.reduce(fragile), "weak": np.logical_or.reduce(met("weak")),
    }


def known(values: Floats) -> list[float | None]:
    """Numbers with None for NaN."""
    return [None if value != value else value for value in values.tolist()]
