import pytest
from analysis.graphs import chain_graph, pairs
from factory import CHAIN

from ipgraph.analysis.partners.partners import COLUMNS, partners
from ipgraph.analysis.records import records
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.errors import NotFound
from ipgraph.projection import read_projection
from ipgraph.store import Store

#: u makes cathodes with a; m makes cells beside them; z works in Shandong and nothing else is known of it.
GRAPH = chain_graph(
    ["cathode", "cell", "film", "pack"], ["cathode>cell", "film>cell", "cell>pack"],
    [
        ("P1", "i:u+e:a", "cathode"), ("P2", "i:u", "cathode"), ("P3", "e:m", "cell"), ("P4", "e:m", "cell"),
        ("P5", "e:f", "film"), ("P6", "e:a+e:f", "film"), ("P7", "p:solo", "cell"), ("P8", "e:far", ""),
    ],
    OPERATES_IN=pairs("e:packer>pack"), CLASSIFIED_AS=pairs("P2>H01M4/52", "P3>H01M4/52", main=True),
    CITES=pairs("P4>P2"), LOCATED_IN=pairs("i:u>370900", "e:m>370000", "e:z>370000", inferred=False),
)


def ranked(who: str, segment: str | None = None, top: int = 10) -> list[str]:
    return partners(GRAPH, who, segment, top)["id"].tolist()


def reasons(who: str, candidate: str, segment: str | None = None) -> dict[str, dict[str, object]]:
    found = partners(GRAPH, who, segment).set_index("id")
    return {reason["kind"]: reason for reason in found.loc[candidate, "reasons"]}


def test_who_brings_the_neighbouring_segment_comes_first() -> None:
    assert ranked("u")[0] == "e:m"


def test_only_organisations_with_a_reason_and_never_oneself() -> None:
    found = ranked("u")
    assert "i:u" not in found
    assert "p:solo" not in found
    assert "e:far" not in found
    assert all(partners(GRAPH, "u")["reasons"])


def test_one_that_carries_the_same_name_is_no_partner() -> None:
    graph = chain_graph(["s", "t"], ["s>t"], [("P1", "e:甲公司", "s"), ("P2", "i:甲公司", "t"), ("P3", "e:乙", "t")])
    assert partners(graph, "e:甲公司")["id"].tolist() == ["e:乙"]


def test_of_two_who_bring_the_same_the_one_at_home_comes_first() -> None:
    graph = chain_graph(
        ["s", "t"], ["s>t"], [("P1", "i:u", "s"), ("P2", "e:abroad", "t"), ("P3", "e:home", "t")],
        countries={"e:abroad": "JP"},
    )
    found = partners(graph, "u").set_index("id")
    assert found.index.tolist() == ["e:home", "e:abroad"]
    assert found.loc["e:abroad", "score"] == pytest.approx(DEFAULT.abroad * found.loc["e:home", "score"])


def test_what_distance_took_is_told() -> None:
    graph = chain_graph(
        ["s", "t"], ["s>t"],
        [("P1", "i:u", "s"), ("P2", "e:abroad", "t"), ("P3", "e:home", "t"), ("P4", "e:abroad", "s")],
        countries={"e:abroad": "JP"},
    )
    told = {row["id"]: row["reasons"][-1] for row in records(partners(graph, "u"))}
    assert {id: (reason["kind"], reason["factor"]) for id, reason in told.items()} == {
        "e:home": ("domestic", 1), "e:abroad": ("domestic", DEFAULT.abroad)}
    assert "按 0.3 折算" in told["e:abroad"]["zh"]
    assert "times 0.3" in told["e:abroad"]["en"]
    kinds = {reason["kind"] for row in records(partners(graph, "abroad")) for reason in row["reasons"]}
    assert "domestic" not in kinds


def test_who_only_works_in_a_segment_stands_behind_who_has_patents_there() -> None:
    graph = chain_graph(["s", "t"], ["s>t"], [
        *[(f"B{n}", "e:big", "s") for n in range(9)], ("P1", "e:small", "s+t"),
    ], OPERATES_IN=pairs("e:works>s"))
    assert partners(graph, "s")["id"].tolist() == ["e:big", "e:small", "e:works"]


