"""The single methods that matching is measured beside: each scores every document for every query."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds

from ipgraph.text import TextIndex
from ipgraph.text.tokens import characters, pairs

__all__ = ["Singles", "places"]

Floats = NDArray[np.float64]
Tokens = Callable[[str], list[str]]
#: As the peers have them by default: Robertson and Zaragoza (2009); dimensions of the latent vectors.
K1, B = 1.2, 0.75
LATENT = 100
#: Documents taken apart at a time.
PART = 1_000
#: Constant of reciprocal rank fusion, Cormack, Clarke and Büttcher (2009).
FUSION = 60


class Singles:
    """Methods ready for the normalised texts of an index: BM25 over characters, pairs and words, TF-IDF over n-grams
    of 2 and 3, latent vectors of those, and the fusion of ranks of pairs, words and TF-IDF."""

    def __init__(self, index: TextIndex, texts: Sequence[str]) -> None:
        self.bm25 = {}
        for name, tokens in (("characters", characters), ("pairs", pairs), ("words", index.words)):
            counted = Counted(texts, tokens)
            self.bm25[f"bm25 {name}"] = counted, bm25_weights(counted.documents).T.tocsr()
        self.ngrams = Counted(texts, ngrams)
        self.idf = smooth_idf(self.ngrams.documents)
        documents = tfidf(self.ngrams.documents, self.idf)
        self.base = latent_base(documents)
        self.latent = unit_rows(documents @ self.base)
        self.documents = documents.T.tocsr()

    def __call__(self, queries: Sequence[str]) -> Mapping[str, Floats]:
        """Queries × documents for each method."""
        found = {name: dense(flags(counted.of(queries)) @ weights) for name, (counted, weights) in self.bm25.items()}
        asked = tfidf(self.ngrams.of(queries), self.idf)
        found["tf-idf n-grams"] = dense(asked @ self.documents)
        found["latent vectors"] = unit_rows(asked @ self.base) @ self.latent.T
        parts = [found[name] for name in ("bm25 pairs", "bm25 words", "tf-idf n-grams")]
        found["rank fusion"] = sum((1 / (FUSION + places(part)) for part in parts), start=np.zeros_like(parts[0]))
        return found


class Counted:
    """Counts of terms of documents, and of queries over the terms of the documents; `PART` documents at a time, so
    that no more tokens than theirs stand in memory as strings."""

    def __init__(self, texts: Sequence[str], tokens: Tokens) -> None:
        self.tokens = tokens
        known: dict[str, int] = {}
        parts = []
        for start in range(0, len(texts), PART):
            rows = exploded(texts[start:start + PART], tokens)
            codes, terms = pd.factorize(rows)
            at = np.array([known.setdefault(term, len(known)) for term in terms], dtype=np.int32)
            parts.append(np.stack([np.asarray(rows.index, dtype=np.int32) + start, at[codes]]))
        self.at = known
        ends = np.concatenate(parts, axis=1)
        self.documents = sparse.csr_array((np.ones(ends.shape[1]), tuple(ends)), shape=(len(texts), len(known)))

    def of(self, queries: Sequence[str]) -> sparse.csr_array:
        asked = exploded(queries, self.tokens)
        at = np.array([self.at.get(term, -1) for term in asked], dtype=np.int64)
        known = at >= 0
        ends = asked.index.to_numpy()[known], at[known]
        return sparse.csr_array((np.ones(int(known.sum())), ends), shape=(len(queries), len(self.at)))


def exploded(texts: Sequence[str], tokens: Tokens) -> pd.Series[str]:
    """Tokens of the texts, one after another; the label of each is the place of its text."""
    return pd.Series([tokens(text) for text in texts], dtype=object).explode().dropna()


def ngrams(text: str) -> list[str]:
    """Pairs, and threes of neighbouring pairs."""
    two = pairs(text)
    return two + [a + b[-1] for a, b in pairwise(two) if len(a) == len(b) == 2]


def bm25_weights(documents: sparse.csr_array) -> sparse.csr_array:
    """What a term of a query adds to each document."""
    count = documents.shape[0]
    n = np.bincount(documents.indices, minlength=documents.shape[1])
    idf = np.log(1 + (count - n + 0.5) / (n + 0.5))
    length = np.asarray(documents.sum(axis=1)).ravel()
    long = np.repeat(length / max(length.mean(), 1e-9), np.diff(documents.indptr))
    weight = documents.copy()
    weight.data = weight.data * (K1 + 1) / (weight.data + K1 * (1 - B + B * long)) * idf[weight.indices]
    return weight


def flags(counts: sparse.csr_array) -> sparse.csr_array:
    found = counts.copy()
    found.data = np.ones_like(found.data)
    return found


def smooth_idf(documents: sparse.csr_array) -> Floats:
    """ln((1 + N)/(1 + n)) + 1 of each term."""
    n = np.bincount(documents.indices, minlength=documents.shape[1])
    idf: Floats = np.log((1 + documents.shape[0]) / (1 + n)) + 1
    return idf


def tfidf(counts: sparse.csr_array, idf: Floats) -> sparse.csr_array:
    """Rows of (1 + ln tf) · idf at length 1."""
    weight = counts.copy()
    weight.data = (1 + np.log(weight.data)) * idf[weight.indices]
    length = np.sqrt(np.asarray((weight * weight).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(length, 1e-12)) @ weight)


def latent_base(documents: sparse.csr_array) -> Floats:
    """Terms × the `LATENT` largest singular vectors (Deerwester et al. 1990)."""
    most = min(LATENT, min(documents.shape) - 1)
    # In order of rows, or every product with it begins by copying it.
    base: Floats = np.ascontiguousarray(svds(documents, k=most, v0=np.ones(min(documents.shape)))[2].T)
    return base


def unit_rows(rows: Floats) -> Floats:
    """Rows at length 1."""
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return found


def dense(scores: sparse.csr_array) -> Floats:
    return np.asarray(scores.toarray())


def places(scores: Floats) -> Floats:
    """Rank of each document for each query, from 1; equals in order of rows."""
    order = np.argsort(-scores, axis=1, kind="stable")
    rank = np.empty_like(scores)
    np.put_along_axis(rank, order, np.arange(1.0, scores.shape[1] + 1)[None], axis=1)
    return rank
