"""The gap board of a chain: one row a segment, from strong to missing, every number behind it in the row."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.board.chain_rows import chain_rows
from ipgraph.analysis.board.chokepoints import chokepoints
from ipgraph.analysis.board.figures import figures
from ipgraph.analysis.board.industry import supply_demand
from ipgraph.analysis.board.sensitivity import steady
from ipgraph.analysis.board.status import judge
from ipgraph.analysis.board.topology import leaf_segments, topology
from ipgraph.analysis.lookup import find_chain
from ipgraph.analysis.places import WITHIN, Place, find_place
from ipgraph.analysis.quality.quality import quality_basis
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["COLUMNS", "chain_quality", "chains", "gap_board"]

COLUMNS = (
    "chain", "chain_name", "segment", "name", "name_en", "number", "group", "stage", "status", "status_code",
    "status_also", "status_basis", "steady", "evidence", "region", "region_name", "patents", "by_text", "inventions",
    "graded", "weighted", "holders", "rta", "rsta", "hhi", "hhi_corrected", "cr4", "foreign", "foreign_effective",
    "upstreamness", "trophic", "position_basis", "articulation", "cut", "paths", "local_patents", "local_holders",
    "local_weighted", "local_share",
    "local_actors", "local_good", "value", "gap", "leader", "monopoly", "hardness", "hardness_basis", "enterprises",
    "local_enterprises", "products", "local_products", "industry_rta", "industry_status", "industry_code",
    "supply_demand", "supply_demand_code", "viewpoint", "within",
)


def gap_board(
    graph: Projection, chain: str, region: str | None = None, thresholds: Thresholds = DEFAULT, *,
    holder: str | None = None, within: str = WITHIN[0],
) -> pd.DataFrame:
    """One row a leaf segment of the chain, ordered by number, with COLUMNS; docs/measures.md says what each is.

    `chain`, `region` and `holder` are ids or names. Without a region or a holder the board is that of the country
    `thresholds.home` in the world. `within` says what the shares of a region or a holder are compared with: `world` or
    `country`. Raises NotFound with suggestions, UsageError where the place makes no sense.
    """
    place = find_place(graph, thresholds.home, region, holder, within)
    return board(graph, find_chain(graph, chain), place, thresholds).copy()


@remembered
def board(graph: Projection, chain: int, place: Place, thresholds: Thresholds) -> pd.DataFrame:
    """The board of a chain (a position) for a place."""
    segments, leaves = graph.nodes["Segment"], leaf_segments(graph, chain)
    rows = segments.iloc[leaves].reset_index(drop=True)
    whole = pd.Index(segments["id"]).get_indexer(pd.Index(rows["parent"].astype("str").fillna("")))
    frame = pd.concat([
        rows[["name", "name_en", "number"]],
        topology(graph, chain).drop(columns="segment"),
        figures(graph, chain, place, thresholds),
        chokepoints(graph, chain, place.country, thresholds),
    ], axis=1)
    frame = frame.assign(
        **supply_demand(frame, thresholds), viewpoint=place.viewpoint, within=place.within,
        chain=str(graph.nodes["Chain"]["id"].iat[chain]), chain_name=str(graph.nodes["Chain"]["name"].iat[chain]),
        segment=rows["id"], group=segments["name"].reindex(np.where(whole >= 0, whole, len(segments))).to_numpy(),
        region=place.id, region_name=place.name,
    )
    judged = judge(frame, thresholds)
    held = steady(frame, judged["status_code"], thresholds).rename("steady")
    return pd.concat([frame, judged, held], axis=1)[list(COLUMNS)]


def chain_quality(graph: Projection, chain: str, thresholds: Thresholds = DEFAULT) -> dict[str, Any]:
    """`quality_basis` of the patents that serve any leaf of the chain, each counted once."""
    rows = chain_rows(graph, find_chain(graph, chain), thresholds)
    return quality_basis(graph, thresholds, np.unique(rows.frame["patent"]))


def chains(graph: Projection) -> pd.DataFrame:
    """Every chain: id, name, name_en, title, segments (leaves), patents (that serve any of them), feeds."""
    frame = graph.nodes["Chain"]
    segments, serves, feeds = graph.nodes["Segment"], graph.edges["SERVES"], graph.edges["FEEDS"]
    of = pd.Index(frame["id"]).get_indexer(pd.Index(segments["chain"].astype("str").fillna("")))
    pairs = pd.DataFrame({"chain": of[serves.target], "patent": serves.source}).drop_duplicates()
    inside = (of[feeds.source] == of[feeds.target]) & (of[feeds.source] >= 0)
    return frame.assign(
        segments=[len(leaf_segments(graph, i)) for i in range(len(frame))],
        patents=np.bincount(pairs["chain"][pairs["chain"] >= 0], minlength=len(frame)),
        feeds=np.bincount(of[feeds.source][inside], minlength=len(frame)),
    )
