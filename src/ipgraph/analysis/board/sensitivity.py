"""How much a status hangs on our thresholds: each moved by a fifth, one at a time, and the status told again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from ipgraph.analysis.board.status import stage_medians, status_codes
from ipgraph.analysis.thresholds import Thresholds

__all__ = ["MOVED", "sensitivity", "steady"]

#: Thresholds of the statuses. The median of the stage is none: it is where the others stand.
MOVED = ("advantage", "concentrated", "foreign", "value", "gap", "monopoly", "hardness", "proof", "evidence")
STEP = 0.2


def sensitivity(board: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """One row a row of the board and threshold: row, threshold, at, low, high, status_low, status_high.

    low and high are the threshold ∓ 20 %; one that is 0 moves by 0.2 of its unit. The status codes are those that
    the row would have with only that threshold moved: the figures stay as they are, the comparisons move.
    """
    found, medians = [], stage_medians(board)
    for name in MOVED:
        at = float(getattr(thresholds, name))
        ends = (at - STEP * (abs(at) or 1), at + STEP * (abs(at) or 1))
        low, high = (status_codes(board, medians, moved_to(thresholds, name, end)) for end in ends)
        found.append(pd.DataFrame({
            "row": board.index, "threshold": name, "at": at, "low": round(ends[0], 12), "high": round(ends[1], 12),
            "status_low": low, "status_high": high,
        }))
    return pd.concat(found, ignore_index=True).sort_values(["row", "threshold"], kind="stable", ignore_index=True)


def moved_to(thresholds: Thresholds, name: str, value: float) -> Thresholds:
    change: dict[str, Any] = {name: value}
    return replace(thresholds, **change)


def steady(board: pd.DataFrame, status: pd.Series[str], thresholds: Thresholds) -> pd.Series[bool]:
    """True for a row of the board whose status is the same whichever threshold moves."""
    moved = sensitivity(board, thresholds)
    own = moved["row"].map(status)
    same = (moved["status_low"] == own) & (moved["status_high"] == own)
    return same.groupby(moved["row"]).all().reindex(board.index)
