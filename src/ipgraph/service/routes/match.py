"""What answers a need."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from ipgraph.analysis import find_holder, find_region, records
from ipgraph.analysis.matching import KINDS, OWNERS, Filters, demand_text, match
from ipgraph.errors import UsageError
from ipgraph.service.deps import GraphDep, SourceDep, stamp
from ipgraph.service.models.match import Matches, Need
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
