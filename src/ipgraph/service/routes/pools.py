"""Patent pools."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ipgraph import analysis
from ipgraph.analysis import find_segment, records
from ipgraph.service.deps import GraphDep, stamp
from ipgraph.service.models.pools import PoolDesign, PoolQuestion, Pools
from ipgraph.service.problems import naming

router = APIRouter(tags=["partners"])
PoolParam = Annotated[str | None, Query(description="Id or name of one pool.")]


@router.get("/pools", response_model=Pools)
def pools(graph: GraphDep, pool: PoolParam = None) -> dict[str, Any]:
    """Patent pools: licensors, countries, concentration, and what of each segment they cover."""
    with naming("pool"):
        return {**stamp(graph), "pools": records(analysis.pools(graph, pool or None))}


@router.post("/pools/design", response_model=PoolDesign)
def design(graph: GraphDep, question: PoolQuestion) -> dict[str, Any]:
    """What a pool of these holders would cover of a segment's blocking inventions, and who is missing."""
    with naming("segment"):
        find_segment(graph, question.segment)
    with naming("holders"):
        return {**stamp(graph), **analysis.pool_design(graph, question.segment, question.holders, question.top)}
