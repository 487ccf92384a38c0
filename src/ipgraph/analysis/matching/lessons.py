"""Needs whose answers the corpus itself knows: a title is answered by its own abstract, an abstract by what its patent
cites and by what has the same main group."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ipgraph.analysis.matching.features import features, main_classes
from ipgraph.analysis.matching.nearby import Nearby, nearby
from ipgraph.analysis.matching.ranker import Lesson
from ipgraph.projection import Projection
from ipgraph.text import Terms, TextIndex
from ipgraph.text.index import build

__all__ = [
    "CANDIDATES",
    "LONG",
    "Known",
    "bodies_alone",
    "candidates",
    "citing_needs",
    "drawn",
    "group_needs",
    "lesson",
    "needs",
    "own_rows",
    "told_rows",
]

#: Candidates that a need's words find, and that citations add to them.
CANDIDATES, ADDED = 200, 50
#: Different pairs of letters from which on a need is long: the ranker learned from abstracts is asked, else that from
#: titles.
LONG = 60
#: What is drawn of many is drawn with it.
SEED = 20250101
#: Letters that an abstract has at least, so that it says something.
TOLD = 20


@dataclass(frozen=True, eq=False)
class Known:
    """A need whose answers are known: the row of the patent that it is of, its text, the rows that are `right`.
    `without` is the row that may not be found, −1 for none."""

    row: int
    text: str
    right: np.ndarray
    without: int = -1


def told_rows(index: TextIndex) -> np.ndarray:
    """Rows with an abstract whose text without the title has `TOLD` letters."""
    long = index.lengths - index.table.column("titled").to_numpy() >= TOLD
    return np.flatnonzero(long & np.array(index.table.column("abstract").is_valid()))


def own_rows(index: TextIndex) -> np.ndarray:
    """Rows with a title of two letters and a text."""
    told = told_rows(index)
    rows: np.ndarray = told[index.table.column("titled").to_numpy()[told] >= 2]
    return rows


def citing_needs(graph: Projection, index: TextIndex, most: int | None = None) -> list[Known]:
    """Texts of rows that cite rows with a text, each answered by those; at most `most` of them, by lot."""
    told = told_rows(index)
    row = np.full(len(graph.nodes["Patent"]), -1)
    row[index.patents[told]] = told
    cites = graph.edges["CITES"]
    source, target = row[cites.source], row[cites.target]
    keep = (source >= 0) & (target >= 0) & (source != target)
    order = np.lexsort((target[keep], source[keep]))
    source, target = source[keep][order], target[keep][order]
    rows = drawn(np.unique(source), most)
    ends = np.searchsorted(source, rows), np.searchsorted(source, rows, side="right")
    return [Known(int(row), text, target[low:high], int(row))
            for row, text, low, high in zip(rows, index.texts(rows, body=True), *ends, strict=True)]


def group_needs(graph: Projection, index: TextIndex, most: int | None = None) -> list[Known]:
    """Texts of rows whose main group others with a text have too, each answered by those; at most `most`, by lot."""
    told = told_rows(index)
    code = main_classes(graph)[-1][index.patents[told]]
    alike = np.bincount(code[code >= 0])
    rows = np.flatnonzero((code >= 0) & (alike[np.maximum(code, 0)] > 1)) if len(alike) else np.empty(0, np.int64)
    rows = drawn(rows, most)
    return [Known(int(told[row]), text, told[(code == code[row]) & (np.arange(len(told)) != row)], int(told[row]))
            for row, text in zip(rows, index.texts(told[rows], body=True), strict=True)]


def drawn(rows: np.ndarray, most: int | None) -> np.ndarray:
    """At most `most` of the rows, the same for the same rows."""
    if most is None or len(rows) <= most:
        return rows
    return np.sort(np.random.default_rng(SEED).choice(rows, most, replace=False))


def bodies_alone(graph: Projection, index: TextIndex, rows: np.ndarray, folder: Path) -> TextIndex:
    """An index of the texts of the rows without their titles."""
    ids, null = graph.nodes["Patent"]["id"], pa.nulls(len(rows), pa.string())
    texts = pa.array(index.texts(rows, body=True), pa.string())
    known = pa.array(ids.iloc[index.patents[rows]].tolist(), pa.string())
    build(pa.table({"id": known, "title": null, "title_en": null, "abstract": texts}), ids, folder)
    return TextIndex(folder)


def needs(
    graph: Projection, index: TextIndex, bodies: TextIndex, told: np.ndarray, most: int | None = None,
) -> dict[str, list[Known]]:
    """The queries of each task, at most `most` of each, by lot."""
    texts = bodies.texts(np.arange(len(bodies)))
    own = drawn(np.flatnonzero(np.isin(told, own_rows(index))), most)
    [titles] = index.given(told[own], "title")
    same: dict[str, list[int]] = {}
    for row, text in enumerate(texts):
        same.setdefault(text, []).append(row)
    title = [Known(row, t, np.array(same[texts[row]])) for row, t in zip(own.tolist(), titles, strict=True)]
    return {"title": title, "cites": citing_needs(graph, bodies, most), "classes": group_needs(graph, bodies, most)}


def candidates(
    graph: Projection, index: TextIndex, terms: Terms, without: int = -1, allowed: NDArray[np.bool_] | None = None,
) -> tuple[np.ndarray, Nearby]:
    """Rows that a need is answered from: the `CANDIDATES` that its words find, best first, then those that citations
    lead to from there. `without` is the row of the patent that the need is of; `allowed` flags rows that may be."""
    found = index.search(terms, CANDIDATES + 1, allowed)
    keep = np.flatnonzero(found.rows != without)[:CANDIDATES]
    rows = found.rows[keep]
    near = nearby(graph, index.patents[rows], found.scores[keep], int(index.patents[without]) if without >= 0 else -1)
    more = index.rows(near.best)
    fresh = ~np.isin(more, rows) & (more != without)
    return np.concatenate([rows, more[fresh if allowed is None else fresh & allowed[more]][:ADDED]]), near


def lesson(graph: Projection, index: TextIndex, need: Known) -> Lesson:
    """Features of the candidates of a need by their texts without titles, and which of them are right.

    An answer that is no candidate teaches nothing: to add it would teach that weak matches are right.
    """
    terms = index.terms(need.text)
    rows, near = candidates(graph, index, terms, need.without)
    return Lesson(features(graph, index, terms, rows, index.texts(rows, body=True), near), np.isin(rows, need.right))
