import pytest

from ipgraph.analysis.measures.ranking import hits_at, mean_reciprocal_rank, ndcg_at, tied_rank


def test_ties_are_told_three_ways() -> None:
    assert tied_rank([.9, .5, .5, .5, .1], 2) == (2, 4, 3.0)
    assert tied_rank([1], 0) == (1, 1, 1.0)


def test_reciprocal_rank() -> None:
    assert mean_reciprocal_rank([1, 3, 12]) == pytest.approx(.472222, abs=1e-6)
    assert mean_reciprocal_rank([]) is None


def test_hits() -> None:
    assert hits_at([1, 3, 12], 1) == pytest.approx(1 / 3)
    assert hits_at([1, 3, 12], 10) == pytest.approx(2 / 3)
    assert hits_at([], 3) is None


def test_discounted_gain() -> None:
    assert ndcg_at([0, 1, 0, 1, 1], 5) == pytest.approx(.679731, abs=1e-6)
    assert ndcg_at([1, 0], 1) == 1
    assert ndcg_at([0, 0], 5) == 0
