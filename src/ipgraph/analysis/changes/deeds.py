"""What can be assumed: each deed makes a projection in which it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.changes.changed import after, changed
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_holder, find_pool, find_segment, with_id
from ipgraph.analysis.places import find_region, wholes
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import ENDS, Edges, LazyEdges, Projection

__all__ = ["DEEDS", "DOERS", "Change"]

#: What can be done: caption in both languages, and whether it says `to` whom, where or what.
DEEDS = {
    "add": ("新增企业", "add an enterprise", "region"), "move": ("迁移主体", "move a holder", "region"),
    "enter": ("布局环节", "work in a segment", "segment"), "give": ("转让专利", "hand patents over", "holder"),
    "file": ("新申请专利", "file new patents", "segment"), "serve": ("引入专利", "bring patents in", "segment"),
    "withdraw": ("撤出专利", "take patents away", ""),
    "remove": ("移除主体或专利池", "remove a holder or pool", ""),
}
#: Most patents that one deed files, and patents named where some are not there.
MOST, NAMED = 10_000, 5
#: What parts the numbers of a set of patents.
BETWEEN = re.compile(r"[\s,;，；、]+")


@dataclass(frozen=True)
class Change:
    """One deed of DEEDS on a holder, pool or set of patents, by id or name, and its end where it has one.

    A set of patents is one number or several with spaces or commas between, a pool, or a holder for all it has.
    `count` is how many patents are filed.
    """

    do: str
    what: str
    to: str = ""
    count: int = 1


def added(graph: Projection, change: Change) -> Projection:
    """A new enterprise without patents, located in a region; its place in the frame moves those behind it."""
    holders = graph.nodes["Holder"]
    if len(with_id(holders, change.what)) or (holders["name"] == change.what).any():
        raise UsageError(f"{change.what} is there already", f"{change.what} 已存在")
    place = find_region(graph, change.to)
    at = int(holders["id"].searchsorted(change.what))
    row = pd.DataFrame([{"id": change.what, "name": change.what, "kind": "Enterprise", "country": place.country}])
    wide = widened(holders, row)
    frame = pd.concat([wide.iloc[:at], row, wide.iloc[at:]], ignore_index=True).astype(wide.dtypes.to_dict())

    def shifted(type: str) -> Edges:
        given, (starts, ends) = graph.edges[type], (int(end == "Holder") for end in ENDS[type])
        return Edges(
            given.source + (given.source >= at).astype(np.int32) * starts,
            given.target + (given.target >= at).astype(np.int32) * ends, given.data,
            (given.shape[0] + starts, given.shape[1] + ends))

    return moved(after(graph, nodes={"Holder": frame}, edges=LazyEdges(shifted)), change)


def moved(graph: Projection, change: Change) -> Projection:
    """A holder in another region, or in another country."""
    who, place = find_holder(graph, change.what), find_region(graph, change.to)
    holders = graph.nodes["Holder"]
    holders = widened(holders, pd.DataFrame({"country": [place.country]}))
    holders.loc[who, "country"] = place.country
    regions = graph.nodes["Region"]
    at = [int(p) for code in wholes(graph)[place.id] for p in np.flatnonzero(regions["id"] == code)][:1]
    located = changed(graph.edges["LOCATED_IN"], graph.edges["LOCATED_IN"].source != who, [(who, p) for p in at])
    return after(graph, nodes={"Holder": holders}, edges={"LOCATED_IN": located})


def entered(graph: Projection, change: Change) -> Projection:
    pair = (find_holder(graph, change.what), find_segment(graph, change.to))
    edges = graph.edges["OPERATES_IN"]
    return after(graph, edges={"OPERATES_IN": changed(edges, np.ones(len(edges), dtype=bool), [pair])})


def given(graph: Projection, change: Change) -> Projection:
    """Patents whose owner is from now on another holder alone."""
    patents, who = patents_called(graph, change.what), find_holder(graph, change.to)
    edges = graph.edges["OWNS"]
    kept = ~np.isin(edges.target, patents)
    return after(graph, edges={"OWNS": changed(edges, kept, [(who, int(p)) for p in patents])})


def filed(graph: Projection, change: Change) -> Projection:
    """New pending inventions of a holder in a segment, filed on the day that the graph stands for."""
    if not 1 <= change.count <= MOST:
        raise UsageError(f"file: between 1 and {MOST} patents, not {change.count}",
                         f"新申请专利：件数须在 1 至 {MOST} 之间，不能是 {change.count}")
    who, segment = find_holder(graph, change.what), find_segment(graph, change.to)
    patents, first = graph.nodes["Patent"], len(graph.nodes["Patent"])
    new = pd.DataFrame({
        "id": [f"~{n:06}" for n in range(first, first + change.count)], "patent_type": "invention",
        "status": "pending", "origin": graph.nodes["Holder"]["country"].iat[who],
        "filed_on": pd.Timestamp(graph.as_of or "now").normalize(),
    }).reindex(columns=patents.columns)
    kinds = {name: kind for name, kind in patents.dtypes.items() if not isinstance(kind, pd.CategoricalDtype)}
    frame = pd.concat([widened(patents, new), new], ignore_index=True).astype(kinds)

    def wider(type: str) -> Edges:
        given, (starts, ends) = graph.edges[type], (change.count * (end == "Patent") for end in ENDS[type])
        return Edges(given.source, given.target, given.data, (given.shape[0] + starts, given.shape[1] + ends))

    wide, added = LazyEdges(wider), range(first, first + change.count)
    edges = {type: changed(wide[type], np.ones(len(wide[type]), dtype=bool), pairs, score=1.0)
             for type, pairs in (("FILED", [(who, p) for p in added]), ("SERVES", [(p, segment) for p in added]))}
    return after(after(graph, nodes={"Patent": frame}, edges=wide), edges=edges)


def serving(graph: Projection, change: Change) -> Projection:
    """Patents that from now on serve a segment too, as fully as one can."""
    patents, segment = patents_called(graph, change.what), find_segment(graph, change.to)
    edges = graph.edges["SERVES"]
    pairs = [(int(p), segment) for p in patents]
    return after(graph, edges={"SERVES": changed(edges, np.ones(len(edges), dtype=bool), pairs, score=1.0)})


def withdrawn(graph: Projection, change: Change) -> Projection:
    return without(graph, patents_called(graph, change.what))


def removed(graph: Projection, change: Change) -> Projection:
    """A holder gone, with the patents that it alone holds; those held with others stay with them. A pool takes all of
    its patents along."""
    try:
        who = find_holder(graph, change.what)
    except NotFound as nobody:
        try:
            pool = find_pool(graph, change.what)
        except NotFound:
            raise nobody from None
        return without(graph, graph.edges["IN_POOL"].sources(pool))
    held = holdings(graph)
    alone = held.patent[(held.holder == who) & (held.share == 1)]
    edges = {type: changed(graph.edges[type], graph.edges[type].source != who)
             for type in ("FILED", "OWNS", "OPERATES_IN", "LICENSES_INTO")}
    belongs = graph.edges["SUBSIDIARY_OF"]
    edges["SUBSIDIARY_OF"] = changed(belongs, (belongs.source != who) & (belongs.target != who))
    return without(after(graph, edges=edges), alone)


DOERS = {"add": added, "move": moved, "enter": entered, "give": given, "file": filed, "serve": serving,
         "withdraw": withdrawn, "remove": removed}


def patents_called(graph: Projection, text: str) -> np.ndarray:
    """Positions of the patents with these numbers, of those of the pool, or of those of the holder with this name.

    Raises NotFound, naming the numbers that are not there where others are.
    """
    patents = graph.nodes["Patent"]
    numbers = [number for number in BETWEEN.split(text) if number]
    found = pd.Index(patents["id"]).get_indexer(pd.Index(numbers))
    if (found >= 0).any():
        lost = [number for number, at in zip(numbers, found, strict=True) if at < 0]
        if lost:
            more = "…" if len(lost) > NAMED else ""
            raise NotFound(f"no patent with the number {', '.join(lost[:NAMED])}{more}",
                           f"没有公开号为 {'、'.join(lost[:NAMED])}{more} 的专利")
        return np.unique(found)
    try:
        return graph.edges["IN_POOL"].sources(find_pool(graph, text))
    except NotFound:
        held = holdings(graph)
        return np.unique(held.patent[held.holder == find_holder(graph, text)])


def widened(frame: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """The frame with the categories that new rows need, which get them too."""
    wide: dict[str, Any] = {name: frame[name].cat.add_categories(
        [v for v in new[name].dropna().unique() if v not in frame[name].cat.categories])
        for name in map(str, new) if name in frame and isinstance(frame[name].dtype, pd.CategoricalDtype)}
    for name, column in wide.items():
        new[name] = pd.Categorical(new[name], column.cat.categories)
    return frame.assign(**wide)


def without(graph: Projection, patents: np.ndarray) -> Projection:
    """Patents that serve no segment any more."""
    edges = graph.edges["SERVES"]
    return after(graph, edges={"SERVES": changed(edges, ~np.isin(edges.source, patents))})
