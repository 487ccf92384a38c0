import pytest
from analysis.graphs import chain_graph, graph_of, pairs

from ipgraph.analysis import ROLES, Only, find_region, partners
from ipgraph.analysis.changes.changed import after
from ipgraph.errors import UsageError
from ipgraph.projection import Projection

DEALS = [{"id": "d1", "mode": "transfer"}, {"id": "d2", "mode": "pledge"}, {"id": "d3", "mode": "open_licence"}]


def graph() -> Projection:
    """u is in s, which feeds t. Deals are added by hand: n bought, k pledged, o offers openly."""
    base = chain_graph(
        ["s", "t", "far"], ["s>t"],
        [("P1", "e:u", "s"), ("P2", "e:n", "t"), ("P3", "e:k", "s"), ("P4", "e:n", "s"), ("P5", "i:v", "s"),
         ("P6", "e:o", "t"), ("P7", "i:w", "far"), ("P8", "i:w+e:k", "t"), ("P9", "e:o", "t")],
        IN_POOL=pairs("P9>pool", countries=["CN"]), LICENSES_INTO=pairs("e:o>pool"),
        LOCATED_IN=pairs("e:n>370900", "i:v>440000", "e:u>370900", inferred=False),
    )
    deals = graph_of({"Deal": DEALS, "Holder": [{"id": id} for id in base.nodes["Holder"]["id"]],
                      "Patent": [{"id": id} for id in base.nodes["Patent"]["id"]]}, {
        "RECEIVES": pairs("e:n>d1", "e:k>d2"), "CONCERNS": pairs("d1>P4", "d2>P3", "d3>P6"),
    })
    return after(base, {"Deal": deals.nodes["Deal"]},
                 {type: deals.edges[type] for type in ("RECEIVES", "CONCERNS", "GRANTS")})


def told(who: str = "e:u", only: Only | None = None) -> dict[str, list[str]]:
    found = partners(graph(), who, only=only or Only())
    return dict(zip(found["id"], found["roles"], strict=True))


def test_each_role_has_its_ground() -> None:
    assert told() == {
        # in s and in t, bought a patent, and is not in the pool that has patents of t
        "e:n": ["complements", "strengthens", "buys", "joins_pool"],
        # a pledge is no purchase; P8 is held with w
        "e:k": ["complements", "strengthens", "cofiles", "joins_pool"],
        # an institution with a patent in force that no deal concerns; in no segment of the pool
        "i:v": ["strengthens", "licenses"],
        # offers P6 openly, and is in the pool
        "e:o": ["complements", "licenses"],
        "i:w": ["complements", "licenses", "cofiles", "joins_pool"],
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_is_asked_for_leaves_those_who_have_it_in_their_order(role: str) -> None:
    everybody = told()
    assert list(told(only=Only(role=role))) == [id for id, roles in everybody.items() if role in roles]


def test_only_those_asked_for_by_place_kind_and_news() -> None:
    assert list(told(only=Only(place=find_region(graph(), "山东")))) == ["e:n"]
    assert set(told(only=Only(kind="Institution"))) == {"i:v", "i:w"}
    assert "e:n" not in told("s", Only(new=True))
    assert set(told("e:k", Only(new=True))) == {"e:u", "e:n", "i:v", "e:o"}
    assert set(told("e:k", Only(new=False))) == set(told("e:k")) - {"e:u", "e:n", "i:v", "e:o"} != set()


def test_a_segment_is_strengthened_by_who_is_in_it() -> None:
    assert "strengthens" in told("s")["e:n"]
    assert "complements" in told("s")["e:n"]


def test_what_is_no_role_or_kind_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="complements, strengthens") as fault:
        Only(role="friend")
    assert "角色" in fault.value.zh
    with pytest.raises(UsageError, match="Enterprise, Institution"):
        Only(kind="Person")
