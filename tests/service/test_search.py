from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("q", "kind", "id"),
    [
        ("正极材料", "Segment", "s3"), ("正極材料", "Segment", "s3"),
        ("cathode MATERIAL", "Segment", "s3"),
        ("ＣＡＴＬ", "Enterprise", "宁德时代"), ("江西赣锋", "Enterprise", "赣锋锂业"),
        ("中南", "Institution", "中南大学"),
        ("锂电", "Product", "锂离子电池"), ("CN101000003", "Patent", "CN101000003B"),
        ("cn 101000003 b", "Patent", "CN101000003B"), ("高鎳", "Patent", "CN101000003B"),
        ("h01m10/0525", "TechClass", "H01M10/0525"), ("湖南", "Region", "430000"), ("锂电池", "Chain", "test:锂电池"),
        ("张三团队", "Team", "中南大学#张三@中南大学"), ("Battery pool", "Pool", "battery"),
        ("高电压隔膜", "Demand", "XQ-1"), ("xq-1", "Demand", "XQ-1"), ("李一", "Person", "李一@赣锋锂业"),
    ],
)
def test_any_spelling_finds_it(ask, q: str, kind: str, id: str) -> None:
    assert (kind, id) in {(hit["kind"], hit["id"]) for hit in ask("/search", q=q)["found"]}
    assert id in {hit["id"] for hit in ask("/search", q=q, kind=kind)["found"]}


def test_the_exact_name_comes_first_and_a_segment_says_where_it_is(ask) -> None:
    found = ask("/search", q="锂电池")["found"]
    assert (found[0]["kind"], found[0]["id"]) == ("Chain", "test:锂电池")
    assert {hit["chain"] for hit in ask("/search", q="电", kind="Segment")["found"]} == {"test:锂电池"}


def test_every_word_must_occur(ask) -> None:
    assert [hit["id"] for hit in ask("/search", q="正极 包覆")["found"]] == ["CN101000005A"]
    assert ask("/search", q="正极 月球")["found"] == []


def test_a_search_keeps_to_its_limit(ask) -> None:
    assert len(ask("/search", q="电", limit=3)["found"]) == 3
    assert {hit["kind"] for hit in ask("/search", q="电", kind="Patent")["found"]} == {"Patent"}
    assert ask("/search", q="  ")["found"] == []
    assert ask("/search", 422, q="电", kind="Planet")["field"] == "kind"


def test_regions_stand_from_wide_to_narrow(ask) -> None:
    regions = ask("/regions")["regions"]
    assert [one["level"] for one in regions] == ["country", "province", "province", "province", "city"]
    assert {one["id"]: one["parent"] for one in regions}["350900"] == "350000"
