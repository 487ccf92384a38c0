"""Texts of the patents, indexed once a version of the graph and kept on disk."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import tantivy

from ipgraph.bundle.disk import telling_full
from ipgraph.projection import Projection, still
from ipgraph.projection.cache import sweep
from ipgraph.projection.read import Readable
from ipgraph.text.tokens import FIELDS, SILENT, UNSPACED, Words, characters, normalised_one, pairs
from ipgraph.text.write import FACTS, LAYOUT, POSTINGS, TEXTS, WORDS, write

__all__ = ["Found", "Terms", "TextIndex", "build", "open_texts", "texts_of"]

#: Terms of a field that candidates are looked for by; of a longer text the rarest.
MOST_TERMS = 48


@dataclass(frozen=True, eq=False)
class Terms:
    """What a text is looked for by: for each field its terms and their idf = ln(1 + (N − n + ½)/(n + ½)). `missing` are
    its words, in order, that no text has: neither as a word nor by every pair of its characters."""

    text: str
    terms: Mapping[str, list[str]]
    idf: Mapping[str, np.ndarray]
    missing: list[str]


@dataclass(frozen=True, eq=False)
class Found:
    """Documents found: rows of the index, best first by the engine's BM25, and those scores."""

    rows: np.ndarray
    scores: np.ndarray


class TextIndex:
    """An index that is open. `table` has a row a document: patent (position in the projection's frame), title and
    abstract as given, text (normalised title, then the abstract without copies of the title), titled (characters of
    the text that are the title's), length (letters of the text). Raises OSError, ValueError or KeyError where the
    folder holds no whole index of this layout."""

    def __init__(self, folder: Path) -> None:
        facts = json.loads((folder / FACTS).read_text("utf-8"))
        if facts["layout"] != LAYOUT:
            raise ValueError("an index of another layout")
        self.folder = folder
        self.mean_length = float(facts["mean_length"])
        with pa.memory_map(str(folder / TEXTS)) as file:
            self.table = pa.ipc.open_file(file).read_all()
        self.batches = self.table.to_batches()
        self.starts = np.cumsum([0, *(batch.num_rows for batch in self.batches)])
        self.words = Words(json.loads((folder / WORDS).read_text("utf-8")))
        self.engine = tantivy.Index.open(str(folder / POSTINGS))
        self.searcher = self.engine.searcher()

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @cached_property
    def patents(self) -> np.ndarray:
        """Position in the projection of the patent of each row, ascending."""
        at: np.ndarray = self.table.column("patent").to_numpy()
        return at

    @cached_property
    def lengths(self) -> np.ndarray:
        length: np.ndarray = self.table.column("length").to_numpy()
        return length

    def terms(self, text: str, most: int = MOST_TERMS) -> Terms:
        """The distinct terms of a text, of each field the `most` rarest that are in the index, ties by term; without
        silent words of spaced scripts, unless the text has no others: elsewhere they are parts of other words."""
        plain = normalised_one(text)
        found = {"characters": characters(plain), "pairs": pairs(plain), "words": self.words(plain)}
        kept, idf, missing = {}, {}, []
        for field in FIELDS:
            told = dict.fromkeys(found[field])
            distinct = [term for term in told if term[0] >= UNSPACED or term not in SILENT] or list(told)
            seen = [(term, self.searcher.doc_freq(field, term)) for term in distinct]
            rare = sorted(((n, term) for term, n in seen if n))[:most]
            if field == "words":
                missing = [word for word, n in seen if not n and len(word) > 1 and not self.spelt(word)
                           and word not in SILENT]
            kept[field] = [term for _, term in rare]
            idf[field] = np.array([log(1 + (len(self) - n + 0.5) / (n + 0.5)) for n, _ in rare])
        return Terms(plain, kept, idf, missing)

    def spelt(self, word: str) -> bool:
        """Whether every pair of a word's characters stands in some text."""
        return all(self.searcher.doc_freq("pairs", pair) for pair in pairs(word))

    def search(self, terms: Terms, limit: int, allowed: np.ndarray | None = None) -> Found:
        """At most `limit` documents by BM25 over pairs, words and rare characters; `allowed` flags rows that may be.

        Where few are allowed, more and more are looked at.
        """
        rare = {"characters": terms.terms["characters"][:8], "pairs": terms.terms["pairs"],
                "words": terms.terms["words"]}
        wanted = [(tantivy.Occur.Should, tantivy.Query.term_query(self.engine.schema, field, term))
                  for field in FIELDS for term in rare[field]]
        if not wanted or not len(self) or (allowed is not None and not allowed.any()):
            return Found(np.empty(0, np.int64), np.empty(0))
        query, looked = tantivy.Query.boolean_query(wanted), limit
        while True:
            hits = self.searcher.search(query, looked, count=False).hits
            rows = np.array(self.searcher.fast_field_values("row", [at for _, at in hits]), dtype=np.int64)
            scores = np.round(np.array([score for score, _ in hits], dtype=np.float64), 4)
            keep = np.ones(len(rows), bool) if allowed is None else allowed[rows]
            if keep.sum() >= limit or len(hits) < looked:
                break
            looked *= 8
        rows, scores = rows[keep], scores[keep]
        order = np.lexsort((rows, -scores))[:limit]
        return Found(rows[order], scores[order])

    def rows(self, patents: np.ndarray) -> np.ndarray:
        """Rows of those of the patents (positions in the projection) that have one."""
        at = np.searchsorted(self.patents, patents.astype(self.patents.dtype))
        found: np.ndarray = at[(at < len(self)) & (self.patents[np.minimum(at, len(self) - 1)] == patents)]
        return found

    def texts(self, rows: np.ndarray, body: bool = False) -> list[str]:
        """Normalised texts of the rows; with `body` without their titles."""
        texts, titled = self.given(rows, "text", "titled")
        return [t[n:] for t, n in zip(texts, titled, strict=True)] if body else texts

    def given(self, rows: np.ndarray, *columns: str) -> list[list[Any]]:
        """Values of the columns for the rows. The table stays on disk: only the rows asked for are read, batch by
        batch, because arrow would first put all batches together in memory."""
        order = np.argsort(rows, kind="stable")
        cuts = np.searchsorted(rows[order], self.starts)
        at = np.empty_like(order)
        at[order] = np.arange(len(rows))
        parts = [[batch.column(c).take(pa.array(rows[order[low:high]] - start)) for c in columns]
                 for batch, start, low, high in zip(self.batches, self.starts[:-1], cuts[:-1], cuts[1:], strict=True)
                 if high > low]
        if not parts:
            return [[] for _ in columns]
        return [pa.concat_arrays(column).take(pa.array(at)).to_pylist() for column in zip(*parts, strict=True)]


