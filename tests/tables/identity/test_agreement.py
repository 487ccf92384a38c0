"""Figures by hand: six names in three true organisations, found as {a b d} {c} {e f}."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.errors import LayoutError
from ipgraph.tables.identity.agreement import agreement, clusters, halves, read_truth

TRUE = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "z", "f": "z"}
FOUND = {"a": "1", "b": "1", "d": "1", "e": "2", "f": "2"}


def test_pairs_and_b3_by_hand() -> None:
    # Found pairs ab ad bd ef, of which ab and ef are true; true pairs ab ac bc ef.
    # B³ precision: a 2/3, b 2/3, d 1/3, c 1, e 1, f 1; recall: a 2/3, b 2/3, c 1/3, d 1, e 1, f 1.
    assert agreement(FOUND, TRUE) == {
        "names": 6, "true_pairs": 4, "found_pairs": 4, "precision": 0.5, "recall": 0.5, "f1": 0.5,
        "b3_precision": 0.7778, "b3_recall": 0.7778, "b3_f1": 0.7778,
    }


def test_truth_is_two_names_or_a_name_and_its_cluster(tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text("简称,代码,全称\n甲,1,甲公司\n乙,2,乙公司\n甲,3,甲集团\n", "utf-8")
    pairs = read_truth(tmp_path / "two.csv")
    assert pairs == [("甲", "甲公司"), ("乙", "乙公司"), ("甲", "甲集团")]
    assert clusters(pairs) == {"甲": "甲", "甲公司": "甲", "甲集团": "甲", "乙": "乙", "乙公司": "乙"}
    (tmp_path / "one.csv").write_text("cluster,name\n1,甲\n2,乙\n1,丙\n", "utf-8")
    assert read_truth(tmp_path / "one.csv") == [("甲", "甲"), ("乙", "乙"), ("丙", "甲")]
    (tmp_path / "bad.csv").write_text("name\n甲\n", "utf-8")
    with pytest.raises(LayoutError, match="two columns"):
        read_truth(tmp_path / "bad.csv")


def test_no_name_stands_in_both_halves() -> None:
    pairs = [(f"简{n % 40}", f"全{n}") for n in range(60)]
    one, other = halves(pairs)
    assert sorted(one + other) == sorted(pairs)
    assert not {name for pair in one for name in pair} & {name for pair in other for name in pair}
    assert halves(pairs[::-1]) == (one, other)
