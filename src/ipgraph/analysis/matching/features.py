"""What speaks for a patent being what a text is about: its words, and the classes, segments and citations that it
shares with what else was found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.matching.nearby import Nearby
from ipgraph.analysis.measures.specialisation import ratio
from ipgraph.projection import Projection, remembered
from ipgraph.text import FIELDS, Terms, TextIndex
from ipgraph.text.tokens import UNSPACED, threes

__all__ = ["FEATURES", "counts", "features", "shares"]

Floats = NDArray[np.float64]
#: BM25's two settings: how soon a repeated term counts no more, and how much a long text is held back.
K1, B = 0.8, 0.75
#: Documents found first that lend the others their classes and segments.
LENDERS = 15
LEVELS = ("class", "subclass", "group")
#: Different threes of letters of a need that are looked for at most, from its beginning.
THREES = 600
#: Letters at the end of a need, where Chinese names the thing itself.
TAILS = (2, 8)
FEATURES = (
    *(f"{field} {what}" for field in FIELDS for what in ("bm25", "of best", "covered", "terms")),
    "pairs idf squared", "threes covered", "rare threes", *(f"last {n}" for n in TAILS), "length", *LEVELS, "segment",
    "linked", "linked twice", "cited",
)


def features(
    graph: Projection, index: TextIndex, terms: Terms, rows: np.ndarray, texts: list[str], near: Nearby,
) -> Floats:
    """Rows × `FEATURES` for documents found, best first, and their normalised texts.

    Of each field: BM25 with K1 and B; the same over the best of these rows; share of the idf of the need's terms that
    the text has; share of its terms. BM25 of pairs with their idf squared. Of three letters in a row the share that the
    text has, plainly and each over the number of these texts that have it. `last n`: BM25 over the characters among the
    last n letters of the need. length: ln of the text's letters over the mean. Then `shares` and what `near` says of
    citations.
    """
    long = np.maximum(index.lengths[rows], 1) / max(index.mean_length, 1)
    columns: list[Floats] = []
    held = {}
    distinct = list(dict.fromkeys(term for field in FIELDS for term in terms.terms[field]))
    every, place = counts(texts, distinct), {term: n for n, term in enumerate(distinct)}
    for field in FIELDS:
        tf = every[:, [place[term] for term in terms.terms[field]]]
        weight = tf * (K1 + 1) / (tf + K1 * (1 - B + B * long[:, None])) * terms.idf[field]
        score, has = weight.sum(axis=1), tf > 0
        columns += [score, score / max(score.max(initial=0.0), 1e-9), has @ terms.idf[field] /
                    max(terms.idf[field].sum(), 1e-9), has.sum(axis=1) / max(len(terms.terms[field]), 1)]
        held[field] = weight
    three = list(dict.fromkeys(threes(terms.text)))[:THREES]
    here = counts(texts, three) > 0
    columns += [held["pairs"] @ terms.idf["pairs"], here.sum(axis=1) / max(len(three), 1),
                (here / np.maximum(here.sum(axis=0), 1)).sum(axis=1) / max(len(three), 1)]
    for tail in TAILS:
        last = set(terms.text.replace(" ", "")[-tail:])
        wanted = np.array([term in last for term in terms.terms["characters"]], dtype=bool)
        columns.append(held["characters"][:, wanted].sum(axis=1))
    columns.append(np.log(long))
    strength, patents = columns[5] + columns[9], index.patents[rows]
    return np.column_stack([*columns, *shares(graph, patents, strength).T, *near.told(graph, patents).T])


def counts(texts: list[str], terms: Sequence[str]) -> Floats:
    """Texts × terms: how often the term stands in the normalised text; a term of a spaced script as a whole word.

    All terms of as many letters are looked for in one pass over all texts.

    >>> counts(["锂电池 li 锂", "电池 lithium"], ["锂", "电池", "li"]).tolist()
    [[2.0, 1.0, 1.0], [0.0, 1.0, 0.0]]
    """
    found = np.zeros((len(texts), len(terms)))
    by_size: dict[int, list[int]] = {}
    spaced: dict[str, list[int]] = {}
    for n, term in enumerate(terms):
        if term[0] >= UNSPACED:
            by_size.setdefault(len(term), []).append(n)
        else:
            spaced.setdefault(term, []).append(n)
    if by_size:
        letters, row = letters_of(texts)
        for size, at in by_size.items():
            keys = letters_of([terms[n] for n in at])[0].reshape(len(at), -1)[:, :size]
            wanted, back = np.unique(hashed(keys.T), return_inverse=True)
            here = hashed([letters[n:len(letters) - size + n] for n in range(size)])
            place = np.searchsorted(wanted, here)
            hit = np.flatnonzero(wanted[np.minimum(place, len(wanted) - 1)] == here)
            held = np.bincount(row[hit] * len(wanted) + place[hit], minlength=len(texts) * len(wanted))
            found[:, at] = held.reshape(len(texts), len(wanted))[:, back]
    if spaced:
        for n, text in enumerate(texts):
            for word in text.split():
                for column in spaced.get(word, ()):
                    found[n, column] += 1
    return found


def letters_of(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Code points of the texts, each ended by a nought, and the text that each is of."""
    whole = "\0".join(texts) + "\0"
    letters = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    return letters, np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])


def hashed(columns: Sequence[np.ndarray] | np.ndarray) -> np.ndarray:
    """One number for the letters that stand side by side; up to three letters without a clash."""
    found = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        found = found * np.uint64(0x1FFFFF) + column
    return found


def shares(graph: Projection, patents: np.ndarray, strength: Floats) -> Floats:
    """Patents × (class, subclass, group, segment): what share of the `LENDERS` strongest others, weighted by strength
    squared, has the same main class at each level or serves a common segment.

    This is how class and segment are inferred from a need: by what its words lead to.
    """
    lend = np.lexsort((patents, -strength))[:LENDERS]
    weight = (strength[lend] / max(strength.max(initial=0.0), 1e-9)) ** 2
    matrix = np.where(patents[:, None] == patents[lend][None], 0.0, weight[None])
    total = matrix.sum(axis=1)
    same = [(codes[patents][:, None] == codes[patents[lend]][None]) & (codes[patents] >= 0)[:, None]
            for codes in main_classes(graph)]
    serves = sparse.csr_array(graph.edges["SERVES"].out[patents])
    same.append((serves @ serves[lend].T).toarray() > 0)
    return np.column_stack([ratio((matrix * which).sum(axis=1), total) for which in same])


@remembered
def main_classes(graph: Projection) -> tuple[np.ndarray, ...]:
    """For each level a code of the main class of every patent, −1 where none is known."""
    edges, symbols = graph.edges["CLASSIFIED_AS"], graph.nodes["TechClass"]["id"]
    main = np.asarray(edges.data["main"].fillna(False), dtype=bool) if len(edges) else np.zeros(0, bool)
    of = np.full(len(graph.nodes["Patent"]), -1)
    of[edges.source[~main][::-1]] = edges.target[~main][::-1]
    of[edges.source[main][::-1]] = edges.target[main][::-1]
    cuts = (symbols.str[:3], symbols.str[:4], symbols.str.split("/").str[0])
    levels = (np.append(pd.factorize(cut)[0], -1) for cut in cuts)
    return tuple(level[of] for level in levels)
