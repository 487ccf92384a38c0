"""What if: the same board after firms come, leave, move or buy, and patents go. The published graph stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.changes.deeds import DEEDS, DOERS, Change
from ipgraph.analysis.changes.moves import moves
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import UsageError
from ipgraph.projection import Projection

__all__ = ["DEEDS", "Change", "apply", "what_if"]


def what_if(
    graph: Projection, chain: str, changes: Sequence[Change], region: str | None = None,
    thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """One row a segment and number that the changes move: segment, name, name_en, measure, before, after.

    The columns of the gap board, its status by code. Raises NotFound for a name that nothing bears, UsageError for a
    deed that is none or lacks its end.
    """
    return moves(gap_board(graph, chain, region, thresholds),
                 gap_board(apply(graph, changes), chain, region, thresholds))


def apply(graph: Projection, changes: Sequence[Change]) -> Projection:
    """The projection as it would be after the changes, in their order."""
    for change in changes:
        if change.do not in DEEDS:
            raise UsageError(f"{change.do!r} is nothing that can be done: {', '.join(DEEDS)}",
                             f"“{change.do}”不可用：可选 {'、'.join(DEEDS)}")
        if not change.what:
            raise UsageError(f"{change.do}: say who or what", f"{DEEDS[change.do][0]}：缺少主体")
        if DEEDS[change.do][2] and not change.to:
            raise UsageError(f"{change.do} {change.what}: say which {DEEDS[change.do][2]}",
                             f"{DEEDS[change.do][0]} {change.what}：缺少对象")
        graph = DOERS[change.do](graph, change)
    return graph
