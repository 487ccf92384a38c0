from __future__ import annotations

import pytest
from loaders.conftest import Taken

from ipgraph.errors import LayoutError


def test_an_internal_ledger(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "某公司专利台账,,,,,\n序号,专利号,专利名称,专利权人,申请日,主分类\n"
        "1,ZL201220249767.4,轨枕,甲公司、乙大学,2012/5/31,E01B3/32\n2,CN102345678B,电池,丙公司,2010-01-02,H01M10/05\n",
    )
    rows = intake.table("patents").to_pylist()
    assert intake.layout == "patent_list"
    assert [(r["publication_number"], r["application_number"], r["applicants"]) for r in rows] == [
        (None, "ZL201220249767.4", ["甲公司", "乙大学"]), ("CN102345678B", None, ["丙公司"])]


#: Headings of sources that have no layout of their own, each with its number of publication and of application.
OTHERS = {
    # the gazette of the CNIPA
    "申请公布号,申请公布日,申请号,申请日,申请人,发明人,地址,分类号,发明名称": ("CN1A", "CN2"),
    # pss-system since 2023
    "申请号,申请日,公开（公告）号,公开（公告）日,发明名称,IPC分类号,申请（专利权）人,发明人,CPC分类号": ("CN1A", "CN2"),
    # PatSnap without a standardised holder, as code that reads such exports expects it
    "公开(公告)号,申请(专利权)人,申请日,标题(译)(简体中文),IPC分类号": ("CN1A", None),
    # incoPat without the application number
    "标题 (中文),申请人,公开（公告）号,申请日,IPC,合享价值度": ("CN1A", None),
    "patent_number,title,assignee,filing_date": ("CN1A", None),
}
VALUE = {"申请公布号": "CN1A", "公开（公告）号": "CN1A", "公开(公告)号": "CN1A", "patent_number": "CN1A",
         "申请号": "CN2",
         "申请日": "2020-01-02", "filing_date": "2020-01-02", "申请公布日": "2021.2.3", "公开（公告）日": "2021.2.3"}


@pytest.mark.parametrize("headings", OTHERS)
def test_sources_without_a_layout_of_their_own(taken: Taken, headings: str) -> None:
    cells = [VALUE.get(heading, "甲") for heading in headings.split(",")]
    intake = taken("a.csv", f"{headings}\n{','.join(cells)}\n")
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "patent_list"
    assert (row["publication_number"], row["application_number"]) == OTHERS[headings]
    assert (row["title"], row["applicants"], row["filed_on"]) == ("甲", ["甲"], "2020-01-02")


def test_commas_part_names_in_chinese_only(taken: Taken) -> None:
    intake = taken("a.csv", '专利号,专利名称,专利权人,发明人,申请日\nCN1A,电池,"Foo Co., Ltd","张三,李四，王五",\n')
    (row,) = intake.table("patents").to_pylist()
    assert (row["applicants"], row["inventors"]) == (["Foo Co., Ltd"], ["张三", "李四", "王五"])


def test_a_supplier_s_own_layout_goes_first(taken: Taken) -> None:
    assert taken("a.csv",
                 "专利名称,申请号,申请人,申请日,主分类号,公开号,发明人,CPC\na,b,c,d,e,f,g,h\n").layout == "taian"


def test_a_table_of_deals_is_no_list_of_patents(taken: Taken) -> None:
    with pytest.raises(LayoutError):
        taken("a.csv", "专利号,专利名称,甲方,乙方,申请日\na,b,c,d,e\n")
