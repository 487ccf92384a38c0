import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.places import find_region, home_place, local_holders, local_rows
from ipgraph.errors import NotFound

GRAPH = chain_graph(
    ["s"], [], [("P1", "e:a", "s"), ("P2", "e:b", "s"), ("P3", "", "s", {"origin": "CN"}), ("P4", "e:j", "s")],
    countries={"e:j": "JP"}, LOCATED_IN=pairs("e:a>370900", "e:b>440000", inferred=False),
)


@pytest.mark.parametrize("text", ["370000", "山东省", "山东", "山東", "Shandong", "shandong province", " 山东 "])
def test_a_province_by_any_name(text: str) -> None:
    assert find_region(GRAPH, text).id == "370000"


@pytest.mark.parametrize(("text", "id"), [
    ("泰安", "370900"), ("中国", "CN"), ("China", "CN"), ("JP", "JP"), ("日本", "JP"), ("吉林", "220000"),
    ("吉林市", "220200"), ("西藏", "540000"), ("us", "US"),
])
def test_regions_that_the_graph_need_not_have(text: str, id: str) -> None:
    assert find_region(GRAPH, text).id == id


def test_a_place_knows_its_country() -> None:
    assert find_region(GRAPH, "泰安").country == "CN"
    assert not find_region(GRAPH, "泰安").is_country
    assert home_place(GRAPH, "CN").is_country
    assert home_place(GRAPH, "XX").id == "XX"


def test_an_unknown_region_is_told_with_what_is_near() -> None:
    with pytest.raises(NotFound, match=r"山冬省; did you mean .*山东省"):
        find_region(GRAPH, "山冬省")


def test_a_province_contains_its_cities() -> None:
    ids = GRAPH.nodes["Holder"]["id"]
    assert ids[local_holders(GRAPH, find_region(GRAPH, "山东"))].tolist() == ["e:a"]
    assert ids[local_holders(GRAPH, find_region(GRAPH, "CN"))].tolist() == ["e:a", "e:b"]
    assert not local_holders(GRAPH, find_region(GRAPH, "湖南")).any()


def test_a_patent_of_nobody_known_is_of_its_country_of_origin() -> None:
    held = holdings(GRAPH)
    of_china = local_rows(GRAPH, find_region(GRAPH, "CN"), held.holder, held.country)
    of_guangdong = local_rows(GRAPH, find_region(GRAPH, "广东"), held.holder, held.country)
    assert of_china.tolist() == [True, True, True, False]
    assert of_guangdong.tolist() == [False, True, False, False]
