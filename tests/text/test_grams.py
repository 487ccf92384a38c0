"""Hashed n-grams, compared with what a loop would make of the same text."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from ipgraph.text.grams import BUCKETS, grams, placed, tokens


def words(text: str) -> list[str]:
    found = tokens(pa.array([text]))
    return [found.text(n, 1) for n in range(len(found.hash))]


def test_words_of_letters_and_single_characters() -> None:
    assert words("LiFePO4 正极-Ü Ωμέγα") == ["lifepo4", "正", "极", "ü", "ωμέγα"]


def test_full_width_and_case_are_folded() -> None:
    assert (grams(pa.array(["ＬＩＴＨＩＵＭ cell"])) != grams(pa.array(["lithium CELL"]))).nnz == 0


def test_n_grams_do_not_cross_texts_or_gaps() -> None:
    found = tokens(pa.array(["a b", "c  ，， d"]))
    first, count, _ = placed(found)
    assert [found.text(int(f), int(n)) for f, n in zip(first, count, strict=True)] == ["a", "a b", "b", "c", "d"]


def test_a_text_has_the_same_row_wherever_it_stands() -> None:
    some = ["solid electrolyte 固态电解质", "", "x\ny\tz", None, "固态"]
    together = grams(pa.array(some))
    for n, text in enumerate(some):
        alone = grams(pa.array([text], pa.string()))
        assert np.array_equal(together[[n]].indices, alone.indices)


def test_order_of_words_tells_texts_apart() -> None:
    one, other = grams(pa.array(["dog bites man", "man bites dog"])).toarray().astype(bool)
    assert one.sum() == other.sum() == 6
    assert (one & other).sum() == 3


def test_hashes_spread() -> None:
    count = 50_000
    row = grams(pa.array([" , ".join(f"w{n}" for n in range(count))]))
    by_chance = BUCKETS * (1 - np.exp(-count / BUCKETS))
    assert abs(row.nnz - by_chance) < 0.005 * by_chance


def test_no_texts_and_only_nulls() -> None:
    assert grams(pa.array([], pa.string())).shape == (0, BUCKETS)
    assert grams(pa.nulls(2, pa.string())).nnz == 0
