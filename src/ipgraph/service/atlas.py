"""What the search and the neighbours need beyond the projection: every name, and the edges that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.analysis.lookup import folded
from ipgraph.projection import Projection
from ipgraph.store import Store

#: Between the spellings of one node; no space, so that folding leaves it.
MARK = "\x1f"
#: Kinds as the search lists them: places on the map first, then who, then what.
SEARCHED = (
    "Chain", "Segment", "Enterprise", "Institution", "Team", "Pool", "Standard", "Demand", "Product", "TechClass",
    "Region", "Patent", "Person",
)
#: Edges read here, with the kinds of their ends; those of a team's home are told by the names.
FURTHER: Mapping[str, tuple[str, str, str]] = {
    "covers": ("COVERS", "Segment", "TechClass"), "used_in": ("USED_IN", "Product", "Product"),
    "kind_of": ("KIND_OF", "Product", "Product"), "member_of": ("MEMBER_OF", "Person", "Team"),
    "works_at": ("WORKS_AT", "Team", ""), "class_parts": ("PART_OF", "TechClass", "TechClass"),
}


@dataclass(frozen=True, eq=False)
class Atlas:
    """names: kind, id, name, name_en, weight (patents, where it has any), row for row with text.

    text: all spellings of a node folded, each between two MARKs. ids: ids of a kind, in the order of its rows;
    start: its first row. edges: type, start kind, end kind, and a frame of source and target. former: source and target
    of OWNS edges of the past, which the projection leaves out.
    """

    version: str
    names: pd.DataFrame
    text: pa.Array
    ids: Mapping[str, pd.Index[str]]
    start: Mapping[str, int]
    edges: list[tuple[str, str, str, pd.DataFrame]]
    former: pd.DataFrame

    def name_of(self, kind: str, ids: list[str]) -> list[str]:
        """Names of nodes of one kind; one that has none is called by its id."""
        if kind not in self.ids:
            return ids
        at = self.ids[kind].get_indexer(pd.Index(ids))
        found = self.names["name"].to_numpy(dtype=object)[at + self.start[kind]]
        return [str(name) if where >= 0 and isinstance(name, str) else id
                for name, where, id in zip(found, at, ids, strict=True)]


def read_atlas(store: Store, graph: Projection) -> Atlas:
    """Read names and further edges of the published graph."""
    frames = dict(named(store, graph))
    rows = pd.concat([frame.assign(kind=kind) for kind, frame in frames.items()], ignore_index=True)
    ids = {kind: pd.Index(frame["id"].astype("str")) for kind, frame in frames.items()}
    start = dict(zip(frames, accumulate((len(frame) for frame in frames.values()), initial=0), strict=False))
    edges = [(*ends, store.read(f"explore/{file}").to_pandas()) for file, ends in FURTHER.items()]
    former = store.read("explore/owned_before").to_pandas()
    return Atlas(
        graph.version, rows[["kind", "id", "name", "name_en", "weight"]], spellings(rows), ids, start, edges, former)


def named(store: Store, graph: Projection) -> Iterator[tuple[str, pd.DataFrame]]:
    """id, name, name_en, aliases, weight of each kind, in the order of SEARCHED."""
    holders, classes = graph.nodes["Holder"], graph.nodes["TechClass"]
    holders = holders.assign(weight=np.bincount(graph.edges["FILED"].source, minlength=len(holders)))
    own = {
        **{label: graph.nodes[label] for label in ("Chain", "Segment", "Pool", "Standard", "Region")},
        **{kind: holders[holders["kind"] == kind] for kind in ("Enterprise", "Institution", "Person")},
        "TechClass": classes.assign(name=classes["title_zh"].fillna(classes["title_en"]), name_en=classes["title_en"]),
        "Demand": graph.nodes["Demand"].rename(columns={"title": "name"}),
        "Patent": store.read("explore/titles").to_pandas().rename(columns={"title": "name"}),
        "Product": store.read("explore/products").to_pandas(),
        "Team": store.read("explore/teams").to_pandas(),
    }
    for kind in SEARCHED:
        frame = own[kind].reindex(columns=["id", "name", "name_en", "aliases", "weight"])
        yield kind, frame.assign(weight=frame["weight"].fillna(0).astype(int))


def spellings(rows: pd.DataFrame) -> pa.Array:
    """Id, names and aliases of each row, folded: width, case, spaces and traditional characters away."""
    lists = pa.array(rows["aliases"].tolist(), pa.list_(pa.string()), from_pandas=True)
    parts = [pa.array(rows[name], pa.string(), from_pandas=True) for name in ("id", "name", "name_en")]
    parts.append(pc.binary_join(pc.fill_null(lists, []), MARK))
    joined = pc.binary_join_element_wise("", *parts, "", MARK, null_handling="replace", null_replacement="")
    return pa.array(folded(joined.to_pandas()), pa.string())
