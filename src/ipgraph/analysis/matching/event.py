"""What a matchmaking event of a segment is prepared from: its needs, the patents that may answer each, and who is
behind those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.matching.behind import holders_of, teams_behind
from ipgraph.analysis.matching.match import NOTHING, demand_text, match
from ipgraph.analysis.partners.needs import parts_of
from ipgraph.errors import UsageError
from ipgraph.projection import Projection
from ipgraph.text import TextIndex
from ipgraph.text.plugged import Plugged

__all__ = ["EVENT", "Asked", "EventList", "event_list", "segment_needs"]

EVENT = ("need", "title", "seekers", "deadline", "rank", "patent", "name", "score", "serves", "status", "institutions",
         "enterprises", "persons", "teams", "reasons")
#: Needs of a list that are answered; an event is prepared for fewer.
MOST = 200
#: States in which nobody looks for an answer any more.
OVER = ("matched", "closed", "withdrawn")


@dataclass(frozen=True)
class Asked:
    """A need: its text, what it is called (id of a Demand, or a number within the list), who seeks, until when (as
    the list says, of a Demand YYYY-MM-DD).
    `shown`: whether a plugged-in model may see it."""

    need: str
    title: str
    text: str
    seekers: tuple[str, ...] = ()
    deadline: str | None = None
    shown: bool = True


@dataclass(frozen=True, eq=False)
class EventList:
    """`rows` has EVENT, a row a need and patent, needs in their order and patents best first; a need that finds nothing
    has one row without a patent. score: 0–1 as `match` gives it. serves: whether the patent serves the segment.
    institutions, enterprises, persons (holders) and teams: names."""

    rows: pd.DataFrame
    notes: list[dict[str, str]]


def segment_needs(graph: Projection, segment: int, today: date | None = None) -> list[Asked]:
    """The demands about the segment (a position) or a part of it that are still open, the nearest deadline first, ties
    by id."""
    frame, seeks, about = graph.nodes["Demand"], graph.edges["SEEKS"], graph.edges["ABOUT"]
    found = []
    for at in np.unique(about.source[within(graph, segment)[about.target]]):
        row = frame.iloc[at]
        if row["state"] in OVER:
            continue
        text, shown = demand_text(graph, str(row["id"]), today)
        seekers = tuple(graph.nodes["Holder"]["name"].iloc[seeks.sources(at)].astype(str))
        until = None if pd.isna(row["deadline"]) else pd.Timestamp(row["deadline"]).date().isoformat()
        found.append(Asked(str(row["id"]), str(row["title"]), text, seekers, until, shown))
    return sorted(found, key=lambda need: (need.deadline or "9999", need.need))


def within(graph: Projection, segment: int) -> NDArray[np.bool_]:
    """True for the segment and its parts."""
    inside = parts_of(graph, segment)
    inside[segment] = True
    return inside


def event_list(
    graph: Projection, index: TextIndex, segment: int, needs: Sequence[Asked], top: int = 5,
    plugged: Plugged = NOTHING, today: date | None = None,
) -> EventList:
    """The `top` patents for each need, and whose they are; as `EventList` says.

    Patents are not held to the segment: an answer may come from elsewhere, and `serves` tells. At most MOST needs
    are answered; one that is empty or endless has a row without a patent, and a note.
    """
    ids, serves = graph.nodes["Patent"]["id"], graph.edges["SERVES"]
    served = np.unique(serves.source[within(graph, segment)[serves.target]])
    rows: list[dict[str, Any]] = []
    notes: list[dict[str, str]] = []
    if len(needs) > MOST:
        notes.append({"zh": f"共 {len(needs)} 条需求，仅列最前的 {MOST} 条",
                      "en": f"{len(needs)} needs: the first {MOST} are listed"})
    for need in needs[:MOST]:
        asked = {"need": need.need, "title": need.title, "seekers": list(need.seekers), "deadline": need.deadline}
        try:
            found = match(graph, index, need.text, top, ("Patent",), None, plugged, need.shown, today)
        except UsageError as fault:  # one need that cannot be read costs the others nothing
            notes.append({"zh": f"{need.title}：{fault.zh}", "en": f"{need.title}: {fault}"})
            rows.append(asked)
            continue
        if found.failed:  # nor does a model that did not answer, which is not waited for again
            plugged = NOTHING
        notes += [note for note in found.notes if note not in notes]
        at = ids.searchsorted(found.rows["id"])
        for rank, (patent, row) in enumerate(zip(at, found.rows.itertuples(), strict=True), 1):
            rows.append(asked | {
                "rank": rank, "patent": row.id, "name": row.name, "score": row.score,
                "serves": bool(np.isin(patent, served)),
                "status": graph.nodes["Patent"]["status"].iat[int(patent)], **whose(graph, int(patent)),
                "reasons": row.reasons,
            })
        if found.rows.empty:
            rows.append(asked)
    return EventList(pd.DataFrame(rows, columns=list(EVENT)), notes)


def whose(graph: Projection, patent: int) -> dict[str, list[str]]:
    """Names of the holders of a patent (a position) by kind, and of the teams of which two members invented it."""
    holders = holders_of(graph, patent)
    kinds = {"institutions": "Institution", "enterprises": "Enterprise", "persons": "Person"}
    return {
        **{column: holders["name"][holders["kind"] == kind].astype(str).tolist() for column, kind in kinds.items()},
        "teams": [name for _, name in teams_behind(graph, patent)],
    }
