"""What speaks for a patent being what a text is about: its words, and the classes, segments and citations that it
shares with what else was found."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.measures.specialisation import ratio
from ipgraph.projection import Projection, remembered
from ipgraph.text import FIELDS, Terms, TextIndex
from ipgraph.text.tokens import UNSPACED

__all__ = ["FEATURES", "counts", "features", "shares"]

Floats = NDArray[np.float64]
#: BM25's two settings: how soon a repeated term counts no more, and how much a long text is held back.
K1, B = 0.8, 0.75
#: Documents found first that lend the others their classes, segments and citations.
LENDERS = 15
LEVELS = ("class", "subclass", "group")
#: Letters at the end of a need, where Chinese names the thing itself.
TAILS = (2, 8)
FEATURES = (
    *(f"{field} {what}" for field in FIELDS for what in ("bm25", "of best", "covered", "terms")),
    *(f"last {n}" for n in TAILS), "length", *LEVELS, "segment", "citation",
)


def features(graph: Projection, index: TextIndex, terms: Terms, rows: np.ndarray, texts: list[str]) -> Floats:
    """Rows × `FEATURES` for documents found, best first, and their normalised texts.

    Of each field: BM25 with K1 and B; the same over the best of these rows; share of the idf of the need's terms that
    the text has; share of its terms. `last n`: BM25 over the characters among the last n letters of the need. length:
    ln of the text's letters over the mean. Then `shares`.
    """
    long = np.maximum(index.lengths[rows], 1) / max(index.mean_length, 1)
    columns: list[Floats] = []
    held = {}
    for field in FIELDS:
        tf = counts(texts, terms.terms[field])
        weight = tf * (K1 + 1) / (tf + K1 * (1 - B + B * long[:, None])) * terms.idf[field]
        score, has = weight.sum(axis=1), tf > 0
        columns += [score, score / max(score.max(initial=0.0), 1e-9), has @ terms.idf[field] /
                    max(terms.idf[field].sum(), 1e-9), has.sum(axis=1) / max(len(terms.terms[field]), 1)]
        held[field] = weight
    for tail in TAILS:
        last = set(terms.text.replace(" ", "")[-tail:])
        wanted = np.array([term in last for term in terms.terms["characters"]], dtype=bool)
        columns.append(held["characters"][:, wanted].sum(axis=1))
    columns.append(np.log(long))
    strength = columns[5] + columns[9]
    return np.column_stack([*columns, *shares(graph, index.patents[rows], strength).T])


def counts(texts: list[str], terms: list[str]) -> Floats:
    """Texts × terms: how often the term stands in the text; a term of a spaced script as a whole word."""
    wanted = [term if term[0] >= UNSPACED else f" {term} " for term in terms]
    found = [[text.count(term) for term in wanted] for text in (f" {text} " for text in texts)]
    return np.array(found, dtype=np.float64).reshape(len(texts), len(terms))


def shares(graph: Projection, patents: np.ndarray, strength: Floats) -> Floats:
    """Patents × (class, subclass, group, segment, citation): what share of the `LENDERS` strongest others, weighted
    by strength squared, has the same main class at each level, serves a common segment, or is linked by a citation.

    This is how class and segment are inferred from a need: by what its words lead to.
    """
    lend = np.lexsort((patents, -strength))[:LENDERS]
    weight = (strength[lend] / max(strength.max(initial=0.0), 1e-9)) ** 2
    matrix = np.where(patents[:, None] == patents[lend][None], 0.0, weight[None])
    total = matrix.sum(axis=1)
    same = [(codes[patents][:, None] == codes[patents[lend]][None]) & (codes[patents] >= 0)[:, None]
            for codes in main_classes(graph)]
    serves = sparse.csr_array(graph.edges["SERVES"].out[patents])
    linked = sparse.csr_array(links(graph)[patents])
    same.append((serves @ serves[lend].T).toarray() > 0)
    same.append(linked[:, patents[lend]].toarray() > 0)
    return np.column_stack([ratio((matrix * which).sum(axis=1), total) for which in same])


@remembered
def main_classes(graph: Projection) -> tuple[np.ndarray, ...]:
    """For each level a code of the main class of every patent, −1 where none is known."""
    edges, symbols = graph.edges["CLASSIFIED_AS"], graph.nodes["TechClass"]["id"]
    main = np.asarray(edges.data["main"].fillna(False), dtype=bool) if len(edges) else np.zeros(0, bool)
    of = np.full(len(graph.nodes["Patent"]), -1)
    of[edges.source[~main][::-1]] = edges.target[~main][::-1]
    of[edges.source[main][::-1]] = edges.target[main][::-1]
    cuts = (symbols.str[:3], symbols.str[:4], symbols.str.partition("/")[0])
    levels = (np.append(pd.factorize(cut)[0], -1) for cut in cuts)
    return tuple(level[of] for level in levels)


@remembered
def links(graph: Projection) -> sparse.csr_array:
    """Patents × patents: who cites or is cited by whom."""
    cites = graph.edges["CITES"]
    return sparse.csr_array(cites.out + cites.into)
