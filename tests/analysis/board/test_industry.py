import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.explain import explain
from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.industry import SUPPLY_DEMAND, working
from ipgraph.analysis.board.segment import segment_view

#: Shandong has patents in ore, firms in cell, both in pack, neither in film, which cell takes; Guangdong works in film.
GRAPH = chain_graph(
    ["ore", "film", "cell", "pack", "use"], ["film>cell", "ore>use"],
    [*[(f"A{n}", "e:sd", "ore+pack") for n in range(3)], *[(f"B{n}", "e:gd", "film") for n in range(4)]],
    countries={"e:maker": "CN"},
    LOCATED_IN=pairs("e:sd>370900", "e:maker>370900", "e:gd>440000", inferred=False),
    OPERATES_IN=pairs("e:maker>cell", "e:gd>film", "e:sd>pack"),
    MAKES=pairs("e:maker>电池包", "e:maker>电芯", "e:gd>电池包", "e:gd>杂货"),
    BELONGS_TO=pairs("电池包>pack", "电芯>cell"),
)


def board(region: str | None = "山东"):  # type: ignore[no-untyped-def]
    return gap_board(GRAPH, "c", region).set_index("segment")


def test_who_makes_a_product_of_a_segment_works_there() -> None:
    pairs = working(GRAPH)
    holders, segments = GRAPH.nodes["Holder"]["id"].to_numpy(), GRAPH.nodes["Segment"]["id"].to_numpy()
    assert set(zip(holders[pairs.holder], segments[pairs.segment], strict=True)) == {
        ("e:maker", "cell"), ("e:maker", "pack"), ("e:gd", "film"), ("e:gd", "pack"), ("e:sd", "pack")}
    assert len(pairs.holder) == 5
    found = board()
    assert found["enterprises"].to_dict() == {"ore": 0, "film": 1, "cell": 1, "pack": 3, "use": 0}
    assert found["local_enterprises"].to_dict() == {"ore": 0, "film": 0, "cell": 1, "pack": 2, "use": 0}
    assert found["products"].tolist() == [1 if s in ("cell", "pack") else 0 for s in found.index]
    assert board("广东")["local_products"].to_dict() == {"ore": 0, "film": 0, "cell": 0, "pack": 1, "use": 0}
    assert segment_view(GRAPH, "pack").enterprises["id"].tolist() == ["e:gd", "e:maker", "e:sd"]


def test_the_industry_has_an_advantage_and_a_status_of_its_own() -> None:
    found = board()
    assert found["industry_rta"].to_dict() == pytest.approx({
        "ore": 0, "film": 0, "cell": (1 / 3) / (1 / 5), "pack": (2 / 3) / (3 / 5), "use": 0})
    assert found["industry_code"].to_dict() == {
        "ore": "missing", "film": "missing", "cell": "strong", "pack": "strong", "use": "missing"}
    assert found["industry_status"]["cell"] == "优势"
    assert board("广东")["industry_code"]["pack"] == "weak"


def test_where_patents_and_industry_disagree() -> None:
    found = board()
    assert found["supply_demand_code"].to_dict() == {
        "ore": "patents_only", "film": "unsupplied", "cell": "industry_only", "pack": "both", "use": "neither"}
    assert found["supply_demand"]["film"] == SUPPLY_DEMAND["unsupplied"][0]


def test_without_any_industry_nothing_is_compared() -> None:
    found = gap_board(chain_graph(["s"], [], [("P1", "e:a", "s")]), "c")
    assert np.isnan(found["industry_rta"][0])
    assert found[["industry_code", "industry_status", "supply_demand", "supply_demand_code"]].isna().all(axis=None)


def test_the_industry_opens_to_its_sums() -> None:
    told = explain(GRAPH, "pack", "山东").set_index("measure")
    parts = told["parts"]["industry_rta"]
    assert parts == {"local_firms": 2, "firms": 3, "all_local_firms": 3, "all_firms": 5}
    assert told["value"]["industry_rta"] == pytest.approx(
        parts["local_firms"] / parts["all_local_firms"] / (parts["firms"] / parts["all_firms"]))
    assert told["parts"]["local_products"] == {"products": ["电池包"]}
