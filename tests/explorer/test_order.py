from __future__ import annotations

from itertools import pairwise

from ipgraph.explorer.order import branch_key, late, layers, untangle, without_cycles


def test_branch_numbers_count_as_numbers() -> None:
    numbers = ["2.10", "ipg:2.9", "2.9.1", None, "10"]
    assert sorted(numbers, key=lambda n: branch_key(n, n or "z")) == ["ipg:2.9", "2.9.1", "2.10", "10", None]


def test_one_edge_of_each_circle_goes() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "c")]
    assert without_cycles(list("abcd"), edges) == [("a", "b"), ("b", "c"), ("c", "d")]
    assert without_cycles(["a"], []) == []


def test_long_chains_do_not_exhaust_the_stack() -> None:
    nodes = [f"n{i:05}" for i in range(5000)]
    edges = list(pairwise(nodes))
    assert without_cycles(nodes, [*edges, (nodes[-1], nodes[0])]) == edges
    assert layers(nodes[:200], edges[:199])[nodes[199]] == 199


def test_what_nothing_feeds_stands_before_what_it_feeds() -> None:
    assert late("abcx", [("a", "b"), ("b", "c")]) == {"a": 0, "b": 1, "c": 2, "x": 2}


def test_crossing_edges_are_untangled_and_wholes_stay_together() -> None:
    plain = dict.fromkeys("abxy", ())
    left, right = untangle([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")], plain)
    assert (left.index("a") < left.index("b")) == (right.index("y") < right.index("x"))
    wholes = {"a": (), "b": (), "c": (), "x": ("w",), "y": (), "z": ("w",)}
    _, right = untangle([["a", "b", "c"], ["x", "y", "z"]], [("a", "x"), ("b", "y"), ("c", "z")], wholes)
    assert abs(right.index("x") - right.index("z")) == 1


def test_a_step_inside_a_whole_runs_downwards() -> None:
    wholes = dict.fromkeys("pqr", ("w",))
    assert untangle([["p", "q", "r"]], [("r", "q"), ("q", "p")], wholes) == [["r", "q", "p"]]
