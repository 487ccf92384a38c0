"""Who is who, where and from where, seen over the whole build: one build, asked many things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tables.drafts import AS_OF, build_from, edge, file, ids, node, pairs

from ipgraph.bundle import write_bundle
from ipgraph.tables import REFUSED, Built

P = [f"CN10000000{n}A" for n in range(10)]
USCC = "91440300708461136T"
PATENTS = [
    {"publication_number": P[0], "applicants": ["泰山石膏股份有限公司", "山东大学"], "inventors": ["张三", "李四"],
     "address": "山东省济南市", "application_number": "CN201020670100.2"},
    {"publication_number": P[1], "applicants": ["泰山石膏（股份）有限公司"], "inventors": ["张三"],
     "address": "271000 山东省泰安市"},
    {"publication_number": P[2], "applicants": ["山东大学", "泰山石膏股份有限公司"], "inventors": ["张三", "张三"]},
    {"publication_number": "CN200000000A", "applicants": ["泰山石膏"], "address": "271000 山东省泰安市"},
    {"publication_number": P[3], "applicants": ["王五"], "inventors": ["王五"], "owners": ["广东某某有限公司"]},
    {"publication_number": P[4], "applicants": ["腾讯科技（深圳）有限公司", "腾讯控股"], "residence": "中国"},
    {"publication_number": P[5], "applicants": ["Siemens AG"], "residence": "DE", "priorities": ["US15/128633"]},
    {"publication_number": P[6], "applicants": ["Acme Widgets"], "priorities": ["JP 2014-218952"]},
    {"publication_number": P[7], "applicants": ["格力", "三一重工"], "inventors": ["不公告发明人"]},
    {"publication_number": "WO2002014184A1", "applicants": ["Unheard Of"]},
    {"publication_number": "EP1820402A1", "applicants": ["Unheard Of"], "inventors": ["Siemens AG"]},
]
ORGANISATIONS = [
    {"name": "腾讯科技（深圳）有限公司", "uscc": USCC, "stock_code": "00700.HK", "listed_on": "2004-06-16",
     "aliases": ["腾讯控股"]},
    {"name": "腾讯集团", "uscc": USCC, "kind": "Institution"},
    {"name": "格力电器股份有限公司", "stock_code": "000651", "aliases": ["格力"]},
    {"name": "格力地产股份有限公司", "aliases": ["格力"], "uscc": "no code", "country": "中国"},
    {"name": ""}, {"name": "某公司", "listed_on": "2004-02-30"}, {"name": "另一公司", "kind": "Person"},
    {"name": "华为技术有限公司", "region": "３７０９００", "flags": ["小巨人", "高新"]},
    {"name": "广东甲公司", "region": "山东省", "address": "山东省济南市", "flags": ["高新"]},
    {"name": "丙公司", "region": "日本"}, {"name": "丁公司", "region": "天边"}, {"name": "戊公司", "region": "中国"},
]
OPERATES = [
    {"segment": "c:1", "stock_code": "000651.SZ"}, {"segment": "c:1", "organisation": "三一重工"},
    {"segment": "c:9", "stock_code": "000651"}, {"segment": "c:1", "stock_code": "999999"}, {"segment": "c:1"},
    {"organisation": "三一重工"},
]
MAKES = [
    {"product": "空调", "stock_code": "000651", "share": "0.7"}, {"product": "挖掘机", "organisation": "三一重工"},
    {"product": "课程", "organisation": "山东大学"},
    {"product": "空调", "organisation": "格力电器股份有限公司", "share": "2"},
    {"product": "", "organisation": "三一重工"}, {"product": "空调", "stock_code": "000651", "share": "x"},
]


FILES = (
    file("专利 表.xlsx", patents=PATENTS),
    file("b.csv", "2024-01-01", organisations=ORGANISATIONS, operates=OPERATES, makes=MAKES,
         chains=[{"id": "c", "name": "链"}], segments=[{"id": "c:1", "chain": "c", "name": "环节"}]),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_from(tmp_path_factory.mktemp("intake"), *FILES)


def test_the_same_intakes_give_the_same_bundle(tmp_path: Path, built: Built) -> None:
    again = build_from(tmp_path / "intake", *FILES)
    one, other = (write_bundle(tmp_path, b.nodes, b.edges, as_of=AS_OF, refused=b.refused) for b in (built, again))
    assert one.version == other.version


def test_one_name_in_two_spellings_is_one_node_with_its_aliases(built: Built) -> None:
    found = node(built, "Enterprise", "泰山石膏")
    assert found["name"] == "泰山石膏股份有限公司"
    assert found["aliases"] == ["泰山石膏", "泰山石膏(股份)有限公司", "泰山石膏（股份）有限公司"]
    assert found["kind_basis"] == "legal-form"
    assert pairs(built, "FILED.Enterprise.Patent") >= {("泰山石膏", P[0]), ("泰山石膏", P[1]), ("泰山石膏", P[2])}


def test_the_order_of_applicants_is_kept(built: Built) -> None:
    assert edge(built, "FILED.Enterprise.Patent", "泰山石膏", P[2])["position"] == 2
    assert edge(built, "FILED.Institution.Patent", "山东大学", P[2])["position"] == 1


def test_a_code_joins_names_and_decides_one_kind(built: Built) -> None:
    found = node(built, "Institution", USCC)
    assert (found["kind_basis"], found["listed_on"], found["uscc"]) == ("source", date(2004, 6, 16), USCC)
    assert {"腾讯控股", "腾讯集团"} <= {found["name"], *found["aliases"]}
    assert USCC not in ids(built, "Enterprise")
    assert edge(built, "FILED.Institution.Patent", USCC, P[4])["position"] == 1


def test_a_short_name_of_two_firms_ties_nothing(built: Built) -> None:
    assert pairs(built, "FILED.Person.Patent") >= {("格力@三一重工", P[7])}
    assert {"格力电器", "格力地产"} <= ids(built, "Enterprise")


def test_persons_are_told_apart_by_the_holder_they_file_with(built: Built) -> None:
    assert ids(built, "Person") == {
        "张三@泰山石膏", "李四@泰山石膏", "王五@广东某某", "SIEMENS@UNHEARD OF", "格力@三一重工"}
    assert pairs(built, "INVENTED.Person.Patent") >= {("张三@泰山石膏", P[1]), ("张三@泰山石膏", P[2])}
    assert node(built, "Person", "张三@泰山石膏")["kind_basis"] == "inventor"
    assert edge(built, "OWNS.Enterprise.Patent", "广东某某", P[3])["position"] == 1


def test_who_stands_where_only_organisations_do_is_no_person(built: Built) -> None:
    assert node(built, "Enterprise", "三一重工")["kind_basis"] == "organisation"
    assert pairs(built, "OPERATES_IN.Enterprise.Segment") == {("格力电器", "c:1"), ("三一重工", "c:1")}
    assert pairs(built, "MAKES.Enterprise.Product") == {("格力电器", "空调"), ("三一重工", "挖掘机")}
    assert edge(built, "MAKES.Enterprise.Product", "格力电器", "空调")["share"] == 0.7


def test_the_region_is_that_of_the_commonest_address_else_of_the_name(built: Built) -> None:
    assert pairs(built, "LOCATED_IN.Enterprise.Region") >= {
        ("泰山石膏", "370900"), ("广东某某", "440000"), ("SIEMENS", "DE"), ("格力地产", "CN")}
    assert edge(built, "LOCATED_IN.Enterprise.Region", "泰山石膏", "370900")["inferred"] is False
    assert edge(built, "LOCATED_IN.Enterprise.Region", "广东某某", "440000")["inferred"] is True
    assert edge(built, "LOCATED_IN.Institution.Region", "山东大学", "370000")["inferred"] is True
    assert pairs(built, "LOCATED_IN.Person.Region") == set()


def test_the_region_that_a_list_names_counts_before_address_and_name(built: Built) -> None:
    located = [row for row in built.edges["LOCATED_IN.Enterprise.Region"].to_pylist()
               if row["start"] in {"华为技术", "广东甲", "丙公司", "丁公司", "戊公司"}]
    assert {(row["start"], row["end"], row["inferred"]) for row in located} == {
        ("华为技术", "370900", False), ("广东甲", "370100", False), ("丙公司", "JP", False), ("戊公司", "CN", False)}
    assert [node(built, "Enterprise", id)["country"] for id in ("华为技术", "丙公司", "丁公司")] == ["CN", "JP", None]


def test_honours_are_those_that_lists_name(built: Built) -> None:
    found = [node(built, "Enterprise", id)["honours"] for id in ("华为技术", "广东甲", "丙公司")]
    assert found == [["小巨人", "高新"], ["高新"], None]


def test_where_a_patent_comes_from_and_what_says_so(built: Built) -> None:
    origins = {row["id"]: (row["origin"], row["origin_basis"]) for row in built.nodes["Patent"].to_pylist()}
    assert {key: origins[key] for key in (P[0], P[4], P[5], P[6], P[7], "WO2002014184A1", "EP1820402A1")} == {
        P[0]: ("CN", "residence"), P[4]: ("CN", "residence"), P[5]: ("DE", "residence"), P[6]: ("JP", "priority"),
        P[7]: ("CN", "office"), "WO2002014184A1": (None, None), "EP1820402A1": (None, None),
    }


def test_every_fault_is_told_once_with_file_row_field_and_reason(built: Built) -> None:
    assert built.refused.schema == REFUSED
    rows = built.refused.to_pylist()
    assert {row["source"] for row in rows} == {"b.csv"}
    assert sorted((row["row"], row["field"], row["reason"]) for row in rows if not row["row_kept"]) == [
        (4, "organisation", "unknown-value"), (4, "segment", "edge-to-nothing"), (5, "share", "absurd"),
        (5, "stock_code", "edge-to-nothing"), (6, "name", "missing"), (6, "organisation", "missing"),
        (6, "product", "missing"), (7, "listed_on", "impossible-date"), (7, "segment", "missing"),
        (7, "share", "impossible-number"), (8, "kind", "unknown-value"),
    ]
    assert sorted((row["row"], row["field"], row["value"]) for row in rows if row["row_kept"]) == [
        (5, "uscc", "no code"), (12, "region", "天边")]


def test_regions_are_all_there_and_lie_in_one_another(built: Built) -> None:
    assert len(ids(built, "Region")) > 3000
    assert ("370900", "370000") in pairs(built, "PART_OF.Region.Region")
