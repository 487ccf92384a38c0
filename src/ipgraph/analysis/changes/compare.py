"""Two dates of one chain: the board of each, and what moved between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.topology import leaf_segments
from ipgraph.analysis.changes.changed import after, changed
from ipgraph.analysis.changes.moves import moves
from ipgraph.analysis.lookup import find_chain
from ipgraph.analysis.records import records
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import UsageError
from ipgraph.projection import Projection, remembered

__all__ = ["Comparison", "as_at", "compare", "read_day"]


#: What a date stands for by its length, and what it lacks of a whole one.
PERIODS: dict[int, tuple[Literal["Y", "M", "D"], str]] = {4: ("Y", "-01-01"), 7: ("M", "-01"), 10: ("D", "")}


@dataclass(frozen=True, eq=False)
class Comparison:
    """What moved on the board of a chain between two days; `reason` (zh, en) says why nothing could, where so.

    `moves` as `analysis.moves` documents it. `patents_from`, `patents_to`: patents of the chain by each day; `undated`:
    those without any day, which stand on neither board; `new`: one row a patent of the chain filed in between: id and
    filed_on, by day, then id.
    """

    since: date
    until: date
    moves: pd.DataFrame
    new: pd.DataFrame
    patents_from: int
    patents_to: int
    undated: int
    reason: tuple[str, str] | None

    def as_record(self) -> dict[str, Any]:
        """The comparison as JSON takes it."""
        said = None if self.reason is None else dict(zip(("zh", "en"), self.reason, strict=True))
        return {"from": self.since.isoformat(), "to": self.until.isoformat(), "patents_from": self.patents_from,
                "patents_to": self.patents_to, "undated": self.undated, "reason": said, "moves": records(self.moves),
                "new": records(self.new)}


def compare(
    graph: Projection, chain: str, since: date, until: date, region: str | None = None,
    thresholds: Thresholds = DEFAULT,
) -> Comparison:
    """The board of a chain by the end of `since` and of `until`, and every measure that moved.

    See `as_at` for what stands on the board of a day. Raises NotFound for a chain or region that is not there,
    UsageError where `since` lies after `until`.
    """
    if since > until:
        raise UsageError(f"from {since} lies after to {until}", f"起始日 {since} 晚于截止日 {until}")
    at = find_chain(graph, chain)
    before, then = (gap_board(as_at(graph, day), chain, region, thresholds) for day in (since, until))
    serves = graph.edges["SERVES"]
    patents = np.unique(serves.source[np.isin(serves.target, leaf_segments(graph, at))])
    days = patent_days(graph).iloc[patents]
    by = [days <= pd.Timestamp(day) for day in (since, until)]
    new = days[by[1] & ~by[0]]
    found = pd.DataFrame({"id": graph.nodes["Patent"]["id"].iloc[new.index].to_numpy(), "filed_on": new.dt.date})
    moved = moves(before, then)
    return Comparison(
        since, until, moved, found.sort_values(["filed_on", "id"], ignore_index=True), int(by[0].sum()),
        int(by[1].sum()), int(days.isna().sum()), reason(since, until, days, len(new), len(moved)))


def reason(
    since: date, until: date, days: pd.Series[pd.Timestamp], new: int, moved: int,
) -> tuple[str, str] | None:
    """Why nothing moved, in both languages."""
    if moved:
        return None
    if days.empty:
        return "该产业链没有专利", "no patent serves the chain"
    if days.isna().all():
        return "该产业链的专利均无申请日和公开日", "no patent of the chain has a day of filing or publication"
    if since == until:
        return "起止日期相同", "both days are the same"
    if not new:
        first, last = days.min().date(), days.max().date()
        return (f"{since} 之后至 {until} 没有新申请的专利（现有专利的申请日为 {first} 至 {last}）",
                f"no patent of the chain was filed after {since} and by {until} (those known: {first} to {last})")
    return "新申请的专利没有改变任何数字", "the patents filed in between move no number"


def as_at(graph: Projection, day: date) -> Projection:
    """The graph by the end of a day: its patents, held by the owners of that day.

    A patent is there from its day of filing, else of publication; one with neither is not. It is owned by whom OWNS
    says with `since` and `until`; where nobody is left, by its applicants. Quality, legal status and who works where
    are those known today, for both days alike: what moves is who holds what, not what was learned since.
    """
    moment = pd.Timestamp(day)
    there = (patent_days(graph) <= moment).to_numpy(dtype=bool)
    serves, owned, owns = graph.edges["SERVES"], graph.edges["OWNED"], graph.edges["OWNS"]
    since, until = (pd.to_datetime(owned.data[name]) for name in ("since", "until"))
    later, past = (since > moment).to_numpy(dtype=bool), (until > moment).to_numpy(dtype=bool)
    count = len(graph.nodes["Patent"])

    def pair(source: np.ndarray, target: np.ndarray) -> np.ndarray:
        return np.asarray(source.astype(np.int64) * count + target)

    now = pair(owns.source, owns.target)
    kept = ~np.isin(now, pair(owned.source[later], owned.target[later]))
    back = past & ~later
    more = list(zip(owned.source[back].tolist(), owned.target[back].tolist(), strict=True))
    return after(graph, edges={"SERVES": changed(serves, there[serves.source]), "OWNS": changed(owns, kept, more)})


@remembered
def patent_days(graph: Projection) -> pd.Series[pd.Timestamp]:
    """Day of filing of every patent, else of publication, NaT where neither is known."""
    patents = graph.nodes["Patent"]
    days: pd.Series[pd.Timestamp] = patents["filed_on"].fillna(patents["published_on"])
    return days


def read_day(text: str) -> date:
    """YYYY-MM-DD, YYYY-MM or YYYY, the last day of a month or year alone. Raises UsageError for every other spelling:
    01/02/2020 is a day of January or of February.

    >>> read_day("2020-12-31"), read_day("2020-02"), read_day("2020")
    (datetime.date(2020, 12, 31), datetime.date(2020, 2, 29), datetime.date(2020, 12, 31))
    """
    try:
        period, lacking = PERIODS[len(text.strip())]
        return pd.Period(date.fromisoformat(text.strip() + lacking), period).end_time.date()
    except (ValueError, KeyError) as wrong:
        raise UsageError(f"{text!r} is no day: write 2020-12-31, 2020-12 or 2020",
                         f"“{text}”不是日期：请写 2020-12-31、2020-12 或 2020") from wrong
