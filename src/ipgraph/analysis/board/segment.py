"""One segment in detail: its figures, who holds it, what it is made of, and what stands before and after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.industry import working
from ipgraph.analysis.holdings import served, serving
from ipgraph.analysis.lookup import find_chain, find_segment
from ipgraph.analysis.places import WITHIN
from ipgraph.analysis.quality.quality import quality
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection

__all__ = ["SegmentView", "holder_segments", "placed_by_text", "segment_holders", "segment_patents", "segment_view"]


@dataclass(frozen=True, eq=False)
class SegmentView:
    """Details of a segment; frames as the functions below document them.

    `numbers` is its row of the gap board, empty for a segment that has parts. `holders` id, name, kind, country,
    patents (fractional), weighted, share, region. `classes` id, title_zh, title_en, patents. `upstream`,
    `downstream` id, name, name_en, reason. `enterprises` id, name, kind of who works there.
    """

    id: str
    numbers: pd.DataFrame
    holders: pd.DataFrame
    classes: pd.DataFrame
    upstream: pd.DataFrame
    downstream: pd.DataFrame
    enterprises: pd.DataFrame
    patents: int


def segment_view(
    graph: Projection, segment: str, region: str | None = None, *, chain: str | None = None, top: int = 10,
    thresholds: Thresholds = DEFAULT, holder: str | None = None, within: str = WITHIN[0],
) -> SegmentView:
    """The segment called `segment` (id, name or number; of `chain` where given), its numbers as `gap_board` has them
    for the region or holder. Raises NotFound with suggestions."""
    at = find_segment(graph, segment, None if chain is None else find_chain(graph, chain))
    row = graph.nodes["Segment"].iloc[at]
    if pd.isna(row["chain"]):
        raise NotFound(f"the segment {row['id']} belongs to no chain", f"链环节 {row['id']} 不属于任何产业链")
    board = gap_board(graph, str(row["chain"]), region, thresholds, holder=holder, within=within)
    pairs = working(graph)
    there = graph.nodes["Holder"].iloc[pairs.holder[pairs.segment == at]]
    return SegmentView(
        id=str(row["id"]), numbers=board[board["segment"] == row["id"]].reset_index(drop=True),
        holders=segment_holders(graph, at, thresholds).head(top), classes=segment_classes(graph, at).head(top),
        upstream=neighbours(graph, at, upstream=True), downstream=neighbours(graph, at, upstream=False),
        enterprises=there[["id", "name", "kind"]].reset_index(drop=True),
        patents=len(graph.edges["SERVES"].sources(at)),
    )


def segment_holders(graph: Projection, at: int, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Holders of a segment, most weighted first, then by id: never by count alone.

    patents: fractional; weighted: Σ share × score × quality; share: of the weighted total; region: id of the first.
    """
    rows = served(graph, thresholds)
    part = rows.of(at)
    frame = pd.DataFrame({"holder": rows.holder[part], "patents": rows.share[part], "weighted": rows.worth[part]})
    total = frame["weighted"].sum()
    found = frame[frame["holder"] >= 0].groupby("holder", as_index=False).sum().round(9)
    found = found.sort_values(["weighted", "holder"], ascending=[False, True], ignore_index=True)
    held = graph.nodes["Holder"].iloc[found["holder"]].reset_index(drop=True)
    located = graph.edges["LOCATED_IN"]
    first = pd.Series(located.target[::-1], index=located.source[::-1]).groupby(level=0).min()
    region = first.reindex(found["holder"]).fillna(-1).astype(int).to_numpy()
    ids = graph.nodes["Region"]["id"]
    return held[["id", "name", "kind", "country"]].assign(
        patents=found["patents"], weighted=found["weighted"], share=(found["weighted"] / (total or 1.0)).round(9),
        region=ids.reindex(np.where(region >= 0, region, len(ids))).to_numpy(),
    )


def holder_segments(graph: Projection, at: int, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Where a holder (a position) is strong: the segments its patents serve, most weighted first, then by id.

    id, name, name_en, chain; patents: different ones; weighted: Σ share × score × quality; share: of the weighted
    total of the segment.
    """
    rows = served(graph, thresholds)
    total = np.bincount(rows.segment, weights=rows.worth, minlength=len(graph.nodes["Segment"]))
    mine = rows.holder == at
    frame = pd.DataFrame({"segment": rows.segment[mine], "weighted": rows.worth[mine]})
    found = frame.groupby("segment", as_index=False).agg(patents=("weighted", "size"), weighted=("weighted", "sum"))
    found["weighted"] = found["weighted"].round(9)
    found = found.sort_values(["weighted", "segment"], ascending=[False, True], ignore_index=True)
    whole = np.maximum(total[found["segment"]], np.finfo(float).tiny)
    named = graph.nodes["Segment"][["id", "name", "name_en", "chain"]].iloc[found["segment"]].reset_index(drop=True)
    return named.assign(patents=found["patents"], weighted=found["weighted"],
                        share=(found["weighted"] / whole).round(9))


def segment_classes(graph: Projection, at: int) -> pd.DataFrame:
    """Classes of the patents of a segment, most patents first, then by symbol."""
    patents = graph.edges["SERVES"].sources(at)
    ends, counts = np.unique(graph.edges["CLASSIFIED_AS"].out[patents].indices, return_counts=True)
    order = np.lexsort((ends, -counts))
    frame = graph.nodes["TechClass"][["id", "title_zh", "title_en"]].iloc[ends[order]].reset_index(drop=True)
    return frame.assign(patents=counts[order])


def segment_patents(
    graph: Projection, at: int, start: int = 0, count: int = 50, thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """A page of the patents of a segment, by worth, then id: id, score, by_text, quality, worth and the quality
    indicators."""
    rows = serving(graph, thresholds)
    rows = rows[rows["segment"] == at].sort_values(["worth", "patent"], ascending=[False, True])[start:start + count]
    parts = quality(graph, thresholds).drop(columns="weight").iloc[rows["patent"]].reset_index(drop=True)
    own = rows[["score", "by_text", "quality", "worth"]].reset_index(drop=True)
    ids = graph.nodes["Patent"]["id"].iloc[rows["patent"]].reset_index(drop=True)
    return pd.concat([ids, own, parts], axis=1)


def placed_by_text(graph: Projection, at: int) -> pd.DataFrame:
    """Patents of a segment that no rule could place and whose text did: id, probability, by id."""
    edges = graph.edges["SERVES"]
    mine = edges.target == at
    mine[mine] = (edges.data["basis"][mine] == "text").to_numpy()
    ids = graph.nodes["Patent"]["id"].iloc[edges.source[mine]].to_numpy(dtype=object)
    found = pd.DataFrame({"id": ids, "probability": edges.data["score"].to_numpy()[mine]})
    return found.sort_values("id", ignore_index=True)


def neighbours(graph: Projection, at: int, *, upstream: bool) -> pd.DataFrame:
    """What feeds the segment, or what it feeds: id, name, name_en, reason, by id."""
    feeds = graph.edges["FEEDS"]
    near, other = (feeds.target, feeds.source) if upstream else (feeds.source, feeds.target)
    rows = near == at
    frame = graph.nodes["Segment"][["id", "name", "name_en"]].iloc[other[rows]].reset_index(drop=True)
    reasons = feeds.data["reason"].to_numpy()[rows]
    found: pd.DataFrame = frame.assign(reason=reasons).sort_values("id", ignore_index=True)
    return found
