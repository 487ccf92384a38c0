"""Needs whose answers the corpus itself knows: a title is answered by its own abstract, an abstract by what its patent
cites."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.matching.features import features
from ipgraph.analysis.matching.nearby import Nearby, nearby
from ipgraph.analysis.matching.ranker import Lesson
from ipgraph.projection import Projection
from ipgraph.text import Terms, TextIndex

__all__ = ["CANDIDATES", "LONG", "candidates", "citing_rows", "lesson", "own_rows", "told_rows"]

#: Candidates that a need's words find, and that citations add to them.
CANDIDATES, ADDED = 200, 50
#: Different pairs of letters from which on a need is long: the ranker learned from abstracts is asked, else that from
#: titles.
LONG = 60
#: Letters that an abstract has at least, so that it says something.
TOLD = 20


def told_rows(index: TextIndex) -> np.ndarray:
    """Rows with an abstract whose text without the title has `TOLD` letters."""
    long = index.lengths - index.table.column("titled").to_numpy() >= TOLD
    return np.flatnonzero(long & np.array(index.table.column("abstract").is_valid()))


def own_rows(index: TextIndex) -> np.ndarray:
    """Rows with a title of two letters and a text: lessons of the first kind."""
    told = told_rows(index)
    rows: np.ndarray = told[index.table.column("titled").to_numpy()[told] >= 2]
    return rows


def citing_rows(graph: Projection, index: TextIndex) -> dict[int, np.ndarray]:
    """For each row with a text that cites rows with a text: those rows. Lessons of the second kind."""
    told = told_rows(index)
    row = np.full(len(graph.nodes["Patent"]), -1)
    row[index.patents[told]] = told
    cites = graph.edges["CITES"]
    source, target = row[cites.source], row[cites.target]
    keep = (source >= 0) & (target >= 0) & (source != target)
    cited = pd.Series(target[keep]).groupby(source[keep])
    return {int(row): np.sort(part.to_numpy()) for row, part in cited}


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


def lesson(
    graph: Projection, index: TextIndex, need: str, right: Sequence[int] | np.ndarray, without: int = -1,
) -> Lesson:
    """Features of the candidates of a need by their texts without titles, and which of them are right.

    An answer that is no candidate teaches nothing: to add it would teach that weak matches are right.
    """
    terms = index.terms(need)
    rows, near = candidates(graph, index, terms, without)
    return Lesson(features(graph, index, terms, rows, index.texts(rows, body=True), near), np.isin(rows, right))
