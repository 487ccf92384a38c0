"""Sister firms, campuses and colleges that are known to be one or two: a table of facts, by hand."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from ipgraph.tables.engine import connect
from ipgraph.tables.identity.agreement import agreement, clusters, read_truth
from ipgraph.tables.identity.bare import Bare

TRUTH = clusters(read_truth(Path(__file__).with_name("siblings.csv")))


def test_no_sister_firm_is_taken_for_another_and_most_spellings_are_found() -> None:
    found = Bare.of(connect(), TRUTH).clusters()
    wrong = [(a, b) for a, b in combinations(TRUTH, 2) if found[a] == found[b] and TRUTH[a] != TRUTH[b]]
    missed = {(a, b) for a, b in combinations(TRUTH, 2) if found[a] != found[b] and TRUTH[a] == TRUTH[b]}
    assert wrong == []
    # Two firms begin with the short name, so it is left alone.
    assert missed == {("上海电气集团股份有限公司", "上海电气")}
    assert agreement(found, TRUTH)["b3_precision"] == 1.0
