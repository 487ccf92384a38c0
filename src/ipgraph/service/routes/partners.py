"""Whom to bring together: partners, teams, pools."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ipgraph import analysis
from ipgraph.analysis import find_segment, records
from ipgraph.service.deps import GraphDep, stamp
from ipgraph.service.models.partners import Partners, Pools, Teams
from ipgraph.service.problems import naming

router = APIRouter(tags=["partners"])
Who = Annotated[
    str, Query(min_length=1, max_length=300, description="Id or name of a holder; for partners, also of a segment."),
]
PoolParam = Annotated[str | None, Query(description="Id or name of one pool.")]


@router.get("/partners", response_model=Partners)
def partners(
    graph: GraphDep, who: Who,
    segment: Annotated[str | None, Query(description="Partners for this segment alone.")] = None,
    top: Annotated[int, Query(ge=1, le=100)] = 10,
) -> dict[str, Any]:
    """Ranked partners with the reasons for each."""
    if segment:
        with naming("segment"):
            find_segment(graph, segment)
    with naming("who"):
        frame = analysis.partners(graph, who, segment or None, top)
    return {**stamp(graph), "who": who, "segment": segment or None, "partners": records(frame)}


@router.get("/teams", response_model=Teams)
def teams(graph: GraphDep, who: Who) -> dict[str, Any]:
    """Research teams of an organisation, found from who invents with whom."""
    with naming("who"):
        frame = analysis.teams(graph, who)
    return {**stamp(graph), "who": who, "teams": records(frame)}


@router.get("/pools", response_model=Pools)
def pools(graph: GraphDep, pool: PoolParam = None) -> dict[str, Any]:
    """Patent pools: licensors, countries, concentration, and what of each segment they cover."""
    with naming("pool"):
        return {**stamp(graph), "pools": records(analysis.pools(graph, pool or None))}
