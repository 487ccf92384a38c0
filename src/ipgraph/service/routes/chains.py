"""Chains, their maps and their gap boards."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

import pandas as pd
from fastapi import APIRouter, Query, Response

from ipgraph import analysis
from ipgraph.analysis import chain_quality, find_chain, find_region, records
from ipgraph.bundle import Workspace
from ipgraph.explorer.chain import chain_feeds, chain_segments
from ipgraph.explorer.layout import chain_layout
from ipgraph.explorer.legend import band_caption
from ipgraph.explorer.place import CARD_HEIGHT, CARD_WIDTH
from ipgraph.report import FORMATS, build_report, patents_told, render, sources_of
from ipgraph.service.deps import EnterpriseParam, GraphDep, RegionParam, SourceDep, WithinParam, asked, stamp
from ipgraph.service.models.chains import Advice, ChainMap, Chains, Compared, Gaps, Question, WhatIf
from ipgraph.service.problems import naming

router = APIRouter(prefix="/chains", tags=["chains"])


@router.get("", response_model=Chains)
def chains(graph: GraphDep) -> dict[str, Any]:
    """Every chain, by id."""
    columns = ["id", "name", "name_en", "title", "segments", "patents", "feeds"]
    return {**stamp(graph), "chains": records(analysis.chains(graph)[columns])}


@router.get("/{id:path}/gaps", response_model=Gaps)
def gaps(
    graph: GraphDep, id: str, region: RegionParam = None, enterprise: EnterpriseParam = None,
    within: WithinParam = "world",
) -> dict[str, Any]:
    """The gap board: every segment's figures and status, for a region, an enterprise or the country."""
    with naming("id"):
        chain = str(graph.nodes["Chain"]["id"].iat[find_chain(graph, id)])
    with naming(asked(region, enterprise, "within")):
        frame = analysis.gap_board(graph, chain, region or None, holder=enterprise or None, within=within)
    return {**stamp(graph), "chain": chain, "region": region or None, "enterprise": enterprise or None,
            "within": within,
            "quality": chain_quality(graph, chain), "notes": analysis.board_notes(graph, chain, frame),
            "gaps": records(frame)}


@router.get("/{id:path}/advice", response_model=Advice)
def advice(graph: GraphDep, id: str, region: RegionParam = None) -> dict[str, Any]:
    """What to fill, strengthen and extend, the gravest first, and who could do it."""
    with naming("id"):
        chain = str(graph.nodes["Chain"]["id"].iat[find_chain(graph, id)])
    with naming("region"):
        frame = analysis.advice(graph, chain, region or None)
    return {**stamp(graph), "chain": chain, "region": region or None, "actions": records(frame)}


@router.post("/{id:path}/whatif", response_model=WhatIf)
def whatif(graph: GraphDep, id: str, question: Question) -> dict[str, Any]:
    """What would move on the gap board; nothing is stored, the published graph stays as it is."""
    with naming("id"):
        chain = str(graph.nodes["Chain"]["id"].iat[find_chain(graph, id)])
    if question.region:
        with naming("region"):
            find_region(graph, question.region)
    with naming("changes"):
        changes = [analysis.Change(one.do, one.what, one.to, one.count) for one in question.changes]
        frame = analysis.what_if(graph, chain, changes, question.region or None)
    return {**stamp(graph), "chain": chain, "region": question.region or None, "moves": records(frame)}


@router.get("/{id:path}/compare", response_model=Compared)
def compare(
    graph: GraphDep, id: str,
    since: Annotated[str, Query(alias="from", description="Day, month or year to compare from.", examples=["2015"])],
    until: Annotated[str, Query(alias="to", description="Day, month or year to compare with.", examples=["2020-12"])],
    region: RegionParam = None,
) -> dict[str, Any]:
    """The gap board of two dates: every number that moved, and the patents filed in between."""
    with naming("id"):
        chain = str(graph.nodes["Chain"]["id"].iat[find_chain(graph, id)])
    if region:
        with naming("region"):
            find_region(graph, region)
    with naming("from"):
        first = analysis.read_day(since)
    with naming("to"):
        last = analysis.read_day(until)
        found = analysis.compare(graph, chain, first, last, region or None)
    return {**stamp(graph), "chain": chain, "region": region or None, **found.as_record()}


@router.get("/{id:path}/report", response_class=Response, responses={
    200: {"description": "The report, to be kept as a file.", "content": {kind: {} for kind in FORMATS.values()}}})
def report(
    graph: GraphDep, source: SourceDep, id: str, region: RegionParam = None,
    format: Annotated[Literal["docx", "html", "pdf", "xlsx"], Query(description="Format of the file.")] = "docx",
    lang: Annotated[Literal["zh", "en"], Query(description="Language of the report.")] = "zh",
) -> Response:
    """The report of the chain for a region or the country: state, position, paths, method, and every number opened."""
    with naming("id"):
        chain = graph.nodes["Chain"].iloc[find_chain(graph, id)]
    with naming("region"):
        made = build_report(graph, chain["id"], region or None, lang, patents_told(graph, source.store, chain["id"]),
                            sources_of(Workspace(source.home)))
    name = quote(f"{made.title} {made.subtitle}.{format}", safe="")
    return Response(render(made, format), media_type=FORMATS[format], headers={
        "Content-Disposition": f"attachment; filename=report.{format}; filename*=UTF-8''{name}"})


@router.get("/{id:path}", response_model=ChainMap)
def chain(graph: GraphDep, id: str) -> dict[str, Any]:
    """The map of a chain: cards and frames with positions, stages, and what feeds what."""
    with naming("id"):
        row = graph.nodes["Chain"].iloc[find_chain(graph, id)]
    segments, feeds = chain_segments(graph, row["id"]), chain_feeds(graph, row["id"])
    layout = chain_layout(segments, feeds)
    named = segments[["id", "name", "name_en", "number", "stage"]]
    bands = layout.bands.assign(
        zh=[band_caption(key, segments)[0] for key in layout.bands["key"]],
        en=[band_caption(key, segments)[1] for key in layout.bands["key"]],
    )
    return {
        **stamp(graph), **records(pd.DataFrame([row[["id", "name", "name_en", "title"]]]))[0],
        "width": layout.width, "height": layout.height, "card_width": CARD_WIDTH, "card_height": CARD_HEIGHT,
        "cards": records(layout.cards.merge(named, on="id")),
        "frames": records(layout.frames.merge(named[["id", "name", "name_en"]], on="id")),
        "bands": records(bands),
        "feeds": records(layout.feeds.merge(feeds, on=["source", "target"])),
    }
