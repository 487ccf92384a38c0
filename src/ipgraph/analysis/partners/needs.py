"""For whom partners are sought, and which segments they should bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.board.topology import leaf_feeds
from ipgraph.analysis.holdings import serving
from ipgraph.analysis.places import gazetteer, inside, wholes
from ipgraph.analysis.portfolio import organisations, patents_of, walk_nodes, worth
from ipgraph.analysis.teams.teams import team_patents
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["Seeker", "Team", "around", "holder_seeker", "neighbours", "parts_of", "segment_seeker", "team_seeker"]

Floats = NDArray[np.float64]
#: A row of `all_teams`.
Team: TypeAlias = "pd.Series[Any]"
#: Candidates that a region must offer before a wider one is looked at.
ENOUGH = 10


@dataclass(frozen=True, eq=False)
class Seeker:
    """Who asks: a holder, a segment or a research team (`label`); `asked` is the segment asked for.

    A segment that has parts stands for them. `own` flags the segments it has (of a segment: its parts, or itself),
    `need` weighs those it lacks, `seeds` are where its walk begins (itself, and the segments asked for). `patents` are
    its own (positions), `have` their worth by segment, `seats` the holder itself, or the homes of a team, the leader's
    first: all three are empty for a segment. `basis` says what it is judged by: patents, segments (works there, no
    patents), classes (patents that serve no segment: by their classes and by the region), region (nothing at all),
    segment (itself), neighbours (of a segment that nobody is in) or none.
    """

    label: str
    kind: str
    id: str
    name: str
    basis: str
    own: NDArray[np.bool_]
    need: Floats
    seeds: Floats
    asked: int | None
    patents: NDArray[np.int64]
    have: Floats
    seats: tuple[int, ...]


def team_seeker(graph: Projection, team: Team, asked: int | None, t: Thresholds) -> Seeker:
    """What a team needs: as a holder of the patents that its members share, at home where it is."""
    patents = team_patents(graph, team)
    rows = serving(graph, t)
    rows = rows[rows["patent"].isin(patents)]
    have = np.bincount(rows["segment"], rows["worth"], minlength=len(graph.nodes["Segment"])).astype(float)
    seats = pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(team["homes"]))
    return judged(graph, "Team", ("Team", str(team["id"]), f"{team['home_name']} · {team['leader_name']}"), patents,
                  have, tuple(seats.tolist()), asked, t)


def holder_seeker(graph: Projection, at: int, asked: int | None, t: Thresholds) -> Seeker:
    """What a holder needs."""
    row = graph.nodes["Holder"].iloc[at]
    have = worth(graph, t)[[at]].toarray().ravel()
    return judged(graph, "Holder", (str(row["kind"]), str(row["id"]), str(row["name"])), patents_of(graph, at), have,
                  (at,), asked, t)


def judged(
    graph: Projection, label: str, named: tuple[str, str, str], patents: NDArray[np.int64], have: Floats,
    seats: tuple[int, ...], asked: int | None, t: Thresholds,
) -> Seeker:
    """What one with these patents needs: the segment asked for, else the neighbours of its own and the rest of their
    chains."""
    (before, size), at = walk_nodes(graph), seats[0]
    own = have > 0
    worked = graph.edges["OPERATES_IN"].targets(at) if label == "Holder" else np.empty(0, dtype=np.int32)
    own[worked] = True
    basis = "segments" if len(worked) else "region"
    if len(patents):
        basis = "classes" if asked is None and not own.any() else "patents"
    seeds = np.zeros(size)
    if label == "Holder":
        seeds[at] = 1
    elif len(patents):
        seeds[len(graph.nodes["Holder"]) + patents] = 1 / len(patents)
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
        seeds[before:][wanted] = 1
    else:
        need = around(graph, own, t)
    return Seeker(label, *named, basis, own, need, seeds, asked, patents, have, seats)


def segment_seeker(graph: Projection, at: int, t: Thresholds) -> Seeker:
    """What a segment needs: itself; where nobody is in it, its neighbours and the rest of its chain."""
    frame, (before, size) = graph.nodes["Segment"], walk_nodes(graph)
    own = parts_of(graph, at)
    alive = bool(own[graph.edges["SERVES"].target].any() or own[graph.edges["OPERATES_IN"].target].any())
    need = np.where(own, t.need_asked, 0.0) if alive else around(graph, own, t)
    seeds = np.zeros(size)
    seeds[before:][need > 0 if not alive else own] = 1
    return Seeker("Segment", "Segment", str(frame["id"].iat[at]), str(frame["name"].iat[at]),
                  "segment" if alive else "neighbours", own, need, seeds, at, np.empty(0, dtype=np.int64),
                  np.zeros(len(own)), ())


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
    need = np.zeros(len(own))
    if own.any():
        need = np.asarray(needed(graph, t)[np.flatnonzero(own)].max(axis=0).toarray()).ravel()
    need[own] = 0
    return need


@remembered
def needed(graph: Projection, thresholds: Thresholds) -> sparse.csr_array:
    """Segments × segments: what having the first makes the second, a leaf, weigh for who lacks it."""
    frame, feeds = graph.nodes["Segment"], leaf_feeds(graph)
    code, chains = pd.factorize(frame["chain"])
    leaf = ~frame["id"].isin(frame["parent"].dropna()).to_numpy()
    known = np.flatnonzero(code >= 0)
    member = sparse.csr_array((np.ones(len(known)), (known, code[known])), shape=(len(frame), len(chains)))
    within = sparse.csr_array(member @ member.T @ sparse.diags_array(leaf * thresholds.need_same_chain))
    beside = sparse.csr_array(feeds + feeds.T)
    beside.data[:] = thresholds.need_neighbour
    return sparse.csr_array(within.maximum(beside))


def neighbours(graph: Projection, own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True for the leaf segments that one of one's own feeds, or that feed one, and that are none of them."""
    feeds, mine = leaf_feeds(graph), own.astype(float)
    return np.asarray(((feeds @ mine + feeds.T @ mine) > 0) & ~own)


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
