"""Is it up, does it hold a graph, and what do its colours and figures mean."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from ipgraph.errors import IpgraphError
from ipgraph.explorer.codes import codes
from ipgraph.explorer.legend import EVIDENCE, MEASURES, STATUSES, edge_kinds, kinds
from ipgraph.service.deps import SourceDep
from ipgraph.service.models.system import Alive, Legend, Ready

router = APIRouter(tags=["system"])
#: Also at the root, where load balancers look.
health = APIRouter(tags=["system"])


@health.get("/healthz", response_model=Alive)
def healthz() -> dict[str, Any]:
    """The process is up."""
    return {"alive": True}


@health.get("/readyz", response_model=Ready, responses={503: {"model": Ready}})
def readyz(source: SourceDep, response: Response) -> dict[str, Any]:
    """The store holds a graph that can be read; 503 and the reason where it does not."""
    try:
        graph = source.graph()
        if source.fault:
            raise source.fault
    except IpgraphError as fault:
        response.status_code = 503
        return {"ready": False, "engine": source.store.engine, "version": None, "reason": str(fault)}
    return {"ready": True, "engine": source.store.engine, "version": graph.version}


@router.get("/legend", response_model=Legend)
def legend(source: SourceDep) -> dict[str, Any]:
    """Statuses, measures, node and edge kinds, coded values: captions and explanations in both languages."""
    return {
        "sample": source.sample, "statuses": [vars(status) for status in STATUSES],
        "evidence": [vars(one) for one in EVIDENCE], "measures": [vars(measure) for measure in MEASURES],
        "nodes": kinds(), "edges": edge_kinds(), "codes": codes(),
    }
