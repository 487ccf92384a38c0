"""Texts as rows for a model: title and abstract, without the words that rules look for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from ipgraph.text.grams import BUCKETS, grams

#: Texts that are worked on at once, and words in one search pattern.
CHUNK, WORDS = 4096, 200


def forms(texts: pa.Table) -> np.ndarray:
    """0 for a text with an abstract, 1 for a title alone."""
    found: np.ndarray = pc.fill_null(pc.equal(texts["abstract"], ""), True).to_numpy().astype(int)
    return found


def whole(texts: pa.Table, words: Sequence[str], brief: bool = False) -> pa.Array:
    """Title and abstract of each, or the title alone, with a gap for each of the words.

    >>> table = pa.table({"title": ["A LiFePO4 cell", "电池正极材料"], "abstract": [None, "正极"]})
    >>> whole(table, ["lifepo4", "正极"]).to_pylist()
    ['a   cell\\n', '电池 材料\\n ']
    """
    abstract = pa.nulls(len(texts), pa.string()) if brief else texts["abstract"]
    found = pc.utf8_lower(pc.binary_join_element_wise(texts["title"], abstract, "\n", null_handling="replace"))
    for first in range(0, len(words), WORDS):
        found = pc.replace_substring_regex(found, "|".join(map(pattern, words[first:first + WORDS])), " ")
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def pattern(word: str) -> str:
    """How a word is searched: a Latin one as a whole word whatever parts its pieces, another anywhere."""
    if re.fullmatch("[a-z0-9 -]+", word):
        return r"\b" + "[^a-z0-9]+".join(re.findall("[a-z0-9]+", word)) + r"\b"
    return re.escape(word)


def rows(texts: pa.Table, words: Sequence[str], brief: bool = False) -> sparse.csr_array:
    """texts × BUCKETS, a chunk at a time."""
    found = [grams(whole(texts.slice(first, CHUNK), words, brief)) for first in range(0, len(texts), CHUNK)]
    return sparse.csr_array(sparse.vstack(found)) if found else sparse.csr_array((0, BUCKETS), dtype=np.float32)
