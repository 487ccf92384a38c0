"""What if: the same board after firms come, leave, move or buy, and patents go. The published graph stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.gaps import gap_board
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_holder, find_pool, find_segment, with_id
from ipgraph.analysis.places import find_region, wholes
from ipgraph.analysis.records import plain
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import ENDS, Edges, Projection

__all__ = ["DEEDS", "Change", "apply", "what_if"]

#: What can be done: caption in both languages, and whether it says `to` whom, where or what.
DEEDS = {
    "add": ("新增企业", "add an enterprise", "region"), "move": ("迁移主体", "move a holder", "region"),
    "enter": ("布局环节", "work in a segment", "segment"), "give": ("转让专利", "hand patents over", "holder"),
    "withdraw": ("撤出专利", "take patents away", ""), "remove": ("移除主体", "remove a holder", ""),
}
#: Columns of the board that say what a segment is, not how it stands.
NAMES = ("chain", "chain_name", "segment", "name", "name_en", "number", "group", "stage", "region", "region_name",
         "status", "status_basis")


@dataclass(frozen=True)
class Change:
    """One deed of DEEDS on a holder, patent or pool, by id or name, and its end where it has one."""

    do: str
    what: str
    to: str = ""


def what_if(
    graph: Projection, chain: str, changes: Sequence[Change], region: str | None = None,
    thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """One row a segment and number that the changes move: segment, name, name_en, measure, before, after.

    The columns of the gap board, its status by code. Raises NotFound for a name that nothing bears, UsageError for a
    deed that is none or lacks its end.
    """
    before = gap_board(graph, chain, region, thresholds)
    after = gap_board(apply(graph, changes), chain, region, thresholds)
    found = []
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        for measure in before.columns.drop(list(NAMES)):
            was, now = plain(old[measure]), plain(new[measure])
            if was != now:
                found.append({**{n: old[n] for n in ("segment", "name", "name_en")}, "measure": measure,
                              "before": was, "after": now})
    columns = ["segment", "name", "name_en", "measure", "before", "after"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def apply(graph: Projection, changes: Sequence[Change]) -> Projection:
    """The projection as it would be after the changes, in their order."""
    for change in changes:
        if change.do not in DEEDS:
            raise UsageError(f"{change.do!r} is nothing that can be done: {', '.join(DEEDS)}",
                             f"“{change.do}”不可用：可选 {'、'.join(DEEDS)}")
        if not change.what:
            raise UsageError(f"{change.do}: say who or what", f"{DEEDS[change.do][0]}：缺少主体")
        if DEEDS[change.do][2] and not change.to:
            raise UsageError(f"{change.do} {change.what}: say which {DEEDS[change.do][2]}",
                             f"{DEEDS[change.do][0]} {change.what}：缺少对象")
        graph = DOERS[change.do](graph, change)
    return graph


def added(graph: Projection, change: Change) -> Projection:
    """A new enterprise without patents, located in a region; its place in the frame moves those behind it."""
    holders = graph.nodes["Holder"]
    if len(with_id(holders, change.what)) or (holders["name"] == change.what).any():
        raise UsageError(f"{change.what} is there already", f"{change.what} 已存在")
    place = find_region(graph, change.to)
    at = int(holders["id"].searchsorted(change.what))
    row = pd.DataFrame([{"id": change.what, "name": change.what, "kind": "Enterprise", "country": place.country}])
    frame = pd.concat([holders.iloc[:at], row, holders.iloc[at:]], ignore_index=True).astype(holders.dtypes.to_dict())
    edges = {}
    for type, given in graph.edges.items():
        starts, ends = (int(end == "Holder") for end in ENDS[type])
        edges[type] = Edges(
            given.source + (given.source >= at).astype(np.int32) * starts,
            given.target + (given.target >= at).astype(np.int32) * ends, given.data,
            (given.shape[0] + starts, given.shape[1] + ends))
    return moved(after(graph, nodes={"Holder": frame}, edges=edges), change)


def moved(graph: Projection, change: Change) -> Projection:
    """A holder in another region, or in another country."""
    who, place = find_holder(graph, change.what), find_region(graph, change.to)
    holders = graph.nodes["Holder"].copy()
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


def withdrawn(graph: Projection, change: Change) -> Projection:
    return without(graph, patents_called(graph, change.what))


def removed(graph: Projection, change: Change) -> Projection:
    """A holder gone, with the patents that it alone holds; those held with others stay with them."""
    who, held = find_holder(graph, change.what), holdings(graph)
    alone = held.patent[(held.holder == who) & (held.share == 1)]
    edges = {type: changed(graph.edges[type], graph.edges[type].source != who)
             for type in ("FILED", "OWNS", "OPERATES_IN", "LICENSES_INTO")}
    belongs = graph.edges["SUBSIDIARY_OF"]
    edges["SUBSIDIARY_OF"] = changed(belongs, (belongs.source != who) & (belongs.target != who))
    return without(after(graph, edges=edges), alone)


DOERS = {"add": added, "move": moved, "enter": entered, "give": given, "withdraw": withdrawn, "remove": removed}


def patents_called(graph: Projection, text: str) -> np.ndarray:
    """Positions of the patent with this number, of those of the pool, or of those of the holder with this name."""
    found = with_id(graph.nodes["Patent"], text)
    if len(found):
        return found
    try:
        return graph.edges["IN_POOL"].sources(find_pool(graph, text))
    except NotFound:
        held = holdings(graph)
        return np.unique(held.patent[held.holder == find_holder(graph, text)])


def without(graph: Projection, patents: np.ndarray) -> Projection:
    """Patents that serve no segment any more."""
    edges = graph.edges["SERVES"]
    return after(graph, edges={"SERVES": changed(edges, ~np.isin(edges.source, patents))})


def changed(edges: Edges, kept: np.ndarray, more: Sequence[tuple[int, int]] = ()) -> Edges:
    """The edges that are kept and more pairs, without properties; a pair that is there already stays as it is."""
    ends = np.array(more, dtype=np.int32).reshape(-1, 2)
    source, target = np.append(edges.source[kept], ends[:, 0]), np.append(edges.target[kept], ends[:, 1])
    data = pd.concat([edges.data[kept], pd.DataFrame(index=range(len(ends)))], ignore_index=True)
    order = np.lexsort((np.arange(len(source)), target, source))
    source, target, data = source[order], target[order], data.iloc[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (source[1:] != source[:-1]) | (target[1:] != target[:-1])
    return Edges(source[first], target[first], data[first].reset_index(drop=True), edges.shape)


def after(
    graph: Projection, nodes: Mapping[str, pd.DataFrame] | None = None, edges: Mapping[str, Edges] | None = None,
) -> Projection:
    """A projection of its own with some frames and edges replaced; it remembers nothing of the one before."""
    return Projection(graph.version, graph.as_of, {**graph.nodes, **(nodes or {})}, {**graph.edges, **(edges or {})})