def open_texts(
    read: Callable[[], pa.Table], ids: pd.Series[str], version: str, home: Path,
    building: Callable[[], None] = lambda: None,
) -> TextIndex:
    """The index of a version of the graph, from `home` where it is kept, else built and kept there.

    `read` gives id, title, title_en and abstract of every patent; `ids` are those of the projection, ascending;
    `building` is called before an index is built, which takes a while.
    Raises WorkspaceError where the disk is full.
    """
    folder = home / "cache" / "text" / version
    kept = open_kept(folder)
    if kept is not None:
        return kept
    building()
    with telling_full(home):
        build(read(), ids, folder)
    sweep(folder.parent, version)
    return TextIndex(folder)


def texts_of(
    store: Readable, graph: Projection, home: Path, building: Callable[[], None] = lambda: None,
) -> TextIndex:
    """The index of the texts of a graph that was read from the store, as `open_texts` gives it. StoreError where that
    has changed over since."""

    def read() -> pa.Table:
        found = store.read("project/texts")
        still(store, graph.version)
        return found

    return open_texts(read, graph.nodes["Patent"]["id"], graph.version, home, building)


def open_kept(folder: Path) -> TextIndex | None:
    """The index in the folder; None where there is none of this layout, or one that is damaged."""
    try:
        return TextIndex(folder)
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None


def build(texts: pa.Table, ids: pd.Series[str], folder: Path) -> None:
    """Index the texts beside `folder`, then rename into place; of two writers the first wins."""
    draft = folder.with_name(f".draft-{uuid.uuid4().hex}")
    (draft / POSTINGS).mkdir(parents=True)
    try:
        write(texts, ids, draft)
        if open_kept(folder) is None:
            put(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def put(draft: Path, folder: Path) -> None:
    """Rename into place; what another put there meanwhile stays, what is damaged there goes."""
    try:
        os.replace(draft, folder)
    except OSError:
        if open_kept(folder) is not None:
            return
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(draft, folder)
