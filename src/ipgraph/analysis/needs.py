"""For whom partners are sought, and which segments they should bring."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.lookup import find_holder, find_segment, suggestions, with_id
from ipgraph.analysis.places import gazetteer, inside, wholes
from ipgraph.analysis.portfolio import holding, organisations, walk, worth
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.analysis.topology import leaf_feeds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection

__all__ = ["Seeker", "seeker"]

Floats = NDArray[np.float64]
#: Candidates that a region must offer before a wider one is looked at.
ENOUGH = 10


@dataclass(frozen=True, eq=False)
class Seeker:
    """Who asks: a holder or a segment (`label`) at `position`; `asked` is the segment asked for.

    A segment that has parts stands for them. `own` flags the segments it has (of a segment: its parts, or itself),
    `need` weighs those it lacks, `seeds` are where its walk begins (itself, and the segments asked for). `basis` says
    what it is judged by: patents, segments (works there, no patents), classes (patents that serve no segment: by
    their classes and by the region), region (nothing at all), segment (itself), neighbours (of a segment that nobody
    is in) or none.
    """

    label: str
    position: int
    id: str
    name: str
    basis: str
    own: NDArray[np.bool_]
    need: Floats
    seeds: Floats
    asked: int | None = None


def seeker(graph: Projection, who: str, segment: str | None, thresholds: Thresholds) -> Seeker:
    """The holder or segment called `who`, with what it needs. Raises NotFound with suggestions."""
    asked = None if segment is None else find_segment(graph, segment)
    segments = graph.nodes["Segment"]
    if not len(with_id(segments, who)):
        try:
            return holder_seeker(graph, find_holder(graph, who), asked, thresholds)
        except NotFound:
            pass
    try:
        found = find_segment(graph, who)
    except NotFound as unknown:
        en, zh = suggestions(who, pd.concat([graph.nodes["Holder"]["name"], segments["name"]]))
        raise NotFound(
            f"no enterprise, institution, person or segment called {who}{en}", f"没有名为 {who} 的权利人或链环节{zh}",
        ) from unknown
    return segment_seeker(graph, found if asked is None else asked, thresholds)


def holder_seeker(graph: Projection, at: int, asked: int | None, t: Thresholds) -> Seeker:
    """What a holder needs: the segment asked for, else the neighbours of its own and the rest of their chains."""
    frame, steps = graph.nodes["Holder"], walk(graph, t)
    own = np.zeros(len(graph.nodes["Segment"]), dtype=bool)
    own[worth(graph, t)[[at]].indices] = True
    worked = graph.edges["OPERATES_IN"].targets(at)
    own[worked] = True
    patents = holding(graph)[[at]].nnz
    basis = "segments" if len(worked) else "region"
    if patents:
        basis = "classes" if asked is None and not own.any() else "patents"
    seeds = np.zeros(steps.size)
    seeds[at] = 1
    if basis == "region":
        near = neighbours_by_region(graph, at)
        seeds[np.flatnonzero(near)] = 1
        basis = basis if near.any() else "none"
    elif basis == "classes":
        # All of the region weigh as much as the seeker itself, so that shared classes still tell them apart.
        near = neighbours_by_region(graph, at)
        seeds[np.flatnonzero(near)] = 1 / max(near.sum(), 1)
    need = np.zeros(len(own))
    if asked is not None:
        wanted = parts_of(graph, asked)
        need[wanted] = t.need_asked
        seeds[steps.first_segment:][wanted] = 1
    else:
        need = around(graph, own, t)
    return Seeker("Holder", at, str(frame["id"].iat[at]), str(frame["name"].iat[at]), basis, own, need, seeds, asked)


def segment_seeker(graph: Projection, at: int, t: Thresholds) -> Seeker:
    """What a segment needs: itself; where nobody is in it, its neighbours and the rest of its chain."""
    frame, steps = graph.nodes["Segment"], walk(graph, t)
    own = parts_of(graph, at)
    alive = bool(own[graph.edges["SERVES"].target].any() or own[graph.edges["OPERATES_IN"].target].any())
    need = np.where(own, t.need_asked, 0.0) if alive else around(graph, own, t)
    seeds = np.zeros(steps.size)
    seeds[steps.first_segment:][need > 0 if not alive else own] = 1
    return Seeker("Segment", at, str(frame["id"].iat[at]), str(frame["name"].iat[at]),
                  "segment" if alive else "neighbours", own, need, seeds, at)


def parts_of(graph: Projection, at: int) -> NDArray[np.bool_]:
    """True for the segments without parts that lie in the segment; itself where it has none."""
    frame = graph.nodes["Segment"]
    whole = pd.Index(frame["id"]).get_indexer(pd.Index(frame["parent"].astype("str").fillna("")))
    within = np.zeros(len(frame), dtype=bool)
    within[at] = True
    while (grown := within | ((whole >= 0) & within[whole])).sum() > within.sum():
        within = grown
    has_parts = np.zeros(len(frame), dtype=bool)
    has_parts[whole[whole >= 0]] = True
    return np.asarray(within & ~has_parts)


def around(graph: Projection, own: NDArray[np.bool_], t: Thresholds) -> Floats:
    """Weight of each leaf segment that is not one's own: neighbours by FEEDS, then others of the same chains."""
    frame, feeds = graph.nodes["Segment"], leaf_feeds(graph)
    chains = frame["chain"][own].dropna().unique()
    leaf = ~frame["id"].isin(frame["parent"].dropna())
    need = np.where(frame["chain"].isin(chains) & leaf, t.need_same_chain, 0.0)
    mine = own.astype(float)
    need[(feeds @ mine + feeds.T @ mine) > 0] = t.need_neighbour
    need[own] = 0
    return need


def neighbours_by_region(graph: Projection, at: int) -> NDArray[np.bool_]:
    """Organisations in the same region, or in the nearest wider one below the country that has enough of them."""
    frame, located = gazetteer(graph), graph.edges["LOCATED_IN"]
    regions, near = graph.nodes["Region"]["id"], np.zeros(len(graph.nodes["Holder"]), dtype=bool)
    kept = (located.source != at) & organisations(graph)[located.source]
    for place in (p for target in located.targets(at) for p in wholes(graph)[str(regions.iat[target])]):
        if frame["level"].get(place) == "country" or near.sum() >= ENOUGH:
            break
        near[located.source[kept & inside(graph, place)[located.target]]] = True
    return near
