import numpy as np
import pytest

from ipgraph.analysis.measures.position import incoherence, leontief, trophic_levels, unit_final_use, upstreamness

TOY = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)]


def flows(count: int, edges: list[tuple[int, int]]) -> np.ndarray:
    z = np.zeros((count, count))
    z[tuple(np.array(edges, dtype=int).reshape(-1, 2).T)] = 1
    return z


def test_two_sectors_of_miller_and_blair() -> None:
    z, x = [[150, 500], [200, 100]], [1000, 2000]
    inverse = leontief(z, x)
    np.testing.assert_allclose(inverse, [[1.254125, .330033], [.264026, 1.122112]], atol=1e-6)
    np.testing.assert_allclose(inverse.sum(axis=0), [1.518152, 1.452145], atol=1e-6)
    np.testing.assert_allclose(upstreamness(z, x), [1.914191, 1.254125], atol=1e-6)


def test_upstreamness_of_a_pure_chain() -> None:
    np.testing.assert_allclose(upstreamness([[0, 60, 0], [0, 0, 90], [0, 0, 0]], [100, 150, 200]), [1.96, 1.6, 1])


def test_upstreamness_from_edges_counts_the_steps_to_final_use() -> None:
    z = flows(7, TOY)
    np.testing.assert_allclose(upstreamness(z, unit_final_use(z)), [5, 4, 4, 3, 2, 1, 1])


@pytest.mark.parametrize("edges", [[(0, 1), (1, 0)], [(0, 1), (1, 2), (2, 0)]])
def test_a_closed_circle_has_one_upstreamness(edges: list[tuple[int, int]]) -> None:
    z = flows(len(edges), edges)
    np.testing.assert_allclose(upstreamness(z, unit_final_use(z)), 2)


def test_a_circle_before_a_sink_has_final_use_at_the_sink_alone() -> None:
    z = flows(3, [(0, 1), (1, 0), (1, 2)])
    assert unit_final_use(z).tolist() == [1, 2, 1]
    np.testing.assert_allclose(upstreamness(z, unit_final_use(z)), [5, 4, 1])


def test_what_leaves_the_chain_is_final_use() -> None:
    z = flows(3, [(0, 1), (1, 2), (2, 0)])
    assert unit_final_use(z, [False, True, False]).tolist() == [1, 2, 1]
    np.testing.assert_allclose(upstreamness(z, unit_final_use(z, [False, True, False])), [5, 4, 6])
    assert unit_final_use(flows(2, [(0, 1)]), [True, False]).tolist() == [2, 1]


def test_trophic_levels_of_the_toy() -> None:
    z = flows(7, TOY)
    levels = trophic_levels(z)
    np.testing.assert_allclose(levels, [0, 1, 1, 2, 3, 4, 4], atol=1e-9)
    assert incoherence(z, levels) == pytest.approx(0)


def test_a_circle_has_one_level_and_full_incoherence() -> None:
    z = flows(3, [(0, 1), (1, 2), (2, 0)])
    levels = trophic_levels(z)
    assert levels.tolist() == [0, 0, 0]
    assert incoherence(z, levels) == 1


def test_each_part_begins_at_zero() -> None:
    assert trophic_levels(flows(5, [(1, 0), (3, 2)])).tolist() == [1, 0, 1, 0, 0]


def test_a_chain_without_flows() -> None:
    assert trophic_levels(np.zeros((1, 1))).tolist() == [0]
    assert incoherence(np.zeros((1, 1)), [0]) is None
    assert upstreamness(np.zeros((1, 1)), unit_final_use(np.zeros((1, 1)))).tolist() == [1]
