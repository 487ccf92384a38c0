import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.holdings import holdings, served, serving
from ipgraph.projection import Projection


def rows(graph: Projection) -> list[tuple[str, str | None, float, str | None]]:
    held = holdings(graph)
    patents, holders = (graph.nodes[label]["id"] for label in ("Patent", "Holder"))
    return [
        (patents[p], holders[h] if h >= 0 else None, share, held.countries[c] if c >= 0 else None)
        for p, h, share, c in zip(held.patent, held.holder, held.share, held.country, strict=True)
    ]


def test_owners_of_record_stand_before_applicants() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a+e:b", "s"), ("P2", "e:a+e:b", "s")], OWNS=pairs("e:c>P1"))
    assert rows(graph) == [("P1", "e:c", 1, "CN"), ("P2", "e:a", .5, "CN"), ("P2", "e:b", .5, "CN")]


def test_country_is_residence_else_origin() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:j", "s", {"origin": "US"}), ("P2", "e:x", "s", {"origin": "US"}), ("P3", "", "s", {"origin": "DE"}),
        ("P4", "e:x", "s"),
    ], countries={"e:j": "JP", "e:x": None})  # type: ignore[dict-item]
    assert rows(graph) == [
        ("P1", "e:j", 1, "JP"), ("P2", "e:x", 1, "US"), ("P3", None, 1, "DE"), ("P4", "e:x", 1, None),
    ]
    assert holdings(graph).code("FR") == -2


def test_worth_is_score_times_quality_and_shared_by_the_holders() -> None:
    graph = chain_graph(["s", "t"], [], [("P1", "e:a+e:b", "s+t", {"status": "ended"})])
    pairs_ = serving(graph)
    assert pairs_["segment"].tolist() == [0, 1]
    assert pairs_["worth"].tolist() == pytest.approx([.4, .4])
    long = served(graph)
    assert long.segment.tolist() == [0, 0, 1, 1]
    assert long.worth.tolist() == pytest.approx([.2] * 4)
    assert long.of(1) == slice(2, 4)
