"""Positions of a chain's segments: stage columns for x, barycentre order for y, the same on every visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import pandas as pd

from ipgraph.analysis.measures.position import trophic_levels
from ipgraph.explorer.order import branch_key, late, untangle, without_cycles
from ipgraph.explorer.place import CARD_WIDTH, Placed, stack

COLUMN_GAP, BAND_GAP, HEAD = 42, 66, 40
#: Rows after which a layer goes on in a further column: twelve cards and their frames are one screen of 768 pixels.
TALL = 12
STAGES = ("upstream", "midstream", "downstream")


@dataclass(frozen=True)
class Layout:
    """A chain laid out.

    cards: id, column, x, y (top left) of each segment without parts of its own.
    frames: id, depth, x, y, width, height around the parts of a segment, one for each column they stand in.
    bands: key (a stage, a level or the id of a whole; '' unknown), x, width; left to right.
    feeds: source, target, back (true where the edge runs against the columns and is drawn as a return).
    """

    cards: pd.DataFrame
    frames: pd.DataFrame
    bands: pd.DataFrame
    feeds: pd.DataFrame
    width: float
    height: float


def chain_layout(segments: pd.DataFrame, feeds: pd.DataFrame) -> Layout:
    """Lay a chain out.

    segments: id, number, stage, parent (id of the segment it is a part of, or None); feeds: source, target (ids).
    Bands are the stages, else the rounded trophic levels, else the outermost wholes in branch order. Inside a band
    an edge between two wholes still runs left to right, one column a step; edges inside a whole stay in its column.
    """
    rows = segments.astype(object).where(segments.notna(), None).to_dict("records")
    number = {row["id"]: row["number"] for row in rows}
    parent = {row["id"]: row["parent"] for row in rows if row["parent"] in number}
    leaves = sorted(set(number) - set(parent.values()), key=lambda key: branch_key(number[key], key))
    wholes = {leaf: above(leaf, parent) for leaf in leaves}
    linked = between_leaves(wholes, list(zip(feeds["source"], feeds["target"], strict=True)))
    edges = without_cycles(leaves, linked)
    band = bands(leaves, wholes, {row["id"]: row["stage"] for row in rows}, linked)
    columns: dict[str, list[list[str]]] = {}
    for name in ordered(leaves, band):
        members = [leaf for leaf in leaves if band[leaf] == name]
        inside = [(s, t) for s, t in edges if band[s] == name == band[t]]
        step = late(members, [(s, t) for s, t in inside if group(wholes, s) != group(wholes, t)])
        columns[name] = [
            column for at in range(max(step.values()) + 1)
            for column in wrapped([leaf for leaf in members if step[leaf] == at], wholes)
        ]
    untangled = iter(untangle([column for some in columns.values() for column in some], edges, wholes))
    return placed({name: [stack(next(untangled), wholes) for _ in some] for name, some in columns.items()}, feeds)


def above(leaf: str, parent: Mapping[str, str]) -> tuple[str, ...]:
    """What a segment is a part of, outermost first; a circle ends where it closes."""
    path: list[str] = []
    at = parent.get(leaf)
    while at is not None and at not in path:
        path.insert(0, at)
        at = parent.get(at)
    return tuple(path)


def group(wholes: Mapping[str, tuple[str, ...]], leaf: str) -> str:
    """The outermost whole, or the leaf itself."""
    return (*wholes[leaf], leaf)[0]


def between_leaves(wholes: Mapping[str, tuple[str, ...]], pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Edges between leaves; an edge of a whole counts for each of its parts."""
    below: dict[str, list[str]] = {}
    for leaf, path in wholes.items():
        for whole in (*path, leaf):
            below.setdefault(whole, []).append(leaf)
    return [(s, t) for source, target in pairs for s in below.get(source, ()) for t in below.get(target, ()) if s != t]


