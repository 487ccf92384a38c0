"""What answers a need."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from ipgraph.analysis import find_holder, find_region, find_segment, records
from ipgraph.analysis.matching import (
    KINDS,
    OWNERS,
    Asked,
    Filters,
    demand_text,
    event_list,
    match,
    segment_needs,
)
from ipgraph.analysis.matching.need import sound
from ipgraph.errors import UsageError
from ipgraph.service.deps import GraphDep, SourceDep, stamp
from ipgraph.service.models.match import EventList, EventQuestion, Matches, Need
from ipgraph.service.problems import naming

router = APIRouter(tags=["match"])


@router.post("/match", response_model=Matches)
def matches(need: Need, source: SourceDep, graph: GraphDep) -> dict[str, Any]:
    """Patents for a need, and the teams and organisations behind them, each with its reasons."""
    with naming("text"):
        if (need.text is None) == (need.demand is None):
            raise UsageError("give either text or demand", "请给出 text 或 demand 之一")
    with naming("demand"):
        text, shown = (need.text, True) if need.text is not None else demand_text(graph, str(need.demand))
    with naming("region"):
        if need.region:
            find_region(graph, need.region)
    with naming("owner"):
        if need.owner and need.owner not in OWNERS:
            find_holder(graph, need.owner)
    filters = Filters(need.status, need.region or None, need.licence, need.owner or None)
    with naming("text"):
        found = match(graph, source.texts(graph), text, need.top, need.kinds or KINDS, filters, source.plugged,
                      shown)
    return {
        **stamp(graph), "text": text, "words": found.need.words, "classes": records(found.need.classes),
        "segments": records(found.need.segments), "lessons": found.lessons,
        "notes": found.notes, "matches": records(found.rows),
    }


@router.post("/events/list", response_model=EventList)
def event(asked: EventQuestion, source: SourceDep, graph: GraphDep) -> dict[str, Any]:
    """For a matchmaking event of a segment: its needs, patents for each, and who is behind those."""
    with naming("segment"):
        at = find_segment(graph, asked.segment)
    needs = [Asked(str(n), text.strip(), text) for n, text in enumerate(asked.needs, 1)]
    for n, text in enumerate(asked.needs):
        with naming(f"needs.{n}"):
            sound(text)
    found = event_list(graph, source.texts(graph), at, needs or segment_needs(graph, at), asked.top, source.plugged)
    return {**stamp(graph), "segment": graph.nodes["Segment"]["id"].iat[at], "rows": records(found.rows),
            "notes": found.notes}
