"""Whom to bring together."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ipgraph import analysis
from ipgraph.analysis import Only, find_region, find_segment, records
from ipgraph.errors import NotFound, UsageError
from ipgraph.service.deps import GraphDep, stamp
from ipgraph.service.models.partners import Kind, Partners, PartnersAsked, PartnersForMany, Role
from ipgraph.service.problems import naming

router = APIRouter(tags=["partners"])
#: For how many at once `why` is answered: each is ranked again up to twenty times.
MOST_WHY = 5
Who = Annotated[
    str, Query(min_length=1, max_length=300,
               description="Id or name of a holder; for partners, also of a segment or a research team."),
]


@router.get("/partners", response_model=Partners)
def partners(
    graph: GraphDep, who: Who,
    segment: Annotated[str | None, Query(description="Partners for this segment alone.")] = None,
    top: Annotated[int, Query(ge=1, le=200)] = 10,
    role: Annotated[Role | None, Query(description="Partners with this role alone.")] = None,
    region: Annotated[str | None, Query(description="Partners in this region alone, by code or name.")] = None,
    kind: Annotated[Kind | None, Query(description="Partners of this kind alone.")] = None,
    new: Annotated[bool | None, Query(description="True: new partners alone; false: known ones alone.")] = None,
    why: Annotated[bool, Query(description="Rank again without what the reasons name; takes time.")] = False,
) -> dict[str, Any]:
    """Ranked partners with the reasons for each, for a holder, a segment or a research team."""
    if segment:
        with naming("segment"):
            find_segment(graph, segment)
    only = asked_for(graph, role, region, kind, new)
    with naming("who"):
        frame = analysis.partners(graph, who, segment or None, top, why=why, only=only)
    return {**stamp(graph), "who": who, "segment": segment or None, "partners": records(frame)}


@router.post("/partners", response_model=PartnersForMany)
def partners_for_many(graph: GraphDep, asked: PartnersAsked) -> dict[str, Any]:
    """Ranked partners for each of many, in the order asked; a name that is not known spoils only its own answer."""
    segment = asked.segment or None
    if segment:
        with naming("segment"):
            find_segment(graph, segment)
    with naming("why"):
        if asked.why and len(asked.who) > MOST_WHY:
            raise UsageError(f"why is answered for at most {MOST_WHY} at once, not {len(asked.who)}",
                             f"why 一次至多用于 {MOST_WHY} 个对象，不能是 {len(asked.who)} 个")
    only = asked_for(graph, asked.role, asked.region, asked.kind, asked.new)
    answers: list[dict[str, Any]] = []
    for who in asked.who:
        try:
            found = analysis.partners(graph, who, segment, asked.top, why=asked.why, only=only)
            answers.append({"who": who, "partners": records(found)})
        except NotFound as fault:
            answers.append({"who": who, "partners": [], "detail": str(fault), "detail_zh": fault.zh})
    return {**stamp(graph), "segment": segment, "answers": answers}


def asked_for(graph: GraphDep, role: Role | None, region: str | None, kind: Kind | None, new: bool | None) -> Only:
    with naming("region"):
        return Only(role, find_region(graph, region) if region else None, kind, new)