def bands(leaves: Sequence[str], wholes: Mapping[str, tuple[str, ...]], stage: Mapping[str, str | None],
          edges: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Band of each leaf: the nearest stage on the way up; else the trophic level; else the outermost whole."""
    if any(stage.values()):
        upward = {leaf: (leaf, *reversed(wholes[leaf])) for leaf in leaves}
        return {leaf: next((str(stage[at]) for at in path if stage[at]), "") for leaf, path in upward.items()}
    linked = {key for edge in edges for key in edge}
    if linked:
        level = levels(leaves, edges)
        return {leaf: str(round(level[leaf])) if leaf in linked else "" for leaf in leaves}
    return {leaf: wholes[leaf][0] if wholes[leaf] else "" for leaf in leaves}


def levels(leaves: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Trophic level of each leaf: it bears cycles, and a plain chain climbs by one a step."""
    at = {leaf: position for position, leaf in enumerate(leaves)}
    flows = np.zeros((len(leaves), len(leaves)))
    for source, target in edges:
        flows[at[source], at[target]] = 1
    return dict(zip(leaves, trophic_levels(flows).tolist(), strict=True))


def ordered(leaves: Sequence[str], band: Mapping[str, str]) -> list[str]:
    """Stages in their order, levels by number, wholes as they first appear; the unknown last."""
    names = list(dict.fromkeys(band[leaf] for leaf in leaves))
    rank = {name: at for at, name in enumerate(STAGES)} | {name: int(name) for name in names if name.isdigit()}
    return sorted(names, key=lambda name: (name == "", rank.get(name, len(STAGES))))


def wrapped(column: Sequence[str], wholes: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """One layer as columns of about equal height, at most TALL rows each; a whole that fits a column stays in one."""
    blocks: dict[str, list[str]] = {}
    for leaf in column:
        blocks.setdefault(group(wholes, leaf), []).append(leaf)
    size = ceil(len(column) / max(1, ceil(len(column) / TALL)))
    made: list[list[str]] = []
    for block in blocks.values():
        if made and len(made[-1]) < size and len(made[-1]) + len(block) <= TALL:
            made[-1] += block
        else:
            made += [block[at:at + TALL] for at in range(0, len(block), TALL)]
    return made


def placed(columns: Mapping[str, Sequence[Placed]], feeds: pd.DataFrame) -> Layout:
    """Columns set side by side, each centred."""
    tallest = max((column.height for some in columns.values() for column in some), default=0.0)
    cards, frames, heads, left, at = [], [], [], 0.0, 0
    for name, some in columns.items():
        start = left
        for column in some:
            down = HEAD + (tallest - column.height) / 2
            cards += [(key, at, left, down + y) for key, y in column.cards]
            frames += [
                (f.id, f.depth, left - f.pad, down + f.top, CARD_WIDTH + 2 * f.pad, f.height) for f in column.frames
            ]
            left, at = left + CARD_WIDTH + COLUMN_GAP, at + 1
        heads.append((name, start, left - COLUMN_GAP - start))
        left += BAND_GAP - COLUMN_GAP
    frames.sort(key=lambda frame: frame[1])
    x = {key: left for key, _, left, _ in cards}
    for whole, _, edge, *_ in frames:
        x.setdefault(whole, edge)
    drawn = feeds[feeds["source"].isin(list(x)) & feeds["target"].isin(list(x)) & (feeds["source"] != feeds["target"])]
    drawn = drawn[["source", "target"]].drop_duplicates().sort_values(["source", "target"], ignore_index=True)
    return Layout(
        pd.DataFrame(cards, columns=["id", "column", "x", "y"]),
        pd.DataFrame(frames, columns=["id", "depth", "x", "y", "width", "height"]),
        pd.DataFrame(heads, columns=["key", "x", "width"]),
        drawn.assign(back=[x[t] + CARD_WIDTH <= x[s] for s, t in zip(drawn["source"], drawn["target"], strict=True)]),
        width=max(left - BAND_GAP, 0.0), height=HEAD + tallest,
    )
