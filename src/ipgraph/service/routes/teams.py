"""Research teams."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ipgraph import analysis
from ipgraph.analysis import records
from ipgraph.service.deps import GraphDep, SourceDep, stamp
from ipgraph.service.models.teams import Colleagues, TeamDetail, Teams
from ipgraph.service.problems import naming

router = APIRouter(tags=["partners"])
Who = Annotated[
    str, Query(min_length=1, max_length=300, description="Id or name of an organisation or a person, or id of a team."),
]


@router.get("/teams", response_model=Teams)
def teams(graph: GraphDep, who: Who) -> dict[str, Any]:
    """Research teams of an organisation or a person, found from who invents with whom."""
    with naming("who"):
        frame = analysis.teams(graph, who)
    return {**stamp(graph), "who": who, "teams": records(frame)}


@router.get("/colleagues", response_model=Colleagues)
def colleagues(
    graph: GraphDep, who: Annotated[str, Query(min_length=1, max_length=300, description="Id or name of a person.")],
) -> dict[str, Any]:
    """With whom an inventor works closely, whatever the team."""
    with naming("who"):
        frame = analysis.colleagues(graph, who)
    return {**stamp(graph), "who": who, "colleagues": records(frame)}


@router.get("/teams/{id:path}", response_model=TeamDetail)
def team(graph: GraphDep, source: SourceDep, id: str) -> dict[str, Any]:
    """A team: members with their role, history by windows of years, topics, segments, partners and patents."""
    with naming("id"):
        told = analysis.team_view(graph, id)
    titles = source.store.read("explore/titled", ids=[one["id"] for one in told["works"]]).to_pylist()
    named = {row["id"]: row["title"] for row in titles}
    works = [{**one, "title": named.get(one["id"])} for one in told["works"]]
    return {**stamp(graph), **told, "works": works, "words": analysis.stored_words(source.store, told["id"])}
