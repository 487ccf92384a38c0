import pytest

from ipgraph.analysis.measures.concentration import concentration_ratio, hhi, hhi_corrected, hhi_normalised

NINE = [25, 20, 15, 10, 8, 7, 6, 5, 4]


@pytest.mark.parametrize(("shares", "points"), [
    ([40, 30, 20, 10], 3000), (NINE, 1540), ([25, 20, 15, 10, 8, 7, 6, 9], 1580), ([45, 15, 10, 8, 7, 6, 5, 4], 2540),
    ([.7, .2, .1], 5400), ([.65, .2, .15], 4850),
])
def test_hhi_in_points(shares: list[float], points: float) -> None:
    assert hhi(shares) == pytest.approx(points / 10_000)


def test_hhi_of_nobody_is_unknown() -> None:
    assert hhi([]) is None
    assert hhi([0, 0]) is None


def test_normalised_runs_from_equal_shares_to_one_holder() -> None:
    assert hhi_normalised([3, 3, 3]) == pytest.approx(0)
    assert hhi_normalised([40, 30, 20, 10]) == pytest.approx((.3 - .25) / .75)
    assert hhi_normalised([7]) is None


def test_small_counts_are_corrected() -> None:
    assert hhi_corrected([2, 1, 1]) == pytest.approx((4 * .375 - 1) / 3)
    assert hhi_corrected([1, 1]) == 0
    assert hhi_corrected([1]) is None
    assert hhi_corrected([.5, .5, .5]) == 0


def test_four_largest() -> None:
    assert concentration_ratio(NINE) == pytest.approx(.70)
    assert concentration_ratio([1, 1]) == 1
    assert concentration_ratio([]) is None
