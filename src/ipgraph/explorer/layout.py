"""Positions of a chain's segments: stage columns for x, barycentre order for y, the same on every visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import pandas as pd

from ipgraph.explorer.order import branch_key, layers, untangle, without_cycles

#: Size of a card and the space around it, in the units of x and y (CSS pixels at zoom 1).
CARD_WIDTH, CARD_HEIGHT = 184, 58
COLUMN_GAP, ROW_GAP, GROUP_GAP = 64, 12, 30
BAND_GAP, HEAD = 88, 44
#: Rows after which a layer goes on in a further column: twelve cards are one screen of 768 pixels at zoom 0.8.
TALL = 12
STAGES = ("上游", "中游", "下游")
_SPELLINGS = {"upstream": "上游", "midstream": "中游", "downstream": "下游"}


@dataclass(frozen=True)
class Layout:
    """A chain laid out.

    cards: id, column, x, y (top left) of each segment without parts of its own.
    frames: id, x, y, width, height around the parts of a segment, one for each column they stand in.
    bands: key (a stage, a level or the id of a group), x, width; left to right.
    feeds: source, target, back (true where the edge runs against the columns and is drawn as a return).
    """

    cards: pd.DataFrame
    frames: pd.DataFrame
    bands: pd.DataFrame
    feeds: pd.DataFrame
    width: float
    height: float


def chain_layout(segments: pd.DataFrame, feeds: pd.DataFrame, levels: Mapping[str, float] | None = None) -> Layout:
    """Lay a chain out.

    segments: id, number, stage, parent (id of the segment it is a part of, or None); feeds: source, target (ids).
    levels: trophic level by id, for chains that name no stages. Bands are the stages, else the rounded levels, else
    the groups in branch order; inside a stage an edge still runs left to right, one column a step.
    """
    rows = segments.astype(object).where(segments.notna(), None).to_dict("records")
    number = {row["id"]: row["number"] for row in rows}
    parent = {row["id"]: row["parent"] for row in rows}
    ids = sorted(number, key=lambda key: branch_key(number[key], key))
    wholes = {whole for whole in parent.values() if whole in number}
    leaves = [key for key in ids if key not in wholes]
    group = {key: parent[key] or _stem(number[key]) or key for key in leaves}
    edges = without_cycles(leaves, _between_leaves(leaves, parent, list(zip(feeds["source"], feeds["target"], strict=True))))
    stage = {row["id"]: _SPELLINGS.get(row["stage"], row["stage"]) for row in rows}
    band = _bands(leaves, group, parent, stage, edges, levels or {})
    columns: list[list[str]] = []
    columns_of: dict[str, list[int]] = {}
    for name in _ordered(set(band.values()), leaves, band):
        members = [key for key in leaves if band[key] == name]
        inside = [(s, t) for s, t in edges if band[s] == name == band[t]]
        step = layers(members, inside)
        for at in range(max(step.values()) + 1):
            for column in _wrapped([key for key in members if step[key] == at], group):
                columns_of.setdefault(name, []).append(len(columns))
                columns.append(column)
    return _placed(untangle(columns, edges, group), columns_of, group, wholes, parent, feeds)


def _stem(number: str | None) -> str | None:
    """2.3.1.1 → 2.3: the branch that a leaf's own number names as its group."""
    parts = (number or "").split(".")
    return ".".join(parts[:2]) if len(parts) > 2 else None


