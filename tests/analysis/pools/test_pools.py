import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.pools.pools import pools
from ipgraph.errors import NotFound

GRAPH = chain_graph(
    ["s", "t"], patents=[("P1", "e:a", "s"), ("P2", "e:a", "s"), ("P3", "e:b", "t"), ("P4", "e:b", "t")],
    IN_POOL=[*pairs("P1>hevc", "P2>hevc", countries=["CN", "US"]), *pairs("P3>hevc", countries=["US"]),
             *pairs("P4>other", countries=None)],
    LICENSES_INTO=[*pairs("e:a>hevc", patents=None), *pairs("e:b>hevc", patents=6)],
)


def test_a_pool_and_its_members() -> None:
    row = pools(GRAPH, "hevc").iloc[0]
    assert (row["patents"], row["licensors"]) == (3, 2)
    assert row["members"] == [{"id": "e:b", "name": "b", "patents": 6}, {"id": "e:a", "name": "a", "patents": 2}]
    assert row["countries"] == [{"country": "US", "patents": 3}, {"country": "CN", "patents": 2}]
    assert row["hhi"] == pytest.approx(.75 ** 2 + .25 ** 2)


def test_what_of_a_segment_it_covers() -> None:
    assert pools(GRAPH, "hevc").iloc[0]["segments"] == [
        {"id": "s", "name": "s", "pool": 2, "all": 2, "share": 1.0},
        {"id": "t", "name": "t", "pool": 1, "all": 2, "share": .5},
    ]


def test_all_pools_and_one_without_members() -> None:
    found = pools(GRAPH)
    assert found["id"].tolist() == ["hevc", "other"]
    assert found.iloc[1]["members"] == found.iloc[1]["countries"] == []
    assert found["hhi"].isna().tolist() == [False, True]
    assert pools(chain_graph([])).empty


def test_unknown() -> None:
    with pytest.raises(NotFound):
        pools(GRAPH, "mpeg")
