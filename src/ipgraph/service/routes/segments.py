"""A segment: its figures, its holders, its patents."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote, urlencode

import pandas as pd
from fastapi import APIRouter, Query

from ipgraph.analysis import (
    DEFAULT,
    explain,
    find_segment,
    quality_basis,
    records,
    segment_holders,
    segment_patents,
    segment_view,
)
from ipgraph.analysis.board.explain import EXPLAINED
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.places import find_place, local_holders
from ipgraph.errors import NotFound
from ipgraph.explorer.formulas import with_formula
from ipgraph.projection import Projection
from ipgraph.service import cursor as cursors
from ipgraph.service.deps import (
    CursorParam,
    EnterpriseParam,
    GraphDep,
    PageSize,
    RegionParam,
    SourceDep,
    WithinParam,
    asked,
    stamp,
)
from ipgraph.service.models.segments import Explained, Patents, SegmentAnswer
from ipgraph.service.problems import naming
from ipgraph.service.source import Source

router = APIRouter(prefix="/segments", tags=["segments"])
FIRST_PAGE = 20
TOP_HOLDERS = 10


@router.get("/{id:path}/patents", response_model=Patents)
def patents(
    graph: GraphDep, source: SourceDep, id: str, cursor: CursorParam = None, limit: PageSize = 50,
    measure: Annotated[str | None, Query(description="Only those behind this number of the gap board.")] = None,
    region: RegionParam = None, enterprise: EnterpriseParam = None, within: WithinParam = "world",
) -> dict[str, Any]:
    """Patents that serve the segment, or those behind a number of its row; those of most worth first."""
    with naming("id"):
        at = find_segment(graph, id)
    with naming("cursor"):
        start = cursors.decode(cursor)
    if measure is None:
        return page(graph, source, at, start, limit)
    with naming("measure"):
        if measure not in EXPLAINED:
            raise NotFound(f"no number called {measure} on the gap board", f"态势表中没有名为 {measure} 的数字")
    with naming(asked(region, enterprise, "id")):
        told = records(explain(graph, str(graph.nodes["Segment"]["id"].iat[at]), region or None,
                               holder=enterprise or None, within=within))
    ids = next(row["patents"] for row in told if row["measure"] == measure)
    return shown(graph, source, at, ids[start:start + limit], start, len(ids))


@router.get("/{id:path}/explain", response_model=Explained)
def explained(
    graph: GraphDep, id: str, region: RegionParam = None, enterprise: EnterpriseParam = None,
    within: WithinParam = "world",
) -> dict[str, Any]:
    """Every number of the segment's row: formula, the sums in it, the holders and patents behind it."""
    with naming("id"):
        at = find_segment(graph, id)
        segment = str(graph.nodes["Segment"]["id"].iat[at])
    with naming(asked(region, enterprise, "id")):
        rows = records(explain(graph, segment, region or None, holder=enterprise or None, within=within))
    place = {"region": region, "enterprise": enterprise, "within": within if within != "world" else None}
    return {**stamp(graph), "id": segment, "region": region or None, "enterprise": enterprise or None, "within": within,
            "quality": quality_basis(graph, patents=graph.edges["SERVES"].sources(at)),
            "numbers": [number(segment, place, with_formula(row)) for row in rows]}


def number(segment: str, place: dict[str, str | None], row: dict[str, Any]) -> dict[str, Any]:
    """A number with its first holders and patents, and the address of the others."""
    query = urlencode({"measure": row["measure"], **{key: value for key, value in place.items() if value}})
    total = len(row["patents"])
    more = f"/api/v1/segments/{quote(segment, safe='')}/patents?{query}" if total else None
    return {**row, "holders": row["holders"][:TOP_HOLDERS], "patents": row["patents"][:TOP_HOLDERS], "total": total,
            "more": more}


@router.get("/{id:path}", response_model=SegmentAnswer)
def segment(
    graph: GraphDep, source: SourceDep, id: str, region: RegionParam = None, enterprise: EnterpriseParam = None,
    within: WithinParam = "world",
) -> dict[str, Any]:
    """Figures for a region, an enterprise or the country, top holders, classes, neighbours and the first patents."""
    with naming("id"):
        at = find_segment(graph, id)
    frame = graph.nodes["Segment"]
    row = frame.iloc[at]
    with naming(asked(region, enterprise, "id")):
        view = segment_view(graph, row["id"], region or None, holder=enterprise or None, within=within)
    return {
        **stamp(graph), **records(pd.DataFrame([row[["id", "chain", "name", "name_en", "number", "stage"]]]))[0],
        "region": region or None, "enterprise": enterprise or None, "within": within,
        "numbers": next(iter(records(view.numbers)), None),
        "parts": records(frame.loc[frame["parent"] == row["id"], ["id", "name", "name_en"]]),
        "upstream": records(view.upstream), "downstream": records(view.downstream),
        "top_holders": records(top_holders(graph, at, region, enterprise)), "classes": records(view.classes),
        "patents": page(graph, source, at, 0, FIRST_PAGE),
        "partners": f"/api/v1/partners?{urlencode({'who': row['id']})}",
    }


def top_holders(graph: Projection, at: int, region: str | None, enterprise: str | None) -> pd.DataFrame:
    """The holders of a segment by weight; those of the place asked for stand first and are marked `local`."""
    held = segment_holders(graph, at)
    ids = graph.nodes["Holder"]["id"]
    place = find_place(graph, DEFAULT.home, region or None, enterprise or None) if region or enterprise else None
    here = ids[local_holders(graph, place)] if place else ids.iloc[:0]
    marked = held.assign(local=held["id"].isin(here))
    return marked.sort_values("local", ascending=False, kind="stable").head(TOP_HOLDERS)


def page(graph: Projection, source: Source, at: int, start: int, count: int) -> dict[str, Any]:
    """A page of patents: the order from the analysis, titles and rules from the store, holders from the projection."""
    ids = segment_patents(graph, at, start, count)["id"].tolist()
    return shown(graph, source, at, ids, start, len(graph.edges["SERVES"].sources(at)))


def shown(graph: Projection, source: Source, at: int, ids: list[str], start: int, total: int) -> dict[str, Any]:
    """These patents of a segment, as the page that begins at `start`."""
    told = source.store.read("explore/served", segment=graph.nodes["Segment"]["id"].iat[at], ids=ids).to_pandas()
    rows = told.drop_duplicates("id").set_index("id").reindex(ids).reset_index()
    rows = rows.assign(holders=holders_of(graph, ids))
    following = cursors.following(start, len(ids), total)
    return {**stamp(graph), "patents": records(rows), "total": total, "next": following}


def holders_of(graph: Projection, ids: list[str]) -> pd.Series[Any]:
    """Names of the holders of each patent: owners where known, else applicants."""
    held, names = holdings(graph), graph.nodes["Holder"]["name"]
    at = pd.Index(graph.nodes["Patent"]["id"]).get_indexer(pd.Index(ids))
    low, high = held.patent.searchsorted(at), held.patent.searchsorted(at, side="right")
    found = [[str(names.iat[h]) for h in held.holder[a:b] if h >= 0] for a, b in zip(low, high, strict=True)]
    return pd.Series(found, dtype=object)