def test_patents_that_serve_no_segment_are_judged_by_classes_and_region() -> None:
    graph = chain_graph(
        ["s"], patents=[("P1", "i:u", ""), ("P2", "e:class", "s"), ("P3", "e:near", "s"), ("P4", "e:far", "s")],
        CLASSIFIED_AS=pairs("P1>A61B5/00", "P2>A61B5/00", main=True),
        LOCATED_IN=pairs("i:u>370900", "e:near>370000", "e:far>440000", inferred=False),
    )
    found = partners(graph, "u").set_index("id")
    assert set(found.index) == {"e:class", "e:near"}
    assert set(found["basis"]) == {"classes"}
    assert [[r["kind"] for r in found.loc[id, "reasons"]] for id in ("e:class", "e:near")] == [
        ["shared_class", "fallback", "domestic"], ["region", "fallback", "domestic"]]
    assert partners(graph, "u", "s")["basis"].unique().tolist() == ["patents"]


def test_a_segment_with_parts_stands_for_them() -> None:
    graph = chain_graph(
        ["whole", "a", "b", "c"], ["a>c", "b>c"], [("P1", "e:x", "a"), ("P2", "e:y", "b"), ("P3", "i:u", "c")],
        parents={"a": "whole", "b": "whole"},
    )
    assert set(partners(graph, "whole")["id"]) == {"e:x", "e:y"}
    assert partners(graph, "u", "whole")["complement"].gt(0).all()
    [reason] = [r for r in partners(graph, "u", "whole")["reasons"].iloc[0] if r["kind"] == "complement"]
    assert "所需环节" in reason["zh"]


def test_neighbours_of_an_empty_segment_are_called_so() -> None:
    graph = chain_graph(["s", "t"], ["s>t"], [("P1", "e:x", "t")])
    [reason] = [r for r in partners(graph, "s")["reasons"].iloc[0] if r["kind"] == "complement"]
    assert "下游相邻环节" in reason["zh"]


def test_known_partners_are_told_from_new_ones() -> None:
    new = partners(GRAPH, "u").set_index("id")["new"]
    assert not new["e:a"]
    assert new["e:m"]


def test_reasons_prove_themselves() -> None:
    found = reasons("u", "e:m")
    assert found["complement"]["segments"] == ["cell"]
    assert found["complement"]["patents"] == ["P3", "P4"]
    assert "下游相邻环节" in str(found["complement"]["zh"])
    assert "downstream" in str(found["complement"]["en"])
    assert found["citation"]["patents"] == ["P4", "P2"]
    assert found["citation"]["path"] == [
        {"kind": "Institution", "id": "i:u"}, {"kind": "Patent", "id": "P2"}, {"kind": "Patent", "id": "P4"},
        {"kind": "Enterprise", "id": "e:m"},
    ]
    assert found["shared_class"]["classes"] == ["H01M4/52"]
    assert found["region"]["regions"] == ["370000"]
    assert reasons("u", "e:a")["cofiled"]["patents"] == ["P1"]


def test_a_common_partner_is_a_path() -> None:
    path = reasons("u", "e:f")["path"]
    assert path["path"] == [
        {"kind": "Institution", "id": "i:u"}, {"kind": "Patent", "id": "P1"}, {"kind": "Enterprise", "id": "e:a"},
        {"kind": "Patent", "id": "P6"}, {"kind": "Enterprise", "id": "e:f"},
    ]


def test_an_upstream_neighbour_is_called_so() -> None:
    assert "上游相邻环节" in str(reasons("m", "i:u")["complement"]["zh"])


def test_a_segment_asked_for_decides() -> None:
    assert ranked("u", "film")[0] == "e:f"
    assert "所需环节" in str(reasons("u", "e:f", "film")["complement"]["zh"])


