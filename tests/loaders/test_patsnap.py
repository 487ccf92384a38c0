from __future__ import annotations

from loaders.conftest import Taken


def test_chinese_export(taken: Taken) -> None:
    intake = taken(
        "a.tsv",
        "公开(公告)号\t申请日\t[标]原始申请(专利权)人\t[标]当前申请(专利权)人\t标题\t标题(译)(简体中文)\tIPC分类号\t优先权国家/地区\t优先权号\n"
        "PL2631174T3\t2013-01-21\t甲公司 | 乙大学\t丙公司\t-\t旋翼飞机\tB64C27/12 | B64C27/82\tFR\t-\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert {name: row[name] for name in ("title", "applicants", "owners", "ipc", "priorities")} == {
        "title": "旋翼飞机", "applicants": ["甲公司", "乙大学"], "owners": ["丙公司"],
        "ipc": ["B64C27/12", "B64C27/82"], "priorities": ["FR"],
    }


def test_events_standards_and_licences(taken: Taken) -> None:
    intake = taken(
        "a.tsv",
        "公开(公告)号\t申请日\t[标]当前申请(专利权)人\t法律状态/事件\tSEP信息\t许可人\t被许可人\n"
        "CN1A\t2013-01-21\t丙公司\t授权 | 权利转移\tTS 38.211 | 是\t丙公司\t丁公司 | 戊公司\n"
        "CN2A\t2013-01-21\t丙公司\t授权\t-\t-\t-\n",
    )
    first, second = intake.table("patents").to_pylist()
    assert (first["events"], first["standards"], second["standards"]) == (["授权", "权利转移"], ["TS 38.211"], None)
    (deal,) = intake.table("deals").to_pylist()
    assert {name: value for name, value in deal.items() if value} == {
        "row": 2, "mode": "许可", "numbers": ["CN1A"], "grantors": ["丙公司"], "grantees": ["丁公司", "戊公司"]}


def test_english_export(taken: Taken) -> None:
    intake = taken(
        "a.csv", "Publication Number,Application Date,[ST]Current Assignee,Title\nCN1A,2013-01-21,ACME | FOO,Kettle\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "patsnap"
    assert (row["applicants"], row["owners"], row["title"]) == (["ACME", "FOO"], ["ACME", "FOO"], "Kettle")


def test_further_columns(taken: Taken) -> None:
    intake = taken(
        "a.tsv",
        "公开（公告）号\t申请日\t授权日\t发明人\t[标]当前申请(专利权)人\t工商统一社会信用代码\t当前申请(专利权)人州/省\t"
        "当前申请(专利权)人地市\t当前申请(专利权)人区县\t简单法律状态\t法律状态/事件\t简单同族\t简单同族编号\t引用专利\t被引用专利\n"
        "CN1B\t2013-01-21\t2015-01-01\t张三 | 李四\t甲公司 | 王五\t91370900MA3C0000XX | -\t山东 | -\t"
        "泰安市 | -\t岱岳区 | -\t"
        "有效\t授权 | 权利转移\tCN1B | US2A1\t138860071\tUS5A | JP6A\t-\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("patsnap", ())
    assert (row["granted_on"], row["inventors"], row["status"]) == ("2015-01-01", ["张三", "李四"], "有效")
    assert (row["address"], row["family"]) == ("山东泰安市岱岳区", "138860071")
    assert row["family_members"] == ["CN1B", "US2A1"]
    assert sorted(intake.table("citations")["cited"].to_pylist()) == ["JP6A", "US5A"]
    (firm,) = intake.table("organisations").to_pylist()
    assert (firm["name"], firm["uscc"]) == ("甲公司", "91370900MA3C0000XX")


def test_further_columns_in_english(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "PUBLICATION NUMBER,Application Date,[ST]Current Assignee,Issue Date,Inventor,Simple Legal Status,"
        "Simple Family,Simple Family ID,Cited By Patent\nCN1B,2013-01-21,ACME | FOO,2015-01-01,A | B,Active,"
        "CN1B | US2A1,7,US9A\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (row["granted_on"], row["status"], row["family_members"], row["family"]) == (
        "2015-01-01", "Active", ["CN1B", "US2A1"], "7",
    )
    assert intake.table("citations").select(["citing", "cited"]).to_pylist() == [{"citing": "US9A", "cited": "CN1B"}]


def test_lists_may_be_parted_by_semicolons_too(taken: Taken) -> None:
    intake = taken("a.tsv", "公开(公告)号\t申请日\t[标]当前申请(专利权)人\nCN1A\t2013-01-21\t甲公司; 乙大学\n")
    assert intake.table("patents")["owners"].to_pylist() == [["甲公司", "乙大学"]]


def test_cited_by_may_be_a_count_or_a_list(taken: Taken) -> None:
    headings = "Publication Number,Application Date,[ST]Original Assignee,Cited by,Cites\n"
    intake = taken("a.csv", headings + "US1234567B2,2010-01-02,ACME,12,US7000001B2 | US7000002B2\n")
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, row["cited_by"], row["citing"]) == ("patsnap", "12", None)
    assert [(r["citing"], r["cited"]) for r in intake.table("citations").to_pylist()] == [
        ("US1234567B2", "US7000001B2"), ("US1234567B2", "US7000002B2")]
