from __future__ import annotations

import pytest
from loaders.conftest import Taken

from ipgraph.errors import LayoutError

ROWS = "序号,省市,企业名称\n1,北京市,甲公司\n2,山东省,乙公司\n"


def flags(taken: Taken, name: str, content: str) -> list[list[str] | None]:
    intake = taken(name, content)
    assert intake.layout == "enterprise_roll"
    return intake.table("organisations")["flags"].to_pylist()


def test_the_name_above_the_list_says_the_honour(taken: Taken) -> None:
    intake = taken("a.csv", "第四批专精特新“小巨人”企业公示名单,,\n" + ROWS)
    rows = intake.table("organisations").to_pylist()
    assert [(r["name"], r["region"], r["flags"]) for r in rows] == [
        ("甲公司", "北京市", ["小巨人"]), ("乙公司", "山东省", ["小巨人"])]


@pytest.mark.parametrize(("name", "expected"), [
    ("2022年第一批高新技术企业备案名单.csv", ["高新"]), ("制造业单项冠军企业名单.csv", ["单项冠军"]),
    ("专精特新中小企业名单.csv", None), ("a.csv", None),
    # Nothing is conferred on those who lost it or are only proposed.
    ("取消高新技术企业资格名单.csv", None), ("小巨人企业培育库.csv", None), ("拟推荐链主企业.csv", None),
])
def test_the_name_of_the_file_says_it_where_the_list_does_not(taken: Taken, name: str, expected: list[str]) -> None:
    assert flags(taken, name, ROWS) == [expected] * 2


def test_a_column_may_say_it_for_each(taken: Taken) -> None:
    content = "序号,企业名称,认定类型\n1,甲公司,国家级专精特新“小巨人”企业\n2,乙公司,高新技术企业\n3,丙公司,其他\n"
    assert flags(taken, "a.csv", content) == [["小巨人"], ["高新"], None]


def test_sums_notes_and_repeated_headings_are_no_enterprises(taken: Taken) -> None:
    intake = taken("a.csv", ROWS + "序号,省市,企业名称\n合计,,2\n,,注：排名不分先后\n,,共2家\n3,山东省,\n")
    assert intake.table("organisations").num_rows == 2
    assert [(r["row"], r["reason"]) for r in intake.table("refused").to_pylist()] == [
        (4, "repeated-heading"), (5, "summary-row"), (6, "summary-row"), (7, "summary-row"), (8, "missing")]


@pytest.mark.parametrize("about", ["专利号", "成果名称", "受让方"])
def test_a_table_about_something_else_is_no_list_of_enterprises(taken: Taken, about: str) -> None:
    with pytest.raises(LayoutError):
        taken("a.csv", f"序号,企业名称,{about}\n1,甲公司,x\n")


def test_units_may_be_institutions(taken: Taken) -> None:
    assert taken("a.csv", "序号,单位名称\n1,乙大学\n").table("organisations")["kind"].to_pylist() == [None]


def test_a_list_with_codes_has_a_layout_of_its_own(taken: Taken) -> None:
    assert taken("a.csv", "序号,企业名称,统一社会信用代码\n1,甲公司,91370900MA3C00001T\n").layout == "enterprise_list"
