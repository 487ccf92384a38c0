import numpy as np
import pytest

from ipgraph.analysis.measures.breadth import breadth


def test_three_fields() -> None:
    citing, fields = [1, 1, 1, 1], [4, 4, 0, 2]
    assert breadth(citing, fields, 2, corrected=False)[1] == .625
    assert breadth(citing, fields, 2)[1] == pytest.approx(.833333, abs=1e-6)
    assert np.isnan(breadth(citing, fields, 2)[0])


def test_one_citation_has_no_corrected_value() -> None:
    assert np.isnan(breadth([0], [3], 1)[0])
    assert breadth([0], [3], 1, corrected=False)[0] == 0


def test_all_in_one_field_is_not_broad() -> None:
    assert breadth([0, 0, 0], [3, 3, 3], 1)[0] == 0


def test_nothing_cited() -> None:
    assert np.isnan(breadth([], [], 2)).all()


@pytest.mark.parametrize("seed", range(3))
def test_against_the_sum_written_out(seed: int) -> None:
    draw = np.random.default_rng(seed)
    who, what = draw.integers(0, 20, 200), draw.integers(0, 6, 200)
    for patent, found in enumerate(breadth(who, what, 20)):
        shares = np.bincount(what[who == patent]) / max(1, (who == patent).sum())
        n = (who == patent).sum()
        assert found == pytest.approx((1 - (shares**2).sum()) * n / (n - 1)) if n > 1 else np.isnan(found)
