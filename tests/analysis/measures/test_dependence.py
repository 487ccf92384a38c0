import pytest

from ipgraph.analysis.measures.dependence import dependence


def test_the_published_triple() -> None:
    found = dependence([.7, .2, .1], [.65, .2, .15], 100, 40)
    assert (found.supply, found.world, found.ratio) == pytest.approx((.54, .485, 2.5))
    assert found.dependent is True


@pytest.mark.parametrize(("imports", "world", "bought", "sold"), [
    ([.4, .3, .3], [.65, .2, .15], 100, 40), ([.7, .2, .1], [.4, .3, .3], 100, 40),
    ([.7, .2, .1], [.65, .2, .15], 40, 40),
])
def test_each_condition_is_needed(imports: list[float], world: list[float], bought: float, sold: float) -> None:
    assert dependence(imports, world, bought, sold).dependent is False


def test_nothing_exported_is_said_by_the_agreed_number() -> None:
    assert dependence([1], [1], 3, 0).ratio == 9999


def test_without_amounts_nothing_is_said() -> None:
    assert dependence([], [1], 0, 0).dependent is None
