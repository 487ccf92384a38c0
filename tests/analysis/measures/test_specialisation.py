import numpy as np
import pytest

from ipgraph.analysis.measures.specialisation import complexity, diversity, presence, rsta, rta, ubiquity

COUNTS = [[100, 0, 0, 0, 0], [0, 15, 5, 70, 10], [0, 20, 10, 20, 50], [0, 25, 30, 5, 40], [0, 40, 55, 5, 0]]
TOY = [[1, 1, 1, 1], [0, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]]


def test_location_quotients_of_the_five_regions() -> None:
    expected = [
        [5, 0, 0, 0, 0], [0, .75, .25, 3.5, .5], [0, 1, .5, 1, 2.5], [0, 1.25, 1.5, .25, 2], [0, 2, 2.75, .25, 0],
    ]
    np.testing.assert_allclose(rta(COUNTS), expected)


def test_an_actor_or_field_without_patents_has_zero_advantage() -> None:
    np.testing.assert_array_equal(rta([[0, 0], [0, 3]]), [[0, 0], [0, 1]])
    np.testing.assert_array_equal(rta(np.zeros((2, 2))), np.zeros((2, 2)))


def test_symmetric_form() -> None:
    np.testing.assert_allclose(rsta(rta(COUNTS)[1]), [-1, -.142857, -.6, .555556, -.333333], atol=1e-6)


def test_presence_begins_at_one() -> None:
    assert presence(rta(COUNTS))[2].tolist() == [0, 1, 0, 1, 1]


def test_diversity_and_ubiquity_of_the_toy() -> None:
    assert diversity(TOY).tolist() == [4, 1, 2, 1]
    assert ubiquity(TOY).tolist() == [1, 2, 2, 3]


def test_complexity_of_the_toy() -> None:
    found = complexity(TOY)
    assert found is not None
    np.testing.assert_allclose(np.abs(found[0]), np.abs([-.075353, -1.602916, .747788, .930481]), atol=1e-6)


def test_eigenvalues_of_the_toy() -> None:
    m = np.asarray(TOY, dtype=float)
    reflected = (m / diversity(m)[:, None]) @ (m / ubiquity(m)).T
    values = np.sort(np.linalg.eigvals(reflected).real)[::-1]
    np.testing.assert_allclose(values, [1, .542134, .190154, .101045], atol=1e-6)
    found = complexity(TOY)
    assert found is not None
    # ECI is the second eigenvector up to a shift, so that the matrix shrinks its spread by the second eigenvalue.
    assert np.ptp(reflected @ found[0]) / np.ptp(found[0]) == pytest.approx(.542134, abs=1e-6)


def test_complexity_of_an_actor_is_the_mean_of_its_fields() -> None:
    found = complexity(TOY)
    assert found is not None
    eci, pci = found
    np.testing.assert_allclose(eci, np.asarray(TOY) @ pci / diversity(TOY))


@pytest.mark.parametrize("m", [np.ones((4, 3)), np.eye(4), np.zeros((3, 3)), [[1, 1], [0, 1]]])
def test_no_complexity_where_presence_does_not_tell_fields_apart(m: object) -> None:
    assert complexity(m) is None  # type: ignore[arg-type]
