import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.segment import holder_segments, segment_holders, segment_patents, segment_view
from ipgraph.errors import NotFound

GRAPH = chain_graph(
    ["a", "b", "c"], ["a>b", "b>c"],
    [("P1", "e:x", "b", {"status": "ended"}), ("P2", "e:x", "b", {"status": "ended"}), ("P3", "i:y+e:z", "b"),
     ("P4", "i:y", "b")],
    LOCATED_IN=pairs("e:x>370900", inferred=False), OPERATES_IN=pairs("e:w>b"),
    CLASSIFIED_AS=pairs("P1>H01M4/52", "P3>H01M4/52", "P3>G06F1/00", main=True),
)


def test_holders_stand_by_weight_and_not_by_count() -> None:
    found = segment_holders(GRAPH, 1)
    assert found["id"].tolist() == ["i:y", "e:x", "e:z"]
    assert found["patents"].tolist() == [1.5, 2, .5]
    assert found["share"].sum() == pytest.approx(1)
    assert found["region"].fillna("").tolist() == ["", "370900", ""]


def test_a_holder_is_strong_where_its_patents_weigh() -> None:
    held = segment_holders(GRAPH, 1).set_index("id")
    for id in held.index:
        found = holder_segments(GRAPH, GRAPH.nodes["Holder"]["id"].tolist().index(id))
        assert found["id"].tolist() == ["b"]
        assert found["share"].tolist() == pytest.approx([held["share"][id]])
    assert found["patents"].tolist() == [1]  # e:z, one patent held with another
    nobody = holder_segments(GRAPH, GRAPH.nodes["Holder"]["id"].tolist().index("e:w"))
    assert len(nobody) == 0


def test_pages_of_patents() -> None:
    assert segment_patents(GRAPH, 1)["id"].tolist() == ["P3", "P4", "P1", "P2"]
    assert segment_patents(GRAPH, 1, 1, 2)["id"].tolist() == ["P4", "P1"]
    assert segment_patents(GRAPH, 1, 9).empty


def test_the_whole_view() -> None:
    view = segment_view(GRAPH, "b", "山东", top=2)
    assert view.numbers["local_patents"].tolist() == [2]
    assert view.holders["id"].tolist() == ["i:y", "e:x"]
    assert view.classes[["id", "patents"]].to_numpy().tolist() == [["H01M4/52", 2], ["G06F1/00", 1]]
    assert (view.upstream["id"].tolist(), view.downstream["id"].tolist()) == (["a"], ["c"])
    assert view.enterprises["id"].tolist() == ["e:w"]
    assert view.patents == 4


def test_a_segment_without_anything() -> None:
    view = segment_view(GRAPH, "a", chain="测试链")
    assert view.holders.empty
    assert view.classes.empty
    assert view.numbers["patents"].tolist() == [0]


def test_unknown_and_outside_any_chain() -> None:
    with pytest.raises(NotFound):
        segment_view(GRAPH, "q")
    orphan = chain_graph(["a", "b"], parents={"b": "gone"})
    with pytest.raises(NotFound, match="no chain"):
        segment_view(orphan, "b")
