import numpy as np

from ipgraph.analysis.measures.fitness import fitness

TOY = [[1, 1, 1, 1], [0, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]]


def test_two_steps_of_the_toy() -> None:
    f, q = fitness(TOY, steps=2)
    np.testing.assert_allclose(f, [2.333333, .5, .833333, .333333], atol=1e-6)
    np.testing.assert_allclose(q, [2.386364, .477273, .795455, .340909], atol=1e-6)


def test_who_is_present_nowhere_has_none_and_moves_nobody() -> None:
    wider = np.zeros((5, 5))
    wider[:4, :4] = TOY
    f, q = fitness(wider, steps=2)
    np.testing.assert_allclose(f[:4], fitness(TOY, steps=2)[0])
    assert f[4] == q[4] == 0


def test_nobody_anywhere() -> None:
    f, q = fitness(np.zeros((2, 3)))
    assert f.tolist() == [0, 0]
    assert q.tolist() == [0, 0, 0]


def test_one_step_by_hand() -> None:
    # F̃ = (2, 1) → ÷ 1.5; Q̃ = (1 / (1 + 1), 1 / 1) → ÷ 0.75
    f, q = fitness([[1, 1], [1, 0]], steps=1)
    np.testing.assert_allclose(f, [4 / 3, 2 / 3])
    np.testing.assert_allclose(q, [2 / 3, 4 / 3])