def test_partners_of_a_segment() -> None:
    found = partners(GRAPH, "cell")
    assert found["id"].tolist()[0] == "e:m"
    assert set(found["for_kind"]) == {"Segment"}
    assert not found.set_index("id").loc["e:m", "new"]
    assert ranked("pack")[0] == "e:packer"


def test_a_segment_that_nobody_is_in_asks_its_neighbours() -> None:
    graph = chain_graph(["a", "b"], ["a>b"], [("P1", "e:x", "a")])
    found = partners(graph, "b")
    assert found["id"].tolist() == ["e:x"]
    assert found["basis"].tolist() == ["neighbours"]
    assert [reason["kind"] for reason in found["reasons"][0]][-2:] == ["fallback", "domestic"]


def test_without_patents_the_segments_and_then_the_region_decide() -> None:
    packer = partners(GRAPH, "packer")
    assert packer["id"].tolist()[0] == "e:m"
    assert set(packer["basis"]) == {"segments"}
    lonely = partners(GRAPH, "z")
    assert set(lonely["id"]) == {"i:u", "e:m"}
    assert set(lonely["basis"]) == {"region"}
    assert lonely["reasons"][0][-1]["zh"]


def test_of_whom_nothing_is_known_nobody_is_proposed() -> None:
    graph = chain_graph(["s"], patents=[("P1", "e:a", "s")], countries={"e:x": "CN"})
    found = partners(graph, "x")
    assert found.empty
    assert tuple(found.columns) == COLUMNS


def test_scores_fall_and_ties_go_by_id() -> None:
    found = partners(GRAPH, "u")
    assert found["score"].between(0, 1).all()
    assert found["score"].is_monotonic_decreasing
    graph = chain_graph(["s", "t"], ["s>t"], [("P1", "e:a", "s"), ("P2", "e:y", "t"), ("P3", "e:x", "t")])
    assert partners(graph, "a")["id"].tolist() == ["e:x", "e:y"]
    assert ranked("u", top=2) == ranked("u")[:2]


def test_a_team_is_judged_by_the_patents_its_members_share() -> None:
    graph = chain_graph(
        ["s", "t", "far"], ["s>t"],
        [("P1", "i:u", "s"), ("P2", "i:u+e:old", "s"), ("P3", "i:u", "far"), ("P4", "e:new", "t"), ("P5", "e:old", "t"),
         ("P6", "i:v", "t")],
        INVENTED=pairs("p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2", "p:c>P3", "p:c>P1"),
        LOCATED_IN=pairs("i:u>370900", "e:new>370000", inferred=False),
    )
    found = partners(graph, "i:u#p:a").set_index("id")
    assert set(found.index) == {"e:new", "e:old", "i:v"}
    assert found["new"].to_dict() == {"e:new": True, "e:old": False, "i:v": True}
    assert set(found["for_kind"]) == {"Team"}
    assert set(found["basis"]) == {"patents"}
    kinds = {reason["kind"]: reason for reason in found.loc["e:old", "reasons"]}
    assert kinds["cofiled"]["patents"] == ["P2"]
    assert kinds["cofiled"]["path"][0] == {"kind": "Team", "id": "i:u#p:a"}
    assert "region" in {reason["kind"] for reason in found.loc["e:new", "reasons"]}
    for called in ("u · a", "p:a"):
        assert partners(graph, called)["id"].tolist() == found.index.tolist()
    told = {row["id"]: row["counterfactuals"] for row in records(partners(graph, "i:u#p:a", why=True))}
    assert [one["ids"] for one in told["e:old"] if one["rank_without"] != one["rank"]]


def test_who_is_unknown_is_told_with_what_is_near() -> None:
    with pytest.raises(NotFound, match="catode; did you mean cathode"):
        partners(GRAPH, "catode")
    with pytest.raises(NotFound):
        partners(GRAPH, "u", "no such segment")


def test_both_engines_give_the_same_partners_to_the_last_digit(stores: tuple[Store, Store]) -> None:
    for who in ("中南大学", "宁德时代", "隔膜"):
        one, other = (records(partners(read_projection(store), who)) for store in stores)
        assert one == other
        assert one, CHAIN
