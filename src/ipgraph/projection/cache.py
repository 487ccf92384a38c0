"""The projection on disk, under the version of the graph, so that a second start takes under a second."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path
from time import time

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.projection.projection import ENDS, Edges, Projection
from ipgraph.projection.read import NODE_STATEMENTS, Readable, node_frame, read_projection
from ipgraph.store import published

#: Raised when what is read changes, so that an old cache is not taken for a new one.
LAYOUT = 3
FACTS = "facts.json"


#: Seconds after which a draft is nobody's any more.
STALE = 3600


def load_projection(store: Readable, home: Path) -> Projection:
    """The projection of the published graph, from `home` where its version is cached, else read and cached.

    Raises StoreError when nothing is published.
    """
    version = published(store)
    folder = home / "cache" / "projection"
    cached = open_cached(folder / version)
    if cached is not None:
        return cached
    graph = read_projection(store)
    with suppress(OSError):  # a disk that is full or only for reading is no reason not to answer
        save(graph, folder / graph.version)
        sweep(folder, graph.version)
    return graph


def sweep(folder: Path, version: str) -> None:
    """Remove other versions. A draft may be another process at work on the same one; one left by a crash is old."""
    for old in folder.iterdir():
        if old.name != version and (not old.name.startswith(".draft-") or time() - old.stat().st_mtime > STALE):
            shutil.rmtree(old, ignore_errors=True)


def save(graph: Projection, folder: Path) -> None:
    """Write the projection beside `folder`, then rename it into place; the first of two writers wins."""
    draft = folder.with_name(f".draft-{uuid.uuid4().hex}")
    draft.mkdir(parents=True)
    try:
        for label, frame in graph.nodes.items():
            pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), draft / f"{label}.parquet")
        for type, edges in graph.edges.items():
            np.save(draft / f"{type}.source.npy", edges.source)
            np.save(draft / f"{type}.target.npy", edges.target)
            pq.write_table(pa.Table.from_pandas(edges.data, preserve_index=False), draft / f"{type}.parquet")
        facts = {"layout": LAYOUT, "version": graph.version, "as_of": graph.as_of}
        (draft / FACTS).write_text(json.dumps(facts), "utf-8")
        if open_cached(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)
            os.replace(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def open_cached(folder: Path) -> Projection | None:
    """The projection saved in `folder`, its edges memory-mapped; None where there is none of this layout, or one that
    is damaged: what can be read from the store again is no reason to fail."""
    try:
        facts = json.loads((folder / FACTS).read_text("utf-8"))
        return open_saved(folder, facts) if facts["layout"] == LAYOUT else None
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None


def open_saved(folder: Path, facts: dict[str, str]) -> Projection:
    """The projection of a folder whose facts are known to be of this layout."""
    nodes = {label: node_frame(pq.read_table(folder / f"{label}.parquet"), label) for label in NODE_STATEMENTS}
    edges = {}
    for type, (start, end) in ENDS.items():
        source = np.load(folder / f"{type}.source.npy", mmap_mode="r")
        target = np.load(folder / f"{type}.target.npy", mmap_mode="r")
        data = pd.read_parquet(folder / f"{type}.parquet")
        if not len(data.columns):
            data = pd.DataFrame(index=pd.RangeIndex(len(source)))
        edges[type] = Edges(source, target, data, (len(nodes[start]), len(nodes[end])))
    return Projection(facts["version"], facts["as_of"], nodes, edges)
