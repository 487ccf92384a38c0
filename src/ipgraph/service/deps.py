"""What routes are given, by name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from ipgraph.projection import Projection
from ipgraph.service.atlas import Atlas
from ipgraph.service.source import Source


def source_of(request: Request) -> Source:
    source: Source = request.app.state.source
    return source


SourceDep = Annotated[Source, Depends(source_of)]


def graph_of(source: SourceDep) -> Projection:
    return source.graph()


def atlas_of(source: SourceDep) -> Atlas:
    return source.atlas()


GraphDep = Annotated[Projection, Depends(graph_of)]
AtlasDep = Annotated[Atlas, Depends(atlas_of)]
RegionParam = Annotated[
    str | None, Query(description="Code or name of a region; without it the country.", examples=["370000"]),
]
EnterpriseParam = Annotated[
    str | None, Query(description="A holder, by id or name: its own board in the chain, in place of a region's."),
]
WithinParam = Annotated[
    Literal["world", "country"],
    Query(description="What the shares of a region or enterprise are compared with."),
]
CursorParam = Annotated[str | None, Query(description="`next` of the page before.")]
PageSize = Annotated[int, Query(ge=1, le=200, description="Rows of a page.")]


def asked(region: str | None, enterprise: str | None, otherwise: str) -> str:
    """The parameter that says whose board it is, to be named where it is at fault."""
    return "enterprise" if enterprise else "region" if region else otherwise


def stamp(graph: Projection) -> dict[str, str | None]:
    """The two fields that every answer with figures carries."""
    return {"version": graph.version, "as_of": graph.as_of or None}
