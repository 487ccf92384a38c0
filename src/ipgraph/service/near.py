"""The neighbours of a node: counts by edge kind and direction, and the nodes at the other end."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ipgraph.projection import ENDS, Projection
from ipgraph.schema import EDGES, HOLDERS, ORGANISATIONS
from ipgraph.service.atlas import Atlas

HOLDER_KINDS = tuple(kind.label for kind in HOLDERS)


def neighbours(graph: Projection, atlas: Atlas, kind: str, id: str) -> dict[tuple[str, str], pd.DataFrame]:
    """By edge kind and direction ("out", "in"): rows kind, id, past, sorted; edges without any are left out."""
    found: dict[tuple[str, str], list[pd.DataFrame]] = {}
    now = (*read(graph, kind, id), *wholes(graph, kind, id), *further(atlas, kind, id))
    past = former(graph, atlas, kind, id)
    for type, direction, rows in (*now, *past):
        if len(rows):
            found.setdefault((type, direction), []).append(rows)
    return {key: pd.concat(parts).drop_duplicates().sort_values(["kind", "id"], ignore_index=True)
            for key, parts in sorted(found.items())}


def read(graph: Projection, kind: str, id: str) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Edges of the projection."""
    label = "Holder" if kind in HOLDER_KINDS else kind
    if label not in graph.nodes:
        return
    frame = graph.nodes[label]
    at = int(frame["id"].searchsorted(id))
    if at == len(frame) or frame["id"].iat[at] != id:
        return
    for type, (start, end) in ENDS.items():
        if type not in EDGES:  # OWNED: the times of OWNS, whose past `former` tells
            continue
        if start == label:
            yield type, "out", nodes(graph, end, graph.edges[type].targets(at))
        if end == label:
            yield type, "in", nodes(graph, start, graph.edges[type].sources(at))


def nodes(graph: Projection, label: str, positions: np.ndarray) -> pd.DataFrame:
    """kind and id of nodes by position."""
    frame = graph.nodes[label].iloc[positions]
    return pd.DataFrame({
        "kind": frame["kind"].astype("str") if label == "Holder" else label, "id": frame["id"], "past": False})


def wholes(graph: Projection, kind: str, id: str) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """PART_OF of segments and regions, which the projection keeps as columns."""
    segments, regions = graph.nodes["Segment"], graph.nodes["Region"]
    if kind == "Chain":
        top = segments[(segments["chain"] == id) & segments["parent"].isna()]
        yield "PART_OF", "in", frame_of("Segment", top["id"])
    for label, frame in (("Segment", segments), ("Region", regions)):
        if kind == label:
            own = frame[frame["id"] == id]
            yield "PART_OF", "out", frame_of(label, own["parent"].dropna())
            yield "PART_OF", "in", frame_of(label, frame["id"][frame["parent"] == id])
    if kind == "Segment":
        own = segments[(segments["id"] == id) & segments["parent"].isna()]
        yield "PART_OF", "out", frame_of("Chain", own["chain"].dropna())


def further(atlas: Atlas, kind: str, id: str) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Edges of the atlas; a team's home may be of either organisation kind."""
    for type, start, end, edges in atlas.edges:
        if kind == start:
            out = edges["target"][edges["source"] == id]
            yield type, "out", frame_of(end, out) if end else homes(atlas, out)
        if kind == end or (not end and kind in {one.label for one in ORGANISATIONS}):
            yield type, "in", frame_of(start, edges["source"][edges["target"] == id])


def former(graph: Projection, atlas: Atlas, kind: str, id: str) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Owners of the past of a patent, patents that a holder owned."""
    if kind in HOLDER_KINDS:
        patents = atlas.former["target"][atlas.former["source"] == id]
        yield "OWNS", "out", frame_of("Patent", patents).assign(past=True)
    if kind == "Patent":
        owners = atlas.former["source"][atlas.former["target"] == id]
        holders = graph.nodes["Holder"]
        yield "OWNS", "in", nodes(graph, "Holder", np.flatnonzero(holders["id"].isin(owners))).assign(past=True)


def homes(atlas: Atlas, ids: pd.Series[str]) -> pd.DataFrame:
    """Organisations by id, each with the kind that knows it."""
    return pd.concat([frame_of(kind.label, ids[ids.isin(atlas.ids[kind.label])]) for kind in ORGANISATIONS])


def frame_of(kind: str, ids: pd.Series[str]) -> pd.DataFrame:
    return pd.DataFrame({"kind": pd.Series(kind, ids.index, dtype="str"), "id": ids.astype("str"), "past": False})
