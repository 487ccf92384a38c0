"""What can be learnt from: patents with a text whose classes were told, and the segments that rules gave them.

Where classes were told, every rule could look, so that no edge means no segment (`none`). Where they were not, rules
with IPC patterns were silent: those patents are the ones that texts are mapped for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.bundle import Bundle
from ipgraph.projection.read import whole_chains
from ipgraph.schema import EDGES, NODES
from ipgraph.tables.engine import connect, keep, read

#: What an edge by rule says of where it came from, and one by text.
RULE, TEXT = "rule", "text"


@dataclass(frozen=True, eq=False)
class Corpus:
    """Texts and labels of a bundle.

    `texts` (in the engine): id, title, abstract (null where there is none), told (its classes are known), of patents
    with a text. `labels`: patent, segment, chain, wordy (by a rule of words alone), words, an edge by rule each, of all
    patents. `segments`: chain by segment.
    """

    con: Backend
    texts: Table
    labels: pd.DataFrame
    segments: pd.Series

    def groups(self) -> list[Group]:
        """Chains that are learnt together: all those whose rules look at classes are one group; each with rules of
        words alone is its own, because those words are taken out of its texts."""
        wordy = self.labels[self.labels["wordy"]]
        alone = sorted(set(wordy["chain"]))
        words = wordy.groupby("chain")["words"].agg(lambda lists: sorted({w for each in lists for w in each}))
        rest = sorted(set(self.labels["chain"]) - set(alone))
        found = [Group((chain,), tuple(words[chain])) for chain in alone]
        return found + ([Group(tuple(rest), ())] if rest else [])

    def read(self, ids: Sequence[str] | np.ndarray) -> pa.Table:
        """title and abstract of these patents, in their order."""
        wanted = ibis.memtable(pd.DataFrame({"id": np.asarray(ids, dtype=object), "place": np.arange(len(ids))}),
                               schema={"id": "string", "place": "int64"})
        found = wanted.join(self.texts, "id").order_by("place").select("title", "abstract")
        return self.con.to_pyarrow(found)


@dataclass(frozen=True)
class Group:
    """Chains with one corpus and one model; `words` are taken out of their texts."""

    chains: tuple[str, ...]
    words: tuple[str, ...]


@contextmanager
def open_corpus(bundle: Bundle) -> Iterator[Corpus]:
    """The corpus of a bundle, its engine closed afterwards."""
    con = connect()
    try:
        yield corpus(con, bundle)
    finally:
        con.disconnect()


def corpus(con: Backend, bundle: Bundle) -> Corpus:
    patents = read(con, bundle.node_file(NODES["Patent"]))
    [classified] = EDGES["CLASSIFIED_AS"].ends()
    told = read(con, bundle.edge_file(classified)).select(id="start").distinct()
    title = ibis.literal(" ").join([patents[name].fill_null("") for name in ("title", "title_en")]).strip()
    texts = patents.select("id", "abstract", title=title).filter((ibis._.title != "") | ibis._.abstract.notnull())
    texts = texts.mutate(told=texts.id.isin(told.id))
    [served] = EDGES["SERVES"].ends()
    edges = read(con, bundle.edge_file(served)).filter(ibis._.basis == RULE)
    edges = edges.select("words", patent="start", segment="end", wordy=edges.pattern.isnull() & edges.words.notnull())
    labels = con.to_pandas(edges.order_by("patent", "segment"))
    segments = chain_by_segment(con, bundle)
    labels = labels.assign(chain=labels["segment"].map(segments)).dropna(subset="chain").reset_index(drop=True)
    return Corpus(con, keep(con, "texts", texts), labels, segments)


def chain_by_segment(con: Backend, bundle: Bundle) -> pd.Series:
    """The chain of each segment that has one, also by way of the segments above it."""
    segments = read(con, bundle.node_file(NODES["Segment"])).select("id")
    for ends in EDGES["PART_OF"].ends():
        if ends.start.label == "Segment":
            name = "chain" if ends.end.label == "Chain" else "parent"
            whole = read(con, bundle.edge_file(ends)).group_by(id="start").agg(ibis._.end.min().name(name))
            segments = segments.left_join(whole, "id").drop("id_right")
    frame = con.to_pandas(segments.order_by("id"))
    return pd.Series(whole_chains(frame).to_numpy(), index=frame["id"]).dropna()


def digits(keys: pd.Series) -> np.ndarray:
    """Numbers from 0 to below 1 that look drawn by lot and are the same on every run."""
    return (pd.util.hash_array(keys.to_numpy(dtype=object)) >> np.uint64(11)) / float(1 << 53)
