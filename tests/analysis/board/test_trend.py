from datetime import date

from analysis.graphs import chain_graph

from ipgraph.analysis.board.trend import chain_holders, local_patents, yearly

GRAPH = chain_graph(
    ["film", "cell"], ["film>cell"],
    [
        ("F0", "e:asahi+e:home", "film+cell", {"filed_on": date(2010, 5, 1)}),
        ("F1", "e:asahi", "film", {"published_on": date(2012, 1, 1)}), ("F2", "e:home", "cell", {}),
    ],
    countries={"e:asahi": "JP"},
)


def test_years_between_are_there_and_a_patent_counts_once() -> None:
    assert yearly(GRAPH, "c").to_numpy().tolist() == [[2010, 1, 1], [2011, 0, 0], [2012, 1, 0]]


def test_a_patent_without_a_year_is_still_of_the_place() -> None:
    assert local_patents(GRAPH, "c") == 2
    assert local_patents(GRAPH, "c", "JP") == 2
    assert local_patents(GRAPH, "c", "泰安市") == 0


def test_holders_by_weight_with_their_share() -> None:
    found = chain_holders(GRAPH, "c").set_index("id")
    # F0 stands in two segments and is halved, so that both have two segments' worth of one patent.
    assert found.index.tolist() == ["e:asahi", "e:home"]
    assert found["patents"].tolist() == [2, 2]
    assert found["segments"].tolist() == [2, 2]
    assert found["local"].tolist() == [False, True]
    assert abs(found["share"].sum() - 1) < 1e-9
