"""Reading a projection from the store: one statement a kind, ids turned into positions at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.errors import StoreError
from ipgraph.projection.projection import ENDS, Edges, Projection
from ipgraph.store import published


class Readable(Protocol):
    """The part of a store that is needed here."""

    def version(self) -> str | None: ...

    def read(self, statement: str, **params: Any) -> pa.Table: ...


#: Statements of cypher/project/ behind each frame; where there are several, the name says the `kind`.
NODE_STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "Chain": ("chains",),
    "Segment": ("segments",),
    "Product": ("products",),
    "TechClass": ("classes",),
    "Patent": ("patents",),
    "Holder": ("Enterprise", "Institution", "Person"),
    "Pool": ("pools",),
    "Deal": ("deals",),
    "Standard": ("standards",),
    "Demand": ("demands",),
    "Listing": ("listings",),
    "Evaluation": ("evaluations",),
    "Region": ("regions",),
}
#: Texts with few different values, kept as categories: a tenth of the memory.
CATEGORIES = frozenset({
    "kind", "patent_type", "status", "office", "origin", "country", "scheme", "level", "stage", "mode", "licence_type",
    "basis",
})
HOLDER_FILES = {"Enterprise": "enterprises", "Institution": "institutions", "Person": "persons"}
#: The lower half of a key of two positions: all ones where the target is −1.
UNREAD = 0xFFFFFFFF
#: Readings before giving up on a store that is published to without pause.
TRIES = 3


def read_projection(store: Readable) -> Projection:
    """Read the whole published graph from `store`.

    A store changes over to a newer graph between two statements; what was read then is of two graphs and is read
    again. Raises StoreError when nothing is published, when publishes never pause, or when one id stands for two
    holders.
    """
    for _ in range(TRIES):
        graph = read_once(store)
        if store.version() == graph.version:
            return graph
    raise StoreError(
        "the graph changed while it was read, again and again: try later", "图谱在读取期间反复变更：请稍后再试",
    )


def still(store: Readable, version: str) -> None:
    """StoreError where the store has changed over to another version: what was read beside that one is of two graphs.
    """
    if store.version() != version:
        raise StoreError(
            "the graph changed while it was read: ask again", "图谱在读取期间已变更：请重新提交请求",
        )


def read_once(store: Readable) -> Projection:
    """One reading, which may have begun in one graph and ended in another."""
    version = published(store)
    frames = {label: read_nodes(store, label) for label in NODE_STATEMENTS}
    frames["Segment"] = frames["Segment"].assign(chain=whole_chains(frames["Segment"]))
    index = {label: pd.Index(frame["id"]) for label, frame in frames.items()}
    edges = {type: read_edges(store, type, index[start], index[end]) for type, (start, end) in ENDS.items()}
    newest = store.read("project/as_of").column("as_of")[0].as_py()
    return Projection(version, "" if newest is None else str(newest), frames, edges)


def read_nodes(store: Readable, label: str) -> pd.DataFrame:
    """The frame of a label, sorted by id. A node with two wholes keeps the first by id."""
    tables = []
    for name in NODE_STATEMENTS[label]:
        table = store.read(f"project/{HOLDER_FILES.get(name, name)}")
        if label == "Holder":
            table = table.append_column("kind", pa.repeat(pa.scalar(name), len(table)))
        tables.append(table)
    return node_frame(pa.concat_tables(tables, promote_options="default"), label)


def node_frame(table: pa.Table, label: str) -> pd.DataFrame:
    """Arrow rows as the frame of a label: sorted by id, each id once."""
    ids = table["id"].combine_chunks()
    if not pc.all(pc.less(ids[:-1], ids[1:])).as_py():
        order = pc.sort_indices(ids)
        ids, table = ids.take(order), table.take(order)
        repeated = pa.array([False, *pc.equal(ids[:-1], ids[1:]).to_pylist()][:len(ids)], pa.bool_())
        if label == "Holder" and pc.any(repeated).as_py():
            id = ids.filter(repeated)[0].as_py()
            raise StoreError(f"the graph has two holders with the id {id}", f"图谱中有两个权利人的标识同为 {id}")
        table = table.filter(pc.invert(repeated))
    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    for name in CATEGORIES & set(frame.columns):
        frame[name] = frame[name].astype("category")
    return frame


def whole_chains(segments: pd.DataFrame) -> pd.Series[str]:
    """Chain id of every segment: its own, else that of the nearest whole above it that has one.

    `segments` has `id`, `chain` and `parent`. A segment whose wholes run in a circle or end outside any chain
    has none.
    """
    chain = segments["chain"].astype(object).where(segments["chain"].notna(), None)
    by_id = pd.Index(segments["id"])
    above = by_id.get_indexer(pd.Index(segments["parent"].astype(object).where(segments["parent"].notna(), "")))
    for _ in range(len(segments)):
        inherited = chain.where(chain.notna() | (above < 0), chain.to_numpy()[above])
        if inherited.equals(chain):
            break
        chain = inherited
    return chain.astype("str")


def read_edges(store: Readable, type: str, starts: pd.Index[str], ends: pd.Index[str]) -> Edges:
    """Edges of `type` as positions in `starts` and `ends`; an edge to a node that was not read is left out."""
    return edge_arrays(store.read(f"project/{type.lower()}"), starts, ends)


def edge_arrays(table: pa.Table, starts: pd.Index[str], ends: pd.Index[str]) -> Edges:
    """Edges from rows of `source`, `target` and properties, or from rows of aligned lists `sources`, `targets`."""
    if "sources" in table.column_names:
        names = {"sources": "source", "targets": "target"}
        flat = {names.get(name, name): pc.list_flatten(table.column(name)) for name in table.column_names
                if name != "bucket"}
        table = pa.table(flat)
    source = positions(table.column("source"), starts)
    target = positions(table.column("target"), ends)
    return pairs_of(source, target, table.drop_columns(["source", "target"]), (len(starts), len(ends)))


def pairs_of(source: np.ndarray, target: np.ndarray, rows: pa.Table, shape: tuple[int, int]) -> Edges:
    """Edges from positions (−1: a node that was not read) and the properties beside them, sorted, each pair once."""
    key = source.astype(np.int64) << 32 | target.astype(np.int64) & UNREAD
    bare = not rows.num_columns
    if bare:
        key.sort()
    elif not rising(key):
        order = np.argsort(key, kind="stable")
        key, rows = key[order], rows.take(pa.array(order))
    keep = (np.diff(key, prepend=-1) != 0) & (key >= 0) & (key & UNREAD != UNREAD)
    if not keep.all():
        key, rows = key[keep], rows if bare else rows.filter(pa.array(keep))
    data = pd.DataFrame(index=pd.RangeIndex(len(key))) if bare else rows.to_pandas()
    for name in CATEGORIES & set(data.columns):
        data[name] = data[name].astype("category")
    return Edges((key >> 32).astype(np.int32), (key & UNREAD).astype(np.int32), data, shape)


def rising(key: np.ndarray) -> bool:
    """Whether numbers rise from each to the next."""
    return bool((key[1:] > key[:-1]).all())


def positions(ids: pa.ChunkedArray, index: pd.Index[str]) -> np.ndarray:
    """Position of each id in `index`, −1 where it is not there. Repeated ids are looked up once."""
    if len(ids) == 0:
        return np.empty(0, dtype=np.int32)
    coded = ids.combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    found = index.get_indexer(pd.Index(coded.dictionary.to_pandas()))
    at: np.ndarray = found[coded.indices.to_numpy()].astype(np.int32)
    return at
