import pytest
from loaders.conftest import Taken

Row = dict[str, str | None]


def rows(taken: Taken, name: str, content: str, layout: str) -> list[Row]:
    intake = taken(name, content)
    assert (intake.layout, intake.unknown) == (layout, ())
    return [{key: value for key, value in row.items() if value is not None and key != "row"}
            for row in intake.table("subsidiaries").to_pylist()]


def test_a_list_of_a_groups_companies(taken: Taken) -> None:
    content = ("某集团所属企业一览表,,,\n序号,子公司名称,母公司,持股比例(%)\n"
               "1,甲公司,某集团,51\n2,某集团,,\n3,,某集团,9\n")
    assert rows(taken, "a.csv", content, "group_list") == [
        {"organisation": "甲公司", "parent": "某集团", "share": "51%"}]
    intake = taken("b.csv", content)
    assert [row["name"] for row in intake.table("organisations").to_pylist()] == ["甲公司", "某集团"]
    assert [(row["row"], row["reason"]) for row in intake.table("refused").to_pylist()] == [(5, "missing")]


def test_beside_a_subsidiary_the_plain_name_is_the_parents(taken: Taken) -> None:
    content = "公司名称,控股子公司,持股比例\n某集团,甲公司,51%\n"
    assert rows(taken, "a.csv", content, "group_list") == [
        {"organisation": "甲公司", "parent": "某集团", "share": "51%"}]


def test_english_headings(taken: Taken) -> None:
    content = "Subsidiary,Parent Company,Ownership (%)\nAlpha GmbH,Beta AG,100\n"
    assert rows(taken, "a.csv", content, "group_list") == [
        {"organisation": "Alpha GmbH", "parent": "Beta AG", "share": "100%"}]


@pytest.mark.parametrize(("heading", "column"), [
    ("所属集团", "parent"), ("上级单位", "parent"), ("集团", "parent"), ("控股股东", "controller")])
def test_a_list_of_enterprises_may_name_parents(taken: Taken, heading: str, column: str) -> None:
    content = f"序号,企业名称,{heading}\n1,甲公司,某集团公司\n2,乙公司,无\n3,丙公司,本公司\n"
    assert rows(taken, "a.csv", content, "enterprise_list") == [{"organisation": "甲公司", column: "某集团公司"}]


def test_a_share_of_several_parents_is_nobodys(taken: Taken) -> None:
    content = "企业名称,母公司,持股比例\n甲公司,乙公司；丙公司,50%\n"
    assert rows(taken, "a.csv", content, "enterprise_list") == [
        {"organisation": "甲公司", "parent": "丙公司"}, {"organisation": "甲公司", "parent": "乙公司"}]
