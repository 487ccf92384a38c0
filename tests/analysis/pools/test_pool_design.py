from collections.abc import Iterable
from itertools import combinations, permutations
from math import e

import numpy as np
import pytest
from analysis.graphs import chain_graph

from ipgraph.analysis.pools.pool_design import BOUND, blocking_set, greedy, pool_design
from ipgraph.analysis.records import plain
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection


def segment_of(*held: str, ended: Iterable[str] = ()) -> Projection:
    """A segment with one granted patent a text: the letters of the enterprises that hold it."""
    rows = [(f"CN{n:03}B", "+".join(f"e:{one}" for one in letters), "s",
             {"status": "ended" if f"CN{n:03}B" in ended else "active", "claims": 10, "family_size": 1 + n % 3})
            for n, letters in enumerate(held)]
    return chain_graph(["s"], patents=rows)


def equal(*held: str) -> Projection:
    """The same with patents of one quality."""
    rows = [(f"CN{n:03}B", "+".join(f"e:{one}" for one in letters), "s") for n, letters in enumerate(held)]
    return chain_graph(["s"], patents=rows)


def test_what_members_cover_share_and_add() -> None:
    told = pool_design(equal("a", "a", "ab", "b", "c", "d"), "s", ["a", "e:b"])
    assert (told["basis"], told["inventions"], told["covered"], told["coverage"]) == ("graded", 6, 4, 0.666666667)
    assert told["shared"] == 0.25
    assert [(m["id"], m["inventions"], m["alone"]) for m in told["members"]] == [("e:a", 3, 2), ("e:b", 2, 1)]
    assert [m["adds"] for m in told["members"]] == pytest.approx([2.5 / 6, 1.5 / 6])
    assert told["overlaps"] == [{"one": "e:a", "other": "e:b", "inventions": 1}]
    assert told["hhi"] == pytest.approx((2.5 / 4) ** 2 + (1.5 / 4) ** 2)
    assert told["hhi_all"] == pytest.approx((2.5 / 6) ** 2 + (1.5 / 6) ** 2 + 2 / 36)


def test_what_members_add_is_the_shapley_value() -> None:
    graph = segment_of("ab", "abc", "a", "c", "bc", "d", "ad", "e")
    members = ["a", "b", "c", "d"]
    found = blocking_set(graph, 0)
    rows = [graph.nodes["Holder"]["name"].tolist().index(name) for name in members]
    held = found.held[rows].toarray() > 0

    def value(of: tuple[int, ...]) -> float:
        return float(found.weight[held[list(of)].any(axis=0)].sum()) if of else 0.0

    orders = list(permutations(range(4)))
    added = np.zeros(4)
    for order in orders:
        for n, one in enumerate(order):
            added[one] += value(order[:n + 1]) - value(order[:n])
    told = pool_design(graph, "s", members)
    assert [m["adds"] for m in told["members"]] == pytest.approx(added / len(orders) / found.weight.sum())
    assert sum(m["adds"] for m in told["members"]) == pytest.approx(told["coverage"])


def test_missing_holders_come_by_what_they_add() -> None:
    told = pool_design(equal("a", "bc", "b", "cd", "c", "d", "e", "bcd"), "s", ["a"])
    assert [(m["id"], round(m["adds"] * 8)) for m in told["missing"]] == [
        ("e:c", 4), ("e:b", 1), ("e:d", 1), ("e:e", 1)]
    assert told["missing"][-1]["coverage"] == 1
    assert pool_design(equal("a", "b"), "s", ["a"], top=1)["missing"][0]["id"] == "e:b"


def test_greedy_keeps_its_word_against_every_choice() -> None:
    draw = np.random.default_rng(7)
    for _ in range(30):
        held = ["".join(x for x in "abcdefg" if draw.random() < 0.3) or "a" for _ in range(14)]
        found = blocking_set(segment_of(*held), 0)
        chosen, reached = greedy(found, [], 3)
        best = max(float(found.weight[np.asarray(found.held[list(some)].sum(axis=0)).ravel() > 0].sum())
                   for some in combinations(range(found.held.shape[0]), len(chosen)))
        assert reached.share is not None
        assert reached.covered[-1] >= reached.share * best - 1e-6
        assert reached.share >= BOUND == pytest.approx(1 - 1 / e)


def test_publications_of_one_family_are_one_invention() -> None:
    rows = [("CN1B", "e:a", "s", {"family": "F"}), ("US1B2", "e:b", "s", {"family": "F"}), ("CN2B", "e:c", "s")]
    told = pool_design(chain_graph(["s"], patents=rows), "s", ["a", "b"])
    assert (told["inventions"], told["covered"], told["shared"]) == (2, 1, 1.0)


def test_what_has_ended_blocks_nobody() -> None:
    told = pool_design(segment_of("a", "b", ended=["CN001B"]), "s", ["a"])
    assert (told["inventions"], told["coverage"], told["missing"], told["reached"]) == (1, 1.0, [], None)


def test_without_good_patents_those_alive_count() -> None:
    rows = [("CN1A", "e:a", "s", {"status": "pending"}), ("CN2A", "e:b", "s", {"status": "ended"})]
    told = pool_design(chain_graph(["s"], patents=rows), "s", ["a"])
    assert (told["basis"], told["inventions"], told["coverage"]) == ("held", 1, 1.0)


def test_a_segment_without_patents_and_members_without_any() -> None:
    empty = plain(pool_design(chain_graph(["s"], countries={"e:a": "CN"}), "s", ["a"]))
    assert (empty["inventions"], empty["coverage"], empty["hhi"], empty["missing"]) == (0, None, None, [])
    told = pool_design(chain_graph(["s", "t"], patents=[("CN1B", "e:a", "s"), ("CN2B", "e:b", "t")]), "s", ["b"])
    assert (told["coverage"], told["members"][0]["inventions"], told["members"][0]["adds"]) == (0.0, 0, 0.0)


def test_without_holders_the_first_are_proposed() -> None:
    told = pool_design(equal("a", "b", "b"), "s")
    assert (told["coverage"], [m["id"] for m in told["missing"]]) == (0.0, ["e:b", "e:a"])


def test_who_is_unknown_or_named_twice() -> None:
    graph = equal("a")
    with pytest.raises(NotFound):
        pool_design(graph, "s", ["nobody"])
    with pytest.raises(NotFound):
        pool_design(graph, "t", ["a"])
    with pytest.raises(UsageError):
        pool_design(graph, "s", ["a", "e:a"])
