import numpy as np
import pytest

from ipgraph.analysis.measures.lifecycle import Growth, Logistic, growth, logistic


def test_the_four_ratios() -> None:
    found = growth(120, 480, 60, 20)
    assert (found.v, found.beta) == (.25, .9)
    assert found.alpha == pytest.approx(.666667, abs=1e-6)
    assert found.n == pytest.approx(.712, abs=1e-6)


def test_a_year_of_nothing() -> None:
    assert growth(0, 0, 0, 0) == Growth(None, None, None, None)
    assert growth(0, 5, 0, 3) == Growth(0, None, 0, None)


def test_the_curve_is_found_in_noise() -> None:
    t = np.arange(1995, 2021)
    counts = 500 / (1 + np.exp(-.4 * (t - 2008))) + np.random.default_rng(1).normal(0, 3, len(t))
    found = logistic(t, counts)
    assert isinstance(found, Logistic)
    assert found.ceiling == pytest.approx(500, rel=.05)
    assert found.years == pytest.approx(4.394449 / .4, rel=.1)
    assert [found.stage(year) for year in (1998, 2005, 2011, 2018)] == ["emerging", "growing", "mature", "saturated"]


@pytest.mark.parametrize(("counts", "reason"), [
    ([1, 2, 3, 4, 5, 6, 7], "few-years"), ([4] * 10, "no-growth"), (np.exp(np.arange(12) * .5), "far-ceiling"),
])
def test_no_curve_is_told_where_the_points_do_not_carry_one(counts: object, reason: str) -> None:
    assert logistic(np.arange(len(counts)), counts) == reason  # type: ignore[arg-type]
