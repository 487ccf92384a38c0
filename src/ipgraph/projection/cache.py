"""The projection on disk, under the version of the graph, so that a second start takes under a second.

    cache/projection/<version>/
      facts.json                            layout, version, as_of; written last of what is read at once
      Patent.parquet …                      nodes
      CITES.parquet CITES.source.npy …      edges; CITES.target.npy is written last
      flow.json …                           what was learnt of partners (analysis/recommend/kept.py)

What comes from a store is written as a whole and renamed into place. What comes from the bundle grows by a type of edge
at a time, as it is asked for.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import time
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle, Workspace
from ipgraph.errors import WorkspaceError
from ipgraph.projection.from_bundle import bundle_as_of, bundle_edges, bundle_nodes
from ipgraph.projection.projection import ENDS, Edges, LazyEdges, Projection
from ipgraph.projection.read import NODE_STATEMENTS, Readable, node_frame, read_edges, read_projection, still
from ipgraph.store import published

#: Raised when what is read changes, so that an old cache is not taken for a new one.
LAYOUT = 5
FACTS = "facts.json"
#: Seconds after which a draft is nobody's any more.
STALE = 3600


def load_projection(store: Readable, home: Path) -> Projection:
    """The projection of the published graph: from `home` where its version is cached, else from the bundle that was
    published where `home` still has it, else from the store; kept for the next time.

    Raises StoreError when nothing is published.
    """
    version = published(store)
    folder = home / "cache" / "projection"
    bundle = bundle_of(home, version)
    cached = open_cached(folder / version, bundle, store)
    if cached is not None:
        return cached
    graph = read_projection(store) if bundle is None else read_bundle(bundle, folder / version, store)
    with suppress(OSError):  # a disk that is full or only for reading is no reason not to answer
        save(graph, folder / graph.version, () if bundle else tuple(ENDS))
        sweep(folder, graph.version)
    return replace(graph, folder=folder / graph.version)


def bundle_of(home: Path, version: str) -> Bundle | None:
    """The bundle in force in `home` where it is the one that is published."""
    try:
        bundle = Workspace(home).current()
    except (WorkspaceError, OSError):
        return None
    return bundle if bundle.version == version else None


def read_bundle(bundle: Bundle, folder: Path | None = None, store: Readable | None = None) -> Projection:
    """The projection of a bundle. Its edges are read when first asked for, and then kept in `folder`; from `store`,
    where the bundle has gone meanwhile."""
    nodes = bundle_nodes(bundle)
    return Projection(bundle.version, bundle_as_of(bundle), nodes, edges_of(bundle, nodes, folder, store))


def edges_of(
    bundle: Bundle, nodes: Mapping[str, pd.DataFrame], folder: Path | None, store: Readable | None,
) -> LazyEdges:
    """Edges from `folder` where they are kept there, else from the bundle, else from the store."""

    def read(type: str) -> Edges:
        if folder is not None and (kept := open_edges(folder, type, nodes)) is not None:
            return kept
        try:
            edges = bundle_edges(bundle, type, nodes)
        except (OSError, duckdb.Error):  # a load has put a newer bundle in its place, or the disk fails
            if store is None:
                raise
            edges = read_again(store, bundle.version, type, nodes)
        if folder is not None:
            with suppress(OSError):
                save_edges(edges, folder, type)
        return edges

    return LazyEdges(read)


def read_again(store: Readable, version: str, type: str, nodes: Mapping[str, pd.DataFrame]) -> Edges:
    """Edges of a type from the store; StoreError where that has changed over to another version."""
    edges = read_edges(store, type, *(pd.Index(nodes[label]["id"]) for label in ENDS[type]))
    still(store, version)
    return edges


def sweep(folder: Path, version: str) -> None:
    """Remove other versions. A draft may be another process at work on the same one; one left by a crash is old."""
    for old in folder.iterdir():
        if old.name != version and (not old.name.startswith(".draft-") or time() - old.stat().st_mtime > STALE):
            shutil.rmtree(old, ignore_errors=True)


def save(graph: Projection, folder: Path, types: tuple[str, ...] = tuple(ENDS)) -> None:
    """Write nodes, and edges of `types`, beside `folder`, then rename; the first of two writers wins."""
    draft = folder.with_name(f".draft-{uuid.uuid4().hex}")
    draft.mkdir(parents=True)
    try:
        for label, frame in graph.nodes.items():
            pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), draft / f"{label}.parquet")
        for type in types:
            save_edges(graph.edges[type], draft, type)
        facts = {"layout": LAYOUT, "version": graph.version, "as_of": graph.as_of}
        (draft / FACTS).write_text(json.dumps(facts), "utf-8")
        if facts_of(folder) is None or any(open_edges(folder, type, graph.nodes) is None for type in types):
            shutil.rmtree(folder, ignore_errors=True)
            os.replace(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def save_edges(edges: Edges, folder: Path, type: str) -> None:
    """Write the edges of a type into a folder that is there, each file whole or not at all."""
    mark = uuid.uuid4().hex
    drafts = [folder / f".{mark}.{name}" for name in (f"{type}.parquet", f"{type}.source.npy", f"{type}.target.npy")]
    try:
        pq.write_table(pa.Table.from_pandas(edges.data, preserve_index=False), drafts[0])
        np.save(drafts[1], edges.source)
        np.save(drafts[2], edges.target)
        for draft in drafts:
            os.replace(draft, folder / draft.name.removeprefix(f".{mark}."))
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def facts_of(folder: Path) -> dict[str, Any] | None:
    """What a folder says of itself; None where there is none of this layout."""
    try:
        facts: dict[str, Any] = json.loads((folder / FACTS).read_text("utf-8"))
        return facts if facts["layout"] == LAYOUT else None
    except (OSError, ValueError, KeyError):
        return None


def open_cached(
    folder: Path, bundle: Bundle | None = None, store: Readable | None = None,
) -> Projection | None:
    """The projection kept in `folder`, its edges memory-mapped; None where there is none of this layout, or one that
    is damaged, or one that lacks edges which no bundle has: what can be read again is no reason to fail."""
    facts = facts_of(folder)
    if facts is None:
        return None
    try:
        nodes = {label: node_frame(pq.read_table(folder / f"{label}.parquet"), label) for label in NODE_STATEMENTS}
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None
    if bundle is not None:
        return Projection(facts["version"], facts["as_of"], nodes, edges_of(bundle, nodes, folder, store),
                          folder=folder)
    edges = {type: kept for type in ENDS if (kept := open_edges(folder, type, nodes)) is not None}
    if len(edges) < len(ENDS):
        return None
    return Projection(facts["version"], facts["as_of"], nodes, edges, folder=folder)


def open_edges(folder: Path, type: str, nodes: Mapping[str, pd.DataFrame]) -> Edges | None:
    """Edges of a type kept in `folder`, memory-mapped; None where they are not there or damaged."""
    start, end = ENDS[type]
    try:
        source = np.load(folder / f"{type}.source.npy", mmap_mode="r")
        target = np.load(folder / f"{type}.target.npy", mmap_mode="r")
        data = pd.read_parquet(folder / f"{type}.parquet")
    except (OSError, ValueError, pa.ArrowException):
        return None
    if not len(data.columns):
        data = pd.DataFrame(index=pd.RangeIndex(len(source)))
    whole = len(source) == len(target) == len(data)
    return Edges(source, target, data, (len(nodes[start]), len(nodes[end]))) if whole else None
