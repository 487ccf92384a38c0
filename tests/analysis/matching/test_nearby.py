from __future__ import annotations

import numpy as np
import pytest
from analysis.graphs import graph_of

from ipgraph.analysis.matching.features import counts
from ipgraph.analysis.matching.nearby import nearby


def citing(*pairs: str) -> object:
    """Patents a … e, of which the first of each pair cites the second."""
    return graph_of({"Patent": [{"id": id} for id in "abcde"]},
                    {"CITES": [{"source": a, "target": b} for a, b in pairs]})


def test_one_step_shares_out_and_two_steps_come_to_what_is_cited_together() -> None:
    graph = citing("ca", "cb", "ad")  # a – c – b and a – d
    near = nearby(graph, np.array([0]), np.array([2.0]))
    assert dict(zip(near.patents.tolist(), near.once.tolist(), strict=True)) == {0: 0, 1: 0, 2: 0.5, 3: 0.5}
    assert near.twice == pytest.approx([0, 0.25, 0, 0])  # what comes back to a is not counted
    assert near.best.tolist()[:2] == [2, 3]


def test_nothing_goes_through_the_patent_that_the_need_is_of() -> None:
    graph = citing("ca", "cb", "eb")
    told = nearby(graph, np.array([0]), np.array([1.0]), without=2).told(graph, np.array([1]))
    assert told[0] == pytest.approx([0, 0, np.log(2)])  # b is cited by c and e, and c does not count
    told = nearby(graph, np.array([0]), np.array([1.0])).told(graph, np.array([1]))
    assert told[0] == pytest.approx([0, np.log(51), np.log(3)])


def test_without_citations_nothing_is_near() -> None:
    graph = citing()
    near = nearby(graph, np.array([0, 1]), np.array([1.0, 1.0]))
    assert not len(near.best)
    assert near.told(graph, np.array([0, 1])).tolist() == [[0, 0, 0], [0, 0, 0]]


def test_terms_are_counted_by_length_and_whole_words() -> None:
    found = counts(["锂离子电池 li 锂", "li lithium 电池电池", ""], ["锂", "电池", "离子电", "li", "㐀"])
    assert found.tolist() == [[2, 1, 1, 1, 0], [0, 2, 0, 1, 0], [0, 0, 0, 0, 0]]
    assert counts([], ["锂"]).shape == (0, 1)
