"""One chain from three places: the country in the world, a region, an enterprise."""

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.explain import explain
from ipgraph.analysis.board.gaps import gap_board
from ipgraph.errors import NotFound, UsageError

#: China has 2 of 6 in s and 4 of 6 in t; of these Shandong 2 and 0, Guangdong 0 and 4. Japan has the rest.
GRAPH = chain_graph(
    ["s", "t"], [],
    [*[(f"A{n}", "e:sd", "s") for n in range(2)], *[(f"B{n}", "e:gd", "t") for n in range(4)],
     *[(f"C{n}", "e:jp", "s") for n in range(4)], *[(f"D{n}", "e:jp", "t") for n in range(2)]],
    countries={"e:jp": "JP"}, LOCATED_IN=pairs("e:sd>370900", "e:gd>440000", inferred=False),
)


def test_the_country_stands_in_the_world() -> None:
    found = gap_board(GRAPH, "c")
    assert set(found["viewpoint"]) == {"country"}
    assert found["rta"].tolist() == pytest.approx([(2 / 6) / (6 / 12), (4 / 6) / (6 / 12)])


def test_a_region_is_compared_with_the_world_or_with_its_country() -> None:
    world, country = (gap_board(GRAPH, "c", "山东", within=within) for within in ("world", "country"))
    assert set(world["viewpoint"]) == {"region"}
    assert set(country["within"]) == {"country"}
    assert world["rta"].tolist() == pytest.approx([(2 / 2) / (6 / 12), 0])
    assert country["rta"].tolist() == pytest.approx([(2 / 2) / (2 / 6), 0])
    assert (world["local_share"][0], country["local_share"][0]) == pytest.approx((1 / 3, 1))
    told = explain(GRAPH, "s", "山东", within="country").set_index("measure")
    assert told["parts"]["rta"] == {"local_segment": 2, "local_chain": 2, "segment": 2, "chain": 6}
    assert told["value"]["local_share"] == pytest.approx(
        told["parts"]["local_share"]["local"] / told["parts"]["local_share"]["worth"])


def test_an_enterprise_stands_in_its_chain() -> None:
    found = gap_board(GRAPH, "c", holder="jp")
    assert found["viewpoint"].tolist() == ["holder"] * 2
    assert found["region"].tolist() == ["e:jp"] * 2
    assert found["local_patents"].tolist() == [4, 2]
    assert found["local_holders"].tolist() == [1, 1]
    assert found["status_code"].tolist() == ["strong", "weak"]
    assert found["foreign"].tolist() == pytest.approx([2 / 6, 4 / 6])
    at_home = gap_board(GRAPH, "c", holder="e:jp", within="country")
    assert at_home["rta"].tolist() == [1, 1]
    assert explain(GRAPH, "s", holder="jp").set_index("measure")["value"]["local_patents"] == 4


def test_an_enterprise_stands_with_its_group() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s"), ("P2", "e:b", "s"), ("P3", "e:c", "s")],
                        SUBSIDIARY_OF=[{"source": "e:a", "target": "e:b"}])
    assert gap_board(graph, "c", holder="e:b")["local_patents"].tolist() == [2]
    assert gap_board(graph, "c", holder="e:a")["local_patents"].tolist() == [1]


def test_a_place_that_makes_no_sense_is_refused() -> None:
    for wrong in ({"within": "country"}, {"region": "山东", "holder": "jp"}, {"region": "山东", "within": "galaxy"}):
        with pytest.raises(UsageError):
            gap_board(GRAPH, "c", **wrong)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        gap_board(GRAPH, "c", holder="nobody")
