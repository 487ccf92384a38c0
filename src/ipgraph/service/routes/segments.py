"""A segment: its figures, its holders, its patents."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pandas as pd
from fastapi import APIRouter

from ipgraph.analysis import find_region, find_segment, records, segment_holders, segment_patents, segment_view
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.places import local_holders
from ipgraph.projection import Projection
from ipgraph.service import cursor as cursors
from ipgraph.service.deps import CursorParam, GraphDep, PageSize, RegionParam, SourceDep, stamp
from ipgraph.service.models.segments import Patents, SegmentAnswer
from ipgraph.service.problems import naming
from ipgraph.service.source import Source

router = APIRouter(prefix="/segments", tags=["segments"])
FIRST_PAGE = 20
TOP_HOLDERS = 10


@router.get("/{id:path}/patents", response_model=Patents)
def patents(
    graph: GraphDep, source: SourceDep, id: str, cursor: CursorParam = None, limit: PageSize = 50,
) -> dict[str, Any]:
    """Patents that serve the segment, those of most worth (match score times quality) first."""
    with naming("id"):
        at = find_segment(graph, id)
    with naming("cursor"):
        start = cursors.decode(cursor)
    return page(graph, source, at, start, limit)


@router.get("/{id:path}", response_model=SegmentAnswer)
def segment(graph: GraphDep, source: SourceDep, id: str, region: RegionParam = None) -> dict[str, Any]:
    """Figures for a region or the country, top holders, classes, neighbours and the first patents."""
    with naming("id"):
        at = find_segment(graph, id)
    frame = graph.nodes["Segment"]
    row = frame.iloc[at]
    with naming("region" if region else "id"):
        view = segment_view(graph, row["id"], region or None)
    return {
        **stamp(graph), **records(pd.DataFrame([row[["id", "chain", "name", "name_en", "number", "stage"]]]))[0],
        "region": region or None, "numbers": next(iter(records(view.numbers)), None),
        "parts": records(frame.loc[frame["parent"] == row["id"], ["id", "name", "name_en"]]),
        "upstream": records(view.upstream), "downstream": records(view.downstream),
        "top_holders": records(top_holders(graph, at, region)), "classes": records(view.classes),
        "patents": page(graph, source, at, 0, FIRST_PAGE),
        "partners": f"/api/v1/partners?{urlencode({'who': row['id']})}",
    }


def top_holders(graph: Projection, at: int, region: str | None) -> pd.DataFrame:
    """The holders of a segment by weight; those of the region asked for stand first and are marked `local`."""
    held = segment_holders(graph, at)
    ids = graph.nodes["Holder"]["id"]
    here = ids[local_holders(graph, find_region(graph, region))] if region else ids.iloc[:0]
    marked = held.assign(local=held["id"].isin(here))
    return marked.sort_values("local", ascending=False, kind="stable").head(TOP_HOLDERS)


def page(graph: Projection, source: Source, at: int, start: int, count: int) -> dict[str, Any]:
    """A page of patents: the order from the analysis, titles and rules from the store, holders from the projection."""
    total = len(graph.edges["SERVES"].sources(at))
    ids = segment_patents(graph, at, start, count)["id"].tolist()
    told = source.store.read("explore/served", segment=graph.nodes["Segment"]["id"].iat[at], ids=ids).to_pandas()
    shown = told.drop_duplicates("id").set_index("id").reindex(ids).reset_index()
    shown = shown.assign(holders=holders_of(graph, ids))
    following = cursors.following(start, len(ids), total)
    return {**stamp(graph), "patents": records(shown), "total": total, "next": following}


def holders_of(graph: Projection, ids: list[str]) -> pd.Series[Any]:
    """Names of the holders of each patent: owners where known, else applicants."""
    held, names = holdings(graph), graph.nodes["Holder"]["name"]
    at = pd.Index(graph.nodes["Patent"]["id"]).get_indexer(pd.Index(ids))
    low, high = held.patent.searchsorted(at), held.patent.searchsorted(at, side="right")
    found = [[str(names.iat[h]) for h in held.holder[a:b] if h >= 0] for a, b in zip(low, high, strict=True)]
    return pd.Series(found, dtype=object)
