import numpy as np

from ipgraph.analysis.measures.linkages import (
    backward_linkage,
    downstreamness,
    forward_linkage,
    ghosh,
    ghosh_linkage,
)
from ipgraph.analysis.measures.position import leontief

#: The two sectors of Miller and Blair (2009).
Z, X = [[150, 500], [200, 100]], [1000, 2000]


def test_the_two_sectors() -> None:
    np.testing.assert_allclose(leontief(Z, X), [[1.254125, .330033], [.264026, 1.122112]], atol=1e-6)
    np.testing.assert_allclose(backward_linkage(Z, X), [1.022222, .977778], atol=1e-6)
    np.testing.assert_allclose(forward_linkage(Z, X), [1.066667, .933333], atol=1e-6)
    np.testing.assert_allclose(ghosh_linkage(Z, X), [1.208333, .791667], atol=1e-6)
    np.testing.assert_allclose(downstreamness(Z, X), [1.518152, 1.452145], atol=1e-6)


def test_ghosh_and_leontief_are_similar_matrices() -> None:
    # G = X⁻¹ L X (Miller and Blair 2009, 12.1)
    x = np.diag(X)
    np.testing.assert_allclose(ghosh(Z, X), np.linalg.inv(x) @ leontief(Z, X) @ x)


def test_without_flows_every_segment_is_average() -> None:
    zero = np.zeros((3, 3))
    for linkage in (backward_linkage, forward_linkage, ghosh_linkage, downstreamness):
        assert linkage(zero, [1, 1, 1]).tolist() == [1, 1, 1]
