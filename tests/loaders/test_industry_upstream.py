from __future__ import annotations

import pandas as pd
import pytest
from loaders.conftest import Taken

from ipgraph_loaders.industry_upstream import cyclic_share


@pytest.mark.parametrize(
    ("edges", "share"),
    [([], 0), (["ab", "bc"], 0), (["ab", "ba", "bc"], 2 / 3), (["ab", "bc", "ca"], 1), (["aa", "ab"], 0.5)],
)
def test_cyclic_share(edges: list[str], share: float) -> None:
    starts, ends = (pd.Series([edge[side] for edge in edges], dtype=str) for side in (0, 1))
    assert cyclic_share(starts, ends) == pytest.approx(share)


def test_edges_that_give_an_order_feed(taken: Taken) -> None:
    intake = taken("a.tsv", "industry\tupstream_industry\trelation\n电池\t锂矿\t上游产业\n整车\t电池\t上游产业\n")
    assert [(row["start"], row["end"]) for row in intake.table("feeds").to_pylist()] == [
        ("sw:锂矿", "sw:电池"), ("sw:电池", "sw:整车"),
    ]


def test_edges_in_circles_are_refused_all_together(taken: Taken) -> None:
    intake = taken("a.tsv", "industry\tupstream_industry\trelation\na\tb\t\nb\ta\t\nc\tb\t\n")
    assert intake.table("feeds").num_rows == 0
    assert [(row["row"], row["reason"], row["detail"]) for row in intake.table("refused").to_pylist()] == [
        (2, "no-order", "67%"), (3, "no-order", "67%"), (4, "no-order", "67%"),
    ]
