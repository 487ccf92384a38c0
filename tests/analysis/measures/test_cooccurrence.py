import numpy as np
import pytest

from ipgraph.analysis.measures.cooccurrence import association, cosine, jaccard, probability

COUNTS = [[0, 4, 2], [4, 0, 6], [2, 6, 0]]


@pytest.mark.parametrize(("measure", "expected"), [
    (association, [1.6, 1.0, 1.8]), (cosine, [.516398, .288675, .67082]), (jaccard, [.333333, .166667, .5]),
    (probability, [1.05, .705882, 1.12]),
])
def test_the_three_fields(measure: object, expected: list[float]) -> None:
    found = measure(COUNTS)  # type: ignore[operator]
    np.testing.assert_allclose([found[0, 1], found[0, 2], found[1, 2]], expected, atol=1e-6)
    np.testing.assert_array_equal(found, found.T)


def test_the_diagonal_does_not_count() -> None:
    loaded = np.array(COUNTS) + np.diag([9, 9, 9])
    np.testing.assert_array_equal(association(loaded), association(COUNTS))


def test_a_field_that_meets_nothing_has_zero() -> None:
    for measure in (association, cosine, jaccard, probability):
        assert measure([[0, 2, 0], [2, 0, 0], [0, 0, 0]])[2].tolist() == [0, 0, 0]
