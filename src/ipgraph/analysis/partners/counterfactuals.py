"""What a recommendation rests on: the rank worked out again without a patent or an edge that its reasons name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.changes.changed import after, changed
from ipgraph.analysis.lookup import holder_names
from ipgraph.analysis.partners.links import Reason
from ipgraph.analysis.places import gazetteer, wholes
from ipgraph.analysis.recommend.history import history, less
from ipgraph.analysis.recommend.live import present, today
from ipgraph.projection import ENDS, Projection

__all__ = ["FAR", "counterfactuals", "without"]

#: A patent, or an edge by its type and its two ends.
Thing = tuple[str, ...]
#: Results that are looked at, things that are taken away for each, and those told.
RESULTS, TRIED, TOLD = 5, 4, 3
#: Ranks beyond this are not told apart.
FAR = 100
#: What is known from the nodes alone, and need not be found again.
OF_NODES = (holder_names, gazetteer, wholes)
#: The edge that a reason tells of: what it is called in both languages.
EDGES = {
    "CITES": ("引用 {0} → {1}", "the citation {0} → {1}"), "OPERATES_IN": ("{0} 布局 {1}", "{0} working in {1}"),
}


def counterfactuals(
    graph: Projection, candidates: NDArray[np.int64], told: Sequence[Sequence[Reason]],
    again: Callable[[Projection], NDArray[np.int64]],
) -> list[list[dict[str, Any]]]:
    """For each candidate (positions, best first, with their reasons) what its rank would be without what they name.

    Of the first five, up to four patents and edges each are taken away one at a time, and the three told that move the
    rank most: {kind (patent, CITES or OPERATES_IN), ids (of the patent, or of the ends of the edge), zh, en, rank,
    rank_without}; rank_without is None for who is then no longer among the first hundred. `again` ranks on a changed
    projection. A patent goes with all of its edges; whatever is measured against other patents is measured anew.
    """
    orders: dict[Thing, list[int]] = {}
    out: list[list[dict[str, Any]]] = [[] for _ in candidates]
    for place, (candidate, reasons) in enumerate(zip(candidates[:RESULTS], told, strict=False)):
        who = str(graph.nodes["Holder"]["id"].iat[int(candidate)])
        for thing in list(dict.fromkeys(named(who, reasons)))[:TRIED]:
            if thing not in orders:
                orders[thing] = again(without(graph, thing)).tolist()
            then = orders[thing].index(candidate) + 1 if candidate in orders[thing] else None
            out[place].append(row(graph, thing, place + 1, then))
        out[place].sort(key=lambda one: -abs((one["rank_without"] or FAR + 1) - one["rank"]))
        del out[place][TOLD:]
    return out


def named(who: str, reasons: Sequence[Reason]) -> Iterator[Thing]:
    """What the reasons for a candidate name: ways between the two first, then what it brings, then what is shared."""
    for kind in ("cofiled", "citation", "path", "complement", "shared_segment", "shared_class"):
        for reason in reasons:
            if reason["kind"] == "citation" == kind:
                yield ("CITES", *reason["patents"])
            elif reason["kind"] == kind == "complement" and not reason["patents"]:
                yield ("OPERATES_IN", who, *reason["segments"])
            elif reason["kind"] == kind:
                yield from (("patent", id) for id in reason["patents"][:1 if kind == "complement" else None])


def without(graph: Projection, thing: Thing) -> Projection:
    """The projection without an edge, or without a patent: its node stays, with nothing that leads to or from it. What
    the past was before it is taken from what is known of it, not read anew."""
    kind, *ids = thing
    if kind == "patent":
        at = position(graph, "Patent", ids[0])
        gone = {type: ((edges.source == at) & (ENDS[type][0] == "Patent"))
                | ((edges.target == at) & (ENDS[type][1] == "Patent"))
                for type, edges in ((type, graph.edges[type]) for type, ends in ENDS.items() if "Patent" in ends)}
        past = less(history(graph), patent=at)
    else:
        edges = graph.edges[kind]
        one, other = (position(graph, label, id) for label, id in zip(ENDS[kind], ids, strict=True))
        gone = {kind: (edges.source == one) & (edges.target == other)}
        past = less(history(graph), citation=(one, other) if kind == "CITES" else None)
    left = {type: changed(graph.edges[type], ~lost) for type, lost in gone.items() if lost.any()}
    same = (present, today) if past is history(graph) else ()
    return after(graph, edges=left, keeping=(*OF_NODES, *same), knowing={history: past})


def position(graph: Projection, label: str, id: str) -> int:
    return int(pd.Index(graph.nodes[label]["id"]).get_loc(id))


def row(graph: Projection, thing: Thing, rank: int, then: int | None) -> dict[str, Any]:
    kind, *ids = thing
    if kind == "patent":
        zh, en = f"专利 {ids[0]}", f"patent {ids[0]}"
    else:
        names = ids if kind == "CITES" else [
            str(graph.nodes[label]["name"].iat[position(graph, label, id)])
            for label, id in zip(ENDS[kind], ids, strict=True)]
        zh, en = (text.format(*names) for text in EDGES[kind])
    if then is None:
        moved = (f"排名由第 {rank} 降到 {FAR} 名之外", f"the rank falls from {rank} to beyond {FAR}")
    elif then == rank:
        moved = (f"排名仍为第 {rank}", f"the rank stays {rank}")
    else:
        down = then > rank
        moved = (f"排名由第 {rank} {'降' if down else '升'}到第 {then}",
                 f"the rank {'falls' if down else 'rises'} from {rank} to {then}")
    return {"kind": kind, "ids": ids, "zh": f"没有{zh}，{moved[0]}", "en": f"Without {en}, {moved[1]}",
            "rank": rank, "rank_without": then}
