"""Texts of any language as sparse rows of hashed n-grams, worked out for a whole chunk of texts at once.

A token is a run of letters and digits (Latin, Greek, Cyrillic), or one character of a script that has no spaces
(Han, kana, hangul). An n-gram is one, two or three tokens that stand together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

__all__ = ["BUCKETS", "LONGEST", "Tokens", "grams", "placed", "tokens"]

#: Buckets that n-grams are hashed to: with 20 bits, half a million different ones share a bucket by a third.
BITS = 20
BUCKETS = 1 << BITS
#: Tokens of the longest n-gram.
LONGEST = 3
#: Odd, so that it has an inverse modulo 2⁶⁴; the multiplier of a polynomial hash and of its mixing.
PRIME = np.uint64(0x9E3779B97F4A7C15)
INVERSE = np.uint64(pow(int(PRIME), -1, 1 << 64))
#: First and last code points of letters that make words, and of characters that are words by themselves.
LETTERS = ((0x30, 0x39), (0x61, 0x7A), (0xDF, 0xF6), (0xF8, 0x24F), (0x370, 0x52F))
CHARACTERS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
END = 0x0A


@dataclass(frozen=True, eq=False)
class Tokens:
    """Tokens in order: the text that each is of, its place in `points`, and its hash; `points` has the code points of
    all texts, folded, one after another."""

    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    hash: np.ndarray
    points: np.ndarray

    def text(self, first: int, count: int) -> str:
        """What stands from the first of `count` tokens to the last of them."""
        return self.points[self.start[first]:self.end[first + count - 1]].tobytes().decode("utf-32-le")


def tokens(texts: pa.Array) -> Tokens:
    """Tokens of the texts, in lower case and compatibility form (NFKC); a null has none."""
    folded = pc.utf8_lower(pc.utf8_normalize(pc.fill_null(texts, ""), "NFKC"))
    lines = pc.replace_substring_regex(folded, "\\s+", " ")
    whole = "\n".join(lines.to_pylist()) + "\n"
    points = np.frombuffer(whole.encode("utf-32-le"), dtype=np.uint32)
    letter, alone = within(points, LETTERS), within(points, CHARACTERS)
    before = np.concatenate([[False], letter[:-1]])
    after = np.concatenate([letter[1:], [False]])
    start = np.flatnonzero(alone | (letter & ~before))
    end = np.flatnonzero(alone | (letter & ~after)) + 1
    row = (np.cumsum(points == END) - (points == END))[start]
    powers = np.cumprod(np.full(len(points), PRIME))
    back = np.cumprod(np.full(len(points), INVERSE))
    sums = np.concatenate([[np.uint64(0)], np.cumsum((points.astype(np.uint64) + np.uint64(1)) * powers)])
    return Tokens(row, start, end, mixed((sums[end] - sums[start]) * back[start]), points)


def within(points: np.ndarray, ranges: tuple[tuple[int, int], ...]) -> np.ndarray:
    """Which code points lie in any of the ranges."""
    found = np.zeros(len(points), dtype=bool)
    for first, last in ranges:
        found |= (points >= first) & (points <= last)
    return found


def mixed(hashes: np.ndarray) -> np.ndarray:
    """Hashes whose upper bits depend on all bits."""
    once = (hashes ^ (hashes >> np.uint64(31))) * PRIME
    twice: np.ndarray = (once ^ (once >> np.uint64(29))) * PRIME
    return twice


def runs(found: Tokens) -> list[tuple[np.ndarray, np.ndarray]]:
    """For n = 1 … LONGEST the first tokens of the n-grams and their buckets. Tokens stand together where at most one
    character parts them."""
    beside = (found.row[1:] == found.row[:-1]) & (found.start[1:] - found.end[:-1] <= 1)
    first, hashes, out = np.arange(len(found.hash)), found.hash, []
    for n in range(LONGEST):
        if n:
            more = first + n < len(found.hash)
            first, hashes = first[more], hashes[more]
            more = beside[first + n - 1]
            first, hashes = first[more], hashes[more]
            hashes = mixed(hashes * PRIME + found.hash[first + n])
        out.append((first, (hashes >> np.uint64(64 - BITS)).astype(np.int64)))
    return out


def placed(found: Tokens) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First token, number of tokens and bucket of every n-gram, in the order of first tokens."""
    parts = runs(found)
    first = np.concatenate([part[0] for part in parts])
    count = np.repeat(np.arange(1, LONGEST + 1), [len(part[0]) for part in parts])
    order = np.argsort(first, kind="stable")
    return first[order], count[order], np.concatenate([part[1] for part in parts])[order]


def grams(texts: pa.Array) -> sparse.csr_array:
    """texts × BUCKETS, 1 where a text has an n-gram of that bucket.

    >>> found = grams(pa.array(["solid electrolyte", "固态电解质", None]))
    >>> found.sum(axis=1).tolist()  # 2 words and 1 pair; 5 characters, 4 pairs, 3 triples
    [3.0, 12.0, 0.0]
    """
    found = tokens(texts)
    parts = [found.row[first] * BUCKETS + bucket for first, bucket in runs(found)]
    keys = np.sort(np.concatenate(parts), kind="stable")  # numpy.unique hashes, and takes ten times as long
    keys = keys[np.diff(keys, prepend=-1) > 0]
    ends = np.searchsorted(keys, np.arange(len(texts) + 1) * BUCKETS)
    return sparse.csr_array(
        (np.ones(len(keys), dtype=np.float32), (keys % BUCKETS).astype(np.int32), ends.astype(np.int32)),
        shape=(len(texts), BUCKETS))
