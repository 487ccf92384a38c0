from __future__ import annotations

import pytest
from loaders.conftest import Taken


@pytest.mark.parametrize("title", ["标题", "标题 (中文)"])
def test_columns_of_older_and_newer_exports(taken: Taken, title: str) -> None:
    intake = taken(
        "a.csv",
        f"{title},申请人,公开（公告）号,申请号,申请日,IPC主分类,IPC,发明人,申请人国别代码,当前法律状态,专利有效性\n"
        "电池,甲公司; 乙大学,CN1A,CN201610895413.X,20161013,H01M10/05,H01M10/05;H01M4/13,张三; 李四,CN,授权,-\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "incopat"
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "title": "电池", "applicants": ["甲公司", "乙大学"], "publication_number": "CN1A",
        "application_number": "CN201610895413.X", "filed_on": "20161013", "main_class": "H01M10/05",
        "ipc": ["H01M10/05", "H01M4/13"], "inventors": ["张三", "李四"], "residence": "CN", "status": "授权",
        "events": ["授权"],
    }


def test_deals_by_their_parties(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "标题,申请人,公开(公告)号,申请号,申请日,标准号,转让人,受让人,转让执行日,许可人,被许可人,许可类型,许可合同备案日期,出质人,质权人,"
        "质押期限\n"
        "电池,甲公司,CN1B,CN201610895413.X,20161013,IEC 62660; YD/T 1,甲公司; 乙公司,乙公司; 丙公司,20180102; 20200304,"
        "丙公司,丁公司,普通许可,2021.05.06,丙公司,某某银行,2022.01.01-2025.01.01\n"
        "电极,甲公司; 戊公司,CN2B,CN201610895414.4,20161013,-,甲公司; 戊公司,己公司,20190102,-,-,-,-,-,-,-\n",
    )
    rows = [{name: value for name, value in row.items() if value} for row in intake.table("deals").to_pylist()]
    one = {"row": 2, "numbers": ["CN1B"]}
    assert (intake.layout, intake.unknown, rows) == ("incopat", (), [
        one | {"mode": "许可", "grantors": ["丙公司"], "grantees": ["丁公司"], "licence_type": "普通许可",
               "recorded_on": "2021.05.06"},
        one | {"mode": "质押", "grantors": ["丙公司"], "grantees": ["某某银行"], "since": "2022.01.01",
               "until": "2025.01.01"},
        one | {"mode": "转让", "grantors": ["甲公司"], "grantees": ["乙公司"], "recorded_on": "20180102"},
        one | {"mode": "转让", "grantors": ["乙公司"], "grantees": ["丙公司"], "recorded_on": "20200304"},
        {"row": 3, "numbers": ["CN2B"], "mode": "转让", "grantors": ["甲公司", "戊公司"], "grantees": ["己公司"],
         "recorded_on": "20190102"},
    ])
    assert intake.table("patents")["standards"].to_pylist() == [["IEC 62660", "YD/T 1"], None]


def test_citations_codes_and_places(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "标题（中文）,申请人,公开(公告)号,申请号,申请日,申请人省市代码,中国申请人地市,中国申请人区县,工商统一社会信用代码,引证专利,"
        "被引证专利,简单同族,IPC主分类-部(释义)\n"
        "电池,甲公司; 王五,CN1B,CN201610895413.X,20161013,44广东,深圳市,南山区,91440300MA5D0000XX; -,US5A; JP6A,-,"
        "CN1B; US2A1,电学\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("incopat", ())
    assert (row["address"], row["family_members"]) == ("广东深圳市南山区", ["CN1B", "US2A1"])
    assert sorted(intake.table("citations")["cited"].to_pylist()) == ["JP6A", "US5A"]
    assert intake.table("organisations").select(["name", "uscc"]).to_pylist() == [
        {"name": "甲公司", "uscc": "91440300MA5D0000XX"},
    ]
