"""Where every segment of a chain stands, from what feeds what, else from its stage."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from ipgraph.analysis.measures import (
    STAGE_STEPS,
    articulation_points,
    cut_segments,
    incoherence,
    supply_paths,
    trophic_levels,
    unit_final_use,
    upstreamness,
)
from ipgraph.projection import Projection, remembered

__all__ = ["chain_incoherence", "leaf_feeds", "leaf_segments", "topology"]


@remembered
def leaf_segments(graph: Projection, chain: int) -> np.ndarray:
    """Positions of the segments of a chain that have no parts, in the order of their numbers, then of their ids."""
    frame = graph.nodes["Segment"]
    member = (frame["chain"] == graph.nodes["Chain"]["id"].iat[chain]) & ~frame["id"].isin(frame["parent"].dropna())
    leaves = frame[member]
    numbers = leaves["number"].fillna("").astype("str")
    parts = numbers.str.extractall(r"(\d+)")[0].astype(float).unstack().reindex(leaves.index)
    order = pd.concat([parts.fillna(-1), leaves["id"]], axis=1)
    return np.asarray(order.sort_values(list(order.columns)).index, dtype=np.int64)


@remembered
def topology(graph: Projection, chain: int) -> pd.DataFrame:
    """One row a leaf segment of the chain, in the order of `leaf_segments`.

    upstreamness: mean steps to final use with a flow of 1 an edge, 1 = final; what feeds another chain is final use;
    trophic: trophic level, 0 = raw; position_basis: `feeds`; `stage` where neither the segment nor a whole above it
    is fed or feeds, and stages stand in (3, 2, 1 steps); `none`. articulation: its loss parts the chain; cut: every
    path from raw material to final product passes through it; paths: supply paths that share no segment, None for raw
    ones.
    A part takes the place of its whole where only the whole has flows; then it is a cut or articulation point only
    where it is the only part.
    """
    frame, leaves = graph.nodes["Segment"], leaf_segments(graph, chain)
    nodes, pairs = flow_pairs(graph, chain)
    z, leaving = flows(nodes, pairs), outlets(graph, chain)[nodes]
    up, level = upstreamness(z, unit_final_use(z, leaving)), trophic_levels(z)
    at = stand_ins(frame, leaves, nodes)
    known = at >= 0
    alone = known & (np.bincount(at[known], minlength=len(nodes))[at] == 1) if known.any() else known
    stage = nearest_stage(frame, leaves)
    steps = stage.map(STAGE_STEPS).to_numpy(dtype=float)
    count = len(nodes)
    paths = [*supply_paths(count, pairs), None]
    return pd.DataFrame({
        "segment": leaves,
        "stage": stage.to_numpy(),
        "upstreamness": np.where(known, np.append(up, np.nan)[at], steps),
        "trophic": np.where(known, np.append(level, np.nan)[at], 3 - steps),
        "position_basis": np.where(known, "feeds", np.where(np.isnan(steps), "none", "stage")),
        "articulation": np.append(articulation_points(count, pairs), False)[at] & alone,
        "cut": np.append(cut_segments(count, pairs, leaving), False)[at] & alone,
        "paths": pd.array([paths[i] for i in at], dtype="Int64"),
    })


def chain_incoherence(graph: Projection, chain: int) -> float | None:
    """Trophic incoherence F0 of the chain: 0 a pure chain, 1 a circle; None where nothing feeds anything."""
    z = flows(*flow_pairs(graph, chain))
    return incoherence(z, trophic_levels(z))


def flows(nodes: np.ndarray, pairs: list[tuple[int, int]]) -> np.ndarray:
    """A flow of 1 for each of the edges, nodes × nodes."""
    z = np.zeros((len(nodes), len(nodes)))
    z[tuple(np.array(pairs, dtype=np.int64).reshape(-1, 2).T)] = 1
    return z


def outlets(graph: Projection, chain: int) -> np.ndarray:
    """True for each segment (position) of the chain that feeds a segment of another chain."""
    of, feeds = graph.nodes["Segment"]["chain"], graph.edges["FEEDS"]
    inside = (of == graph.nodes["Chain"]["id"].iat[chain]).to_numpy(dtype=bool)
    other = (~inside & of.notna().to_numpy())[feeds.target]
    flags = np.zeros(len(inside), dtype=bool)
    flags[feeds.source[inside[feeds.source] & other]] = True
    return flags


def flow_pairs(graph: Projection, chain: int) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Segments (positions, ascending) that feed or are fed inside the chain, and the edges as positions in those."""
    inside = (graph.nodes["Segment"]["chain"] == graph.nodes["Chain"]["id"].iat[chain]).to_numpy(dtype=bool)
    feeds = graph.edges["FEEDS"]
    kept = inside[feeds.source] & inside[feeds.target] & (feeds.source != feeds.target)
    source, target = feeds.source[kept], feeds.target[kept]
    nodes = np.unique(np.concatenate([source, target]))
    start, end = np.searchsorted(nodes, source), np.searchsorted(nodes, target)
    return nodes, list(zip(start.tolist(), end.tolist(), strict=True))


def stand_ins(frame: pd.DataFrame, leaves: np.ndarray, nodes: np.ndarray) -> np.ndarray:
    """For each leaf the place in `nodes` of itself or the nearest whole above it, −1 where there is none."""
    place = np.full(len(frame), -1)
    place[nodes] = np.arange(len(nodes))
    return climb(frame, leaves, place >= 0, place)


def nearest_stage(frame: pd.DataFrame, leaves: np.ndarray) -> pd.Series[str]:
    """Stage of each leaf, else of the nearest whole above it that has one."""
    stage = frame["stage"].astype("str")
    at = climb(frame, leaves, stage.notna().to_numpy(), np.arange(len(frame)))
    return stage.reindex(np.where(at >= 0, at, len(frame)))


def climb(frame: pd.DataFrame, leaves: np.ndarray, wanted: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Value of the first segment that is `wanted` on the way from each leaf up, −1 where there is none."""
    above = pd.Index(frame["id"]).get_indexer(pd.Index(frame["parent"].astype("str").fillna("")))
    at = leaves.copy()
    for _ in range(len(frame)):
        on = (at >= 0) & ~wanted[at]
        if not on.any():
            break
        at[on] = above[at[on]]
    settled = (at >= 0) & wanted[at]
    return np.where(settled, value[at], -1)


@remembered
def leaf_feeds(graph: Projection) -> sparse.csr_array:
    """Which leaf segment feeds which, in all chains: an edge of a whole counts for each of its parts."""
    frame, feeds = graph.nodes["Segment"], graph.edges["FEEDS"]
    count = len(frame)
    above = pd.Index(frame["id"]).get_indexer(pd.Index(frame["parent"].astype("str").fillna("")))
    has = np.flatnonzero(above >= 0)
    up = sparse.csr_array((np.ones(len(has)), (has, above[has])), shape=(count, count))
    leaf = np.ones(count)
    leaf[above[has]] = 0
    under = step = sparse.csr_array(sparse.diags_array(leaf))
    while step.nnz and (step := sparse.csr_array(step @ up)).nnz and (step - step.multiply(under)).count_nonzero():
        under = sparse.csr_array(under + step)
        under.data[:] = 1
    flat = sparse.csr_array(under @ feeds.out @ under.T)
    flat.data[:] = 1
    return flat
