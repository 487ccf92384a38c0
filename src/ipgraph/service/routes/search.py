"""Search, and the regions that can be asked for."""

from __future__ import annotations

from typing import Annotated, Any

import pandas as pd
from fastapi import APIRouter, Query

from ipgraph.analysis import records
from ipgraph.errors import UsageError
from ipgraph.service.atlas import SEARCHED
from ipgraph.service.deps import AtlasDep, GraphDep, stamp
from ipgraph.service.find import find
from ipgraph.service.models.nodes import Regions, SearchAnswer
from ipgraph.service.problems import naming

router = APIRouter(tags=["search"])


@router.get("/search", response_model=SearchAnswer)
def search(
    graph: GraphDep,
    atlas: AtlasDep,
    q: Annotated[str, Query(max_length=200, description="Words of a name, a title or a number; all must occur.")],
    kind: Annotated[str | None, Query(description="One kind of node only, e.g. Patent.")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 40,
) -> dict[str, Any]:
    """Chains, segments, holders, teams, pools, products, classes, regions and patents by name, title or number."""
    if kind is not None and kind not in SEARCHED:
        with naming("kind"):
            raise UsageError(
                f"kind {kind} is none of {', '.join(SEARCHED)}",
                f"kind {kind} 不在可选范围内：{'、'.join(SEARCHED)}",
            )
    hits = find(atlas, q, kind, limit)
    segments = graph.nodes["Segment"]
    chain = pd.Series(segments["chain"].to_numpy(), segments["id"]).reindex(hits["id"]).to_numpy()
    found = hits[["kind", "id", "name_en"]].assign(
        name=hits["name"].fillna(hits["id"]), chain=pd.Series(chain, hits.index).where(hits["kind"] == "Segment"))
    return {**stamp(graph), "query": q, "found": records(found)}


@router.get("/regions", response_model=Regions)
def regions(graph: GraphDep) -> dict[str, Any]:
    """Regions of the graph, countries first, then provinces, cities and counties, each by code."""
    frame = graph.nodes["Region"]
    order = frame["level"].map({"country": 0, "province": 1, "city": 2, "county": 3}).astype(float).fillna(4)
    frame = frame.assign(order=order).sort_values(["order", "id"])
    return {**stamp(graph), "regions": records(frame[["id", "name", "name_en", "level", "parent"]])}
