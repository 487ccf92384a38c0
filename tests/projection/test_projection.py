from analysis.graphs import chain_graph, pairs

from ipgraph.projection import Projection, remembered

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
