"""Research teams."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ipgraph import analysis
from ipgraph.analysis import records
from ipgraph.service.deps import GraphDep, stamp
from ipgraph.service.models.teams import Teams
from ipgraph.service.problems import naming

router = APIRouter(tags=["partners"])
Who = Annotated[str, Query(min_length=1, max_length=300, description="Id or name of a holder.")]


@router.get("/teams", response_model=Teams)
def teams(graph: GraphDep, who: Who) -> dict[str, Any]:
    """Research teams of an organisation, found from who invents with whom."""
    with naming("who"):
        frame = analysis.teams(graph, who)
    return {**stamp(graph), "who": who, "teams": records(frame)}
