"""A projection in the forms that analysts work with: pandas, networkx, igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pandas as pd

from ipgraph.projection.projection import ENDS, Projection


def to_pandas(graph: Projection) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
    """Node frames by label, and edge frames by type with `start` and `end` (ids) before the properties."""
    nodes = {label: frame.copy() for label, frame in graph.nodes.items()}
    edges = {}
    for type, found in graph.edges.items():
        start, end = (graph.nodes[label]["id"].to_numpy() for label in ENDS[type])
        ends = pd.DataFrame({"start": start[found.source], "end": end[found.target]})
        edges[type] = pd.concat([ends, found.data.reset_index(drop=True)], axis=1)
    return nodes, edges


def to_networkx(graph: Projection) -> nx.MultiDiGraph[str]:
    """Nodes `<kind>:<id>` with their properties and `label`; edges keyed by type. Unknowns are left out."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph(version=graph.version, as_of=graph.as_of)
    names = {label: node_names(frame, label) for label, frame in graph.nodes.items()}
    for label, frame in graph.nodes.items():
        kinds = frame["kind"] if label == "Holder" else [label] * len(frame)
        for name, kind, row in zip(names[label], kinds, known(frame), strict=True):
            out.add_node(name, **row, label=kind)
    for type, edges in graph.edges.items():
        start, end = (names[label] for label in ENDS[type])
        for a, b, row in zip(start[edges.source], end[edges.target], known(edges.data), strict=True):
            out.add_edge(a, b, key=type, **row)
    return out


def to_igraph(graph: Projection) -> igraph.Graph:
    """Vertices `name` = `<kind>:<id>` and `label`; edges with `type`. Properties stay in the frames."""
    offsets = dict(zip(graph.nodes, np.cumsum([0, *map(len, graph.nodes.values())]), strict=False))
    names = np.concatenate([node_names(frame, label) for label, frame in graph.nodes.items()])
    pairs = [
        np.column_stack([edges.source + offsets[ENDS[type][0]], edges.target + offsets[ENDS[type][1]]])
        for type, edges in graph.edges.items()
    ]
    types = np.repeat(list(graph.edges), [len(edges) for edges in graph.edges.values()])
    out = igraph.Graph(n=len(names), edges=np.concatenate(pairs), directed=True)
    out.vs["name"] = names.tolist()
    out.vs["label"] = [name.split(":", 1)[0] for name in names]
    out.es["type"] = types.tolist()
    return out


def node_names(frame: pd.DataFrame, label: str) -> np.ndarray:
    """`<kind>:<id>` of every row."""
    kind = frame["kind"].astype("str") if label == "Holder" else label
    names: np.ndarray = (kind + ":" + frame["id"].astype("str")).to_numpy(dtype=object)
    return names


def known(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Rows as dicts without their unknowns."""
    if not len(frame.columns):
        return [{} for _ in range(len(frame))]
    return [
        {str(name): value for name, value in row.items() if np.ndim(value) or pd.notna(value)}
        for row in frame.to_dict("records")
    ]
