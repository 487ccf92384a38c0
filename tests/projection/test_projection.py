from threading import Event, Thread

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.projection import Projection, projection, remembered

GRAPH = chain_graph(["a", "b", "c"], ["a>b", "a>c", "b>c"])


def test_adjacency_both_ways() -> None:
    feeds = GRAPH.edges["FEEDS"]
    assert feeds.out.toarray().tolist() == [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
    assert (feeds.into.toarray() == feeds.out.toarray().T).all()
    assert feeds.targets(0).tolist() == [1, 2]
    assert feeds.targets(2).tolist() == []
    assert feeds.sources(2).tolist() == [0, 1]
    assert feeds.sources(0).tolist() == []


def test_edges_of_a_type_that_the_graph_lacks_are_empty() -> None:
    assert len(GRAPH.edges["CITES"]) == 0
    assert GRAPH.edges["CITES"].out.shape == (0, 0)


def test_what_is_remembered_is_built_once_a_setting() -> None:
    built: list[int] = []

    @remembered
    def twice(graph: Projection, factor: int = 2) -> int:
        built.append(factor)
        return factor * len(graph.nodes["Segment"])

    graph = chain_graph(["a"], OPERATES_IN=pairs("e:x>a"))
    assert [twice(graph), twice(graph, 2), twice(graph, factor=2), twice(graph, 3)] == [2, 2, 2, 3]
    assert built == [2, 3]
    assert twice(chain_graph(["a", "b"])) == 4


def test_of_many_settings_the_first_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "MOST", 2)
    built: list[int] = []

    @remembered
    def same(graph: Projection, value: int) -> int:
        built.append(value)
        return value

    graph = chain_graph(["a"])
    assert [same(graph, value) for value in (1, 2, 3, 3, 2, 1)] == [1, 2, 3, 3, 2, 1]
    assert built == [1, 2, 3, 1]


def test_what_is_known_does_not_wait_for_what_is_worked_out() -> None:
    begun, done = Event(), Event()

    @remembered
    def slow(graph: Projection) -> bool:
        begun.set()
        return done.wait(60)

    @remembered
    def quick(graph: Projection) -> int:
        return 1

    graph = chain_graph(["a"])
    quick(graph)
    found: list[int] = []
    worker = Thread(target=slow, args=(graph,))
    asker = Thread(target=lambda: found.append(quick(graph)))
    worker.start()
    begun.wait()
    asker.start()
    asker.join(30)
    answered = list(found)
    done.set()
    worker.join()
    asker.join()
    assert answered == [1]
