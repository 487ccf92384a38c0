"""What a segment is: strong, weak, missing, at risk of breaking, or a candidate choke point, with the tests shown."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.thresholds import Thresholds

__all__ = ["STATUSES", "judge"]

#: Name by code, in order of precedence: the first whose tests are met is the status.
STATUSES = {
    "choked": "卡脖子候选",
    "missing": "缺链",
    "fragile": "断链风险",
    "weak": "弱链",
    "strong": "优势",
}


@dataclass(frozen=True)
class Test:
    """One comparison of a measure with a threshold; `met` is false where the measure is unknown."""

    status: str
    measure: str
    sign: str
    threshold: float
    value: float | None

    @property
    def met(self) -> bool:
        if self.value is None or np.isnan(self.value) or np.isnan(self.threshold):
            return False
        return {
            "<": self.value < self.threshold, "=": self.value == self.threshold,
            ">": self.value > self.threshold, ">=": self.value >= self.threshold,
        }[self.sign]

    @property
    def possible(self) -> bool:
        """False where no share or count, which are never negative, could meet it."""
        return not (self.sign == "<" and (self.threshold == 0 or np.isnan(self.threshold)))

    def as_record(self) -> dict[str, Any]:
        """The test as data; a number that is not known is None."""
        value, bound = (None if x is None or np.isnan(x) else float(x) for x in (self.value, self.threshold))
        return {"status": self.status, "measure": self.measure, "sign": self.sign, "threshold": bound, "value": value,
                "met": self.met}


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
    median = board.groupby(board["stage"].fillna(""))["local_share"].transform("median")
    judged = [judge_one(row, bound, thresholds)
              for row, bound in zip(board.to_dict("records"), median, strict=True)]
    return pd.DataFrame(judged, columns=["status", "status_code", "status_also", "status_basis"], index=board.index)


def judge_one(
    row: dict[Hashable, Any], median: float, t: Thresholds,
) -> tuple[str, str, list[str], list[dict[str, Any]]]:
    """The status of one segment, its code, what else is met, and the tests."""

    def test(status: str, measure: str, sign: str, threshold: float) -> Test:
        return Test(status, measure, sign, threshold, float(row[measure]))

    choked = [test("choked", name, ">=", bound) for name, bound in (
        ("patents", t.evidence), ("value", t.value), ("gap", t.gap), ("monopoly", t.monopoly))]
    choked.append(test("choked", "hardness", ">", t.hardness))
    missing = [test("missing", name, "=", 0) for name in ("local_actors", "local_good", "local_enterprises")]
    cut = test("fragile", "cut", "=", 1)
    fragile = [test("fragile", "hhi", ">", t.concentrated), test("fragile", "foreign", ">", t.foreign)]
    weak = [test("weak", name, "<", bound) for name, bound in (
        ("rta", t.advantage), ("local_share", median), ("local_patents", t.proof))]
    met = {
        "choked": all(x.met for x in choked),
        "missing": all(x.met for x in missing),
        "fragile": cut.met and any(x.met for x in fragile),
        "weak": any(x.met for x in weak),
    }
    codes = [code for code in STATUSES if met.get(code)] or ["strong"]
    tests = [x.as_record() for x in (*choked, *missing, cut, *fragile, *weak) if x.possible]
    return STATUSES[codes[0]], codes[0], codes[1:], tests
