from analysis.graphs import chain_graph, graph_of, pairs

from ipgraph.analysis.board.topology import chain_incoherence, leaf_feeds, leaf_segments, topology

TOY = ["raw>mid1", "raw>mid2", "mid1>part", "mid2>part", "part>prod", "prod>app1", "prod>app2"]
NAMES = ["raw", "mid1", "mid2", "part", "prod", "app1", "app2"]


def test_the_toy_chain() -> None:
    graph = chain_graph(NAMES, TOY)
    found = topology(graph, 0)
    found.index = graph.nodes["Segment"]["id"].iloc[found["segment"]]
    assert found.loc[NAMES, "upstreamness"].round(9).tolist() == [5, 4, 4, 3, 2, 1, 1]
    assert found.loc[NAMES, "trophic"].tolist() == [0, 1, 1, 2, 3, 4, 4]
    assert set(found.index[found["cut"]]) == {"raw", "part", "prod"}
    assert set(found.index[found["articulation"]]) == {"part", "prod"}
    assert found.loc["part", "paths"] == 1
    assert found["paths"].isna().tolist() == [name == "raw" for name in found.index]
    assert chain_incoherence(graph, 0) == 0


def test_stages_stand_in_where_nothing_feeds() -> None:
    graph = chain_graph(["a", "b", "c"], stages={"a": "upstream", "b": "downstream"})
    found = topology(graph, 0)
    assert found["upstreamness"].fillna(-1).tolist() == [3, 1, -1]
    assert found["trophic"].fillna(-1).tolist() == [0, 2, -1]
    assert found["position_basis"].tolist() == ["stage", "stage", "none"]
    assert chain_incoherence(graph, 0) is None


def test_a_part_takes_the_place_and_stage_of_its_whole() -> None:
    graph = chain_graph(["1", "1.1", "1.2", "2", "3"], ["1>2", "2>3"], parents={"1.1": "1", "1.2": "1"},
                        stages={"1": "upstream"})
    found = topology(graph, 0)
    assert leaf_segments(graph, 0).tolist() == [1, 2, 3, 4]
    assert found["upstreamness"].tolist() == [3, 3, 2, 1]
    assert found["cut"].tolist() == [False, False, True, True]
    assert found["position_basis"].tolist() == ["feeds"] * 4
    assert found["stage"].fillna("").tolist() == ["upstream", "upstream", "", ""]


def test_leaves_stand_in_the_order_of_their_numbers() -> None:
    graph = chain_graph(["1.10", "1.2", "1.9", "x"])
    assert graph.nodes["Segment"]["id"].iloc[leaf_segments(graph, 0)].tolist() == ["x", "1.2", "1.9", "1.10"]


def test_an_edge_of_a_whole_counts_for_its_parts() -> None:
    graph = chain_graph(["1", "1.1", "1.2", "2"], ["1>2"], parents={"1.1": "1", "1.2": "1"})
    assert leaf_feeds(graph).toarray().tolist() == [[0] * 4, [0, 0, 0, 1], [0, 0, 0, 1], [0] * 4]


def test_circles_and_single_segments_have_answers() -> None:
    circle = topology(chain_graph(["a", "b", "c"], ["a>b", "b>c", "c>a"]), 0)
    assert circle["upstreamness"].round(9).tolist() == [2, 2, 2]
    assert not circle["cut"].any()
    assert len(topology(chain_graph(["a"]), 0)) == 1
    assert topology(chain_graph([]), 0).empty


def test_what_feeds_another_chain_is_a_final_product() -> None:
    segments = [{"id": id, "chain": "d" if id == "car" else "c"} for id in ("cell", "pack", "store", "car")]
    graph = graph_of({"Chain": [{"id": "c"}, {"id": "d"}], "Segment": segments},
                     {"FEEDS": pairs("cell>pack", "pack>store", "pack>car", reason=None)})
    found = topology(graph, 0)
    found.index = graph.nodes["Segment"]["id"].iloc[found["segment"]]
    assert found.loc[["cell", "pack", "store"], "upstreamness"].tolist() == [2.5, 1.5, 1]
    assert found.loc[["cell", "pack", "store"], "cut"].tolist() == [True, True, False]
