from __future__ import annotations

import pyarrow as pa
import pytest

from ipgraph.schema.types.region import country_codes, locate, locate_all, regions

PLACES = {
    # Addresses: post code, province, city, county; the smallest one counts.
    "226634 江苏省南通市海安县某路1号": "海安市", "江苏省海安市": "海安市", "271000 山东省泰安市": "泰安市",
    "泰安市泰山区": "泰山区", "中国山东省济南市历下区": "历下区", "北京市朝阳区某街": "朝阳区",
    "重庆市万州区": "万州区",
    "湖南省长沙县": "长沙县", "河南省商丘市永城市": "永城市", "吉林省吉林市": "吉林市", "山东省莱芜市": "莱芜区",
    # Autonomous regions and prefectures, in full and in short.
    "广西壮族自治区南宁市": "南宁市", "内蒙古自治区呼和浩特市": "呼和浩特市",
    "新疆维吾尔自治区乌鲁木齐市": "乌鲁木齐市",
    "香港特别行政区": "香港特别行政区", "云南省大理白族自治州大理市": "大理市", "湖北恩施": "恩施土家族苗族自治州",
    "济南市市中区": "市中区", "青海省海南藏族自治州": "海南藏族自治州", "海南省海口市": "海口市",
    # Names of organisations.
    "山东泰开高压开关有限公司": "山东省", "广西柳工": "广西壮族自治区", "吉林大学": "吉林省",
    "苏州工业园区某公司": "苏州市",
}
NOWHERE = ("朝阳区建国路", "海淀区中关村", "东方电气集团", "长安汽车", "海尔集团", "通用电气(中国)有限公司",
           "Tokyo Japan", "", "江", "12345")


@pytest.mark.parametrize(("text", "expected"), PLACES.items())
def test_the_smallest_region_that_the_beginning_speaks_of(text: str, expected: str) -> None:
    found = locate(text)
    assert found is not None
    assert regions()[found].name == expected


@pytest.mark.parametrize("text", NOWHERE)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert locate(text) is None


def test_a_column_with_unknowns() -> None:
    assert locate_all(pa.array(["泰安市", None, "海尔"])).to_pylist() == ["370900", None, None]


def test_every_region_lies_in_one_that_is_there() -> None:
    assert {r.parent for r in regions().values() if r.parent} <= set(regions())


def test_countries_by_code_and_name() -> None:
    codes = country_codes()
    assert [codes[key] for key in ("CN", "TW", "HK", "中国", "中华人民共和国", "JP", "日本", "JAPAN", "USA", "UK")] == [
        "CN", "CN", "CN", "CN", "CN", "JP", "JP", "JP", "US", "GB"]