def _between_leaves(leaves: Sequence[str], parent: Mapping[str, str | None], pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Edges of a whole count for each of its parts."""
    below: dict[str, list[str]] = {}
    for leaf in leaves:
        at: str | None = leaf
        seen: set[str] = set()
        while at is not None and at not in seen:
            seen.add(at)
            below.setdefault(at, []).append(leaf)
            at = parent.get(at)
    return [(s, t) for source, target in pairs for s in below.get(source, ()) for t in below.get(target, ()) if s != t]


def _bands(leaves: Sequence[str], group: Mapping[str, str], parent: Mapping[str, str | None],
           stage: Mapping[str, str | None], edges: Sequence[tuple[str, str]], levels: Mapping[str, float]) -> dict[str, str]:
    """Band of each leaf: stage of itself or of what it is a part of; else level; else group. '' where unknown."""
    if any(stage.values()):
        named = {}
        for leaf in leaves:
            at: str | None = leaf
            seen: set[str] = set()
            while at is not None and at not in seen and not stage.get(at):
                seen.add(at)
                at = parent.get(at)
            named[leaf] = (stage.get(at) if at is not None else None) or ""
        return named
    linked = {key for edge in edges for key in edge}
    if linked:
        step = layers(leaves, edges)
        return {leaf: str(round(levels.get(leaf, step[leaf]))) if leaf in linked else "" for leaf in leaves}
    return {leaf: group[leaf] for leaf in leaves} if len(set(group.values())) > 1 else dict.fromkeys(leaves, "")


def _ordered(names: set[str], leaves: Sequence[str], band: Mapping[str, str]) -> list[str]:
    """Stages in their order, levels by number, groups as they first appear; the unknown last."""
    first = {band[leaf]: at for at, leaf in reversed(list(enumerate(leaves)))}
    return sorted(names, key=lambda n: (
        n == "", STAGES.index(n) if n in STAGES else int(n) if n.lstrip("-").isdigit() else 1 << 20, first[n]))


def _wrapped(column: Sequence[str], group: Mapping[str, str]) -> list[list[str]]:
    """One layer as columns of about equal height, at most TALL rows each; a group that fits a column stays whole."""
    blocks: dict[str, list[str]] = {}
    for key in column:
        blocks.setdefault(group[key], []).append(key)
    size = ceil(len(column) / max(1, ceil(len(column) / TALL)))
    made: list[list[str]] = []
    for block in blocks.values():
        if made and len(made[-1]) < size and len(made[-1]) + len(block) <= TALL:
            made[-1] += block
        else:
            made += [block[at:at + TALL] for at in range(0, len(block), TALL)]
    return made


def _placed(columns: list[list[str]], columns_of: Mapping[str, list[int]], group: Mapping[str, str], wholes: set[str],
            parent: Mapping[str, str | None], feeds: pd.DataFrame) -> Layout:
    """Columns and rows turned into coordinates."""
    cards, frames, bands, left = [], [], [], 0.0
    tops = [_rows(column, group) for column in columns]
    tallest = max((height for _, height in tops), default=0.0)
    for name, numbers in columns_of.items():
        start = left
        for at in numbers:
            ys, height = tops[at]
            down = HEAD + (tallest - height) / 2
            cards += [(key, at, left, down + ys[key]) for key in columns[at]]
            for whole in dict.fromkeys(group[key] for key in columns[at]):
                if whole in wholes:
                    inside = [down + ys[key] for key in columns[at] if group[key] == whole]
                    frames.append((whole, left - 10, min(inside) - 24, CARD_WIDTH + 20, max(inside) - min(inside) + CARD_HEIGHT + 32))
            left += CARD_WIDTH + COLUMN_GAP
        bands.append((name, start, left - COLUMN_GAP - start))
        left += BAND_GAP - COLUMN_GAP
    at_x = {key: x for key, _, x, _ in cards}
    for whole, x, *_ in frames:
        at_x.setdefault(whole, x)
    drawn = feeds[feeds["source"].isin(list(at_x)) & feeds["target"].isin(list(at_x))]
    drawn = drawn.sort_values(["source", "target"], ignore_index=True)
    back = [at_x[t] <= at_x[s] for s, t in zip(drawn["source"], drawn["target"], strict=True)]
    return Layout(
        pd.DataFrame(cards, columns=["id", "column", "x", "y"]),
        pd.DataFrame(frames, columns=["id", "x", "y", "width", "height"]),
        pd.DataFrame(bands, columns=["key", "x", "width"]),
        drawn[["source", "target"]].assign(back=back),
        width=max(left - BAND_GAP, 0.0), height=HEAD + tallest,
    )


def _rows(column: Sequence[str], group: Mapping[str, str]) -> tuple[dict[str, float], float]:
    """Top of each card below the head of its column, and the height of the column; a wider gap between groups."""
    ys, y, last = {}, 0.0, None
    for key in column:
        if last is not None:
            y += GROUP_GAP if group[key] != last else ROW_GAP
        ys[key], last = y, group[key]
        y += CARD_HEIGHT
    return ys, y
