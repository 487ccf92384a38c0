"""Who is one organisation, seen over the whole build, and what people decided about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tables.drafts import file, ids, intakes, node, pairs
from tables.soundness import faults

from ipgraph.tables import Built, build
from ipgraph.tables.identity.decisions import Decision

P = [f"CN10000000{n}A" for n in range(10)]
CODE, OTHER = "91440300708461136T", "91440300192317458F"
FULL, SHORT = "宁德时代新能源科技股份有限公司", "宁德时代"
PATENTS: list[dict[str, Any]] = [
    {"publication_number": P[0], "applicants": [FULL], "inventors": ["张三", "李四"]},
    {"publication_number": P[1], "applicants": ["浙江大学化学系"], "inventors": ["王五"]},
    {"publication_number": P[2], "applicants": ["浙江大学", "浙江大学城市学院"]},
    {"publication_number": P[3], "applicants": ["山东泰开高压开关有限公司"], "inventors": ["赵甲", "钱乙"]},
    {"publication_number": P[4], "applicants": ["山东泰开高压升关有限公司"], "inventors": ["赵甲", "钱乙"]},
    {"publication_number": P[5], "applicants": ["泰安第一机床制造有限公司"], "inventors": ["孙丙", "周丁"]},
    {"publication_number": P[6], "applicants": ["泰安第二机床制造有限公司"], "inventors": ["孙丙", "周丁"]},
    {"publication_number": P[7], "applicants": ["山东鲁能电缆制造有限公司", "山东鲁能电览制造有限公司"],
     "inventors": ["吴戊", "郑己"]},
    {"publication_number": P[8], "applicants": ["腾讯科技(深圳)有限公司", "华为技术有限公司", "华为技术公司"]},
]
ORGANISATIONS: list[dict[str, Any]] = [
    {"name": "腾讯科技（深圳）有限公司", "uscc": CODE, "aliases": ["鹅厂"]},
    {"name": "腾讯集团", "uscc": CODE}, {"name": "某某集团有限公司", "uscc": OTHER},
]
MAKES = [{"product": "电池", "organisation": SHORT}, {"product": "游戏", "organisation": "鹅厂"}]
FILES = (file("a.csv", patents=PATENTS), file("b.csv", "2024-01-01", organisations=ORGANISATIONS, makes=MAKES))


def built_by(folder: Path, *decided: Decision) -> Built:
    built = build(intakes(folder, *FILES), decided=decided)
    assert faults(built) == []
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_by(tmp_path_factory.mktemp("intake"))


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_by(
        tmp_path_factory.mktemp("decided"), Decision("split", (FULL, SHORT)),
        Decision("split", ("鹅厂", "腾讯科技（深圳）有限公司")),
        Decision("split", ("华为技术有限公司", "华为技术公司")),
        Decision("join", ("泰安第一机床制造有限公司", "泰安第二机床制造有限公司"), "改名"),
        Decision("join", ("腾讯集团", "某某集团有限公司")), Decision("split", ("甲", "乙")),
    )


def told(built: Built) -> pa.Table:
    """What was decided about organisations."""
    rows = built.identity["identity"]
    return rows.filter(pc.not_equal(rows["label"], "Person"))


def merge(built: Built, name: str) -> dict[str, Any]:
    [found] = [row for row in told(built).to_pylist() if row["name"] == name]
    return found


def test_a_short_name_goes_to_the_only_full_one_with_score_and_reason(built: Built) -> None:
    assert SHORT in node(built, "Enterprise", "宁德时代新能源科技")["aliases"]
    assert pairs(built, "MAKES.Enterprise.Product") >= {("宁德时代新能源科技", "电池")}
    found = merge(built, SHORT)
    assert (found["rule"], found["id"], found["into"]) == ("match", "宁德时代新能源科技", FULL)
    assert 0.9 < found["score"] <= 1 < found["weight"]
    assert (found["zh"], found["en"]) == (
        "全称以简称开头；地区相同", "the full name begins with the short one; same region")


def test_a_college_counts_as_its_university_and_an_independent_one_does_not(built: Built) -> None:
    assert ids(built, "Institution") == {"浙江大学", "浙江大学城市学院"}
    assert pairs(built, "FILED.Institution.Patent") == {
        ("浙江大学", P[1]), ("浙江大学", P[2]), ("浙江大学城市学院", P[2])}
    assert node(built, "Institution", "浙江大学")["aliases"] == ["浙江大学化学系"]
    assert pairs(built, "INVENTED.Person.Patent") >= {("王五@浙江大学", P[1])}
    assert merge(built, "浙江大学化学系")["rule"] == "unit"


def test_a_slip_is_mended_by_common_inventors_but_not_a_number_nor_a_partner(built: Built) -> None:
    assert len({"山东泰开高压开关", "山东泰开高压升关"} & ids(built, "Enterprise")) == 1
    assert ids(built, "Enterprise") >= {
        "泰安第一机床制造", "泰安第二机床制造", "山东鲁能电缆制造", "山东鲁能电览制造"}


def test_a_code_leads_and_the_ids_of_before_are_aliases(built: Built) -> None:
    found = node(built, "Enterprise", CODE)
    assert {"鹅厂", "腾讯科技深圳", "腾讯集团"} <= {found["name"], *found["aliases"]}
    assert {row["rule"] for row in told(built).to_pylist() if row["id"] == CODE} == {"code", "alias"}


def test_what_people_split_stays_apart(decided: Built) -> None:
    assert {"宁德时代", "宁德时代新能源科技", "鹅厂", "华为技术", "华为技术公司"} <= ids(decided, "Enterprise") | {
        row["name"] for row in decided.nodes["Person"].to_pylist()}
    assert pairs(decided, "MAKES.Enterprise.Product") == {("宁德时代", "电池"), ("鹅厂", "游戏")}


def test_what_people_join_is_one_unless_codes_differ(decided: Built) -> None:
    assert "泰安第二机床制造" not in ids(decided, "Enterprise")
    joined = merge(decided, "泰安第二机床制造有限公司")
    assert (joined["rule"], joined["score"], joined["zh"]) == ("decision", 1.0, "人工合并：改名")
    assert ids(decided, "Enterprise") >= {CODE, OTHER}
    assert [row["score"] for row in told(decided).to_pylist() if row["rule"] == "overruled"] == [0.0]
