import numpy as np
from scipy import sparse

from ipgraph.analysis.measures.relatedness import density, proximity

TOY = np.array([[1, 1, 1, 1], [0, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]], dtype=float)


def test_proximity_of_the_toy() -> None:
    phi = proximity(TOY)
    np.testing.assert_allclose([phi[0, 1], phi[0, 3], phi[2, 3]], [.5, 1 / 3, 2 / 3])
    np.testing.assert_array_equal(phi, phi.T)


def test_density_of_the_toy_in_both_conventions() -> None:
    phi = proximity(TOY)
    np.testing.assert_allclose(density(TOY, phi)[1], [.214286, .428571, .1875, .142857], atol=1e-6)
    np.testing.assert_allclose(density(TOY, phi, keep_diagonal=False)[1], [.375, 0, .3, .25], atol=1e-6)


def test_sparse_and_dense_agree() -> None:
    rows = sparse.csr_array(TOY)
    np.testing.assert_array_equal(proximity(rows), proximity(TOY))
    np.testing.assert_allclose(density(rows, proximity(rows)), density(TOY, proximity(TOY)))


def test_a_field_of_nobody_is_related_to_nothing() -> None:
    m = np.array([[1, 0], [1, 0]])
    assert proximity(m).tolist() == [[1, 0], [0, 0]]
    assert density(m, proximity(m)).tolist() == [[1, 0], [1, 0]]
