from __future__ import annotations

from loaders.conftest import Taken

HEADINGS = (
    "专利名称,专利类型,申请人,申请人类型,申请人地址,申请人地区,申请人城市,申请人区县,申请号,申请日,申请年份,公开公告号,公开公告日,"
    "公开公告年份,授权公告号,授权公告日,授权公告年份,IPC分类号,IPC主分类号,发明人,摘要文本,主权项内容,当前权利人,当前专利权人地址,"
    "专利权人类型,统一社会信用代码,引证次数,被引证次数,自引次数,他引次数,被自引次数,被他引次数,家族引证次数,家族被引证次数"
)


def test_all_34_columns_are_known(taken: Taken) -> None:
    cells = dict.fromkeys(HEADINGS.split(","), "") | {
        "专利名称": "电池", "申请人": "甲公司;乙大学", "申请号": "CN201610895413.X", "申请日": "2016-10-13",
        "公开公告号": "CN1A", "IPC分类号": "H01M10/05;H01M4/13",
    }
    intake = taken("a.csv", HEADINGS + "\n" + ",".join(cells.values()) + "\n")
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("cn_yearly", ())
    assert (row["publication_number"], row["applicants"], row["ipc"]) == (
        "CN1A", ["甲公司", "乙大学"], ["H01M10/05", "H01M4/13"],
    )


def test_codes_belong_to_the_owners(taken: Taken) -> None:
    headings = "专利名称,申请人,申请号,申请日,公开公告号,IPC分类号,当前权利人,统一社会信用代码\n"
    row = "x,甲大学,CN201210001234.5,2012/1/4,CN102500001A,F16C33/00,甲公司; 王五,91370900MA3C00001T; -\n"
    found = taken("a.csv", headings + row).table("organisations").to_pylist()
    assert [(one["name"], one["uscc"]) for one in found] == [("甲公司", "91370900MA3C00001T")]
