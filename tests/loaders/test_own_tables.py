from __future__ import annotations

from loaders.conftest import Taken


def test_patents_are_taken_as_they_stand(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "publication_number,title,filed_on,ipc,applicants,inventors,residence\n"
        "CN1A,电池,2020-01-02,H01M10/05;H01M4/13,甲公司; 乙大学,,CN\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "ipgraph_patents"
    assert (row["ipc"], row["applicants"], row["inventors"], row["residence"]) == (
        ["H01M10/05", "H01M4/13"], ["甲公司", "乙大学"], None, "CN",
    )


def test_a_pool_is_named_once(taken: Taken) -> None:
    rows = "P,某池,CN1A,CN,甲\nP,某池,CN2A,CN,乙\nQ,,CN3A,CN,乙\n"
    intake = taken("a.csv", "pool,pool_name,number,country,licensor\n" + rows)
    assert sorted((row["id"], row["name"]) for row in intake.table("pools").to_pylist()) == [("P", "某池"), ("Q", "Q")]
    assert intake.table("pool_patents")["number"].to_pylist() == ["CN1A", "CN2A", "CN3A"]


def test_organisations(taken: Taken) -> None:
    (row,) = taken("a.csv", "name,kind,aliases\n某大学,Institution,甲大;A Univ\n").table("organisations").to_pylist()
    assert (row["name"], row["kind"], row["aliases"]) == ("某大学", "Institution", ["甲大", "A Univ"])


def test_deals_and_declarations(taken: Taken) -> None:
    intake = taken(
        "a.csv", "方式 mode,专利号 numbers,grantors,grantees,备案号 record_number\n"
        "许可,CN1A;CN2A,甲公司,乙公司；丙公司,2021\n")
    (row,) = intake.table("deals").to_pylist()
    assert (intake.layout, row["mode"], row["numbers"], row["grantees"], row["record_number"]) == (
        "ipgraph_deals", "许可", ["CN1A", "CN2A"], ["乙公司", "丙公司"], "2021")
    intake = taken("b.csv", "number,standard,declarant\nEP1A,TS 38.211,甲公司\n")
    (row,) = intake.table("declarations").to_pylist()
    assert (intake.layout, row["number"], row["standard"], row["declarant"]) == (
        "ipgraph_declarations", "EP1A", "TS 38.211", "甲公司")


def test_lists_of_json_are_lists(taken: Taken) -> None:
    intake = taken("a.jsonl", (
        '{"publication_number": "CN1A", "title": "电池", "applicants": ["甲公司", "乙大学"], "filed_on": "2020-01-02", '
        '"ipc": [], "inventors": [{"name": "张三"}, {"name": "李四"}]}\n'
        '{"publication_number": "CN2A", "title": "电机", "applicants": "丙公司; 丁大学", "filed_on": "2020-01-02", '
        '"ipc": "[not json"}\n'))
    rows = intake.table("patents").to_pylist()
    assert [(r["applicants"], r["ipc"], r["inventors"]) for r in rows] == [
        (["甲公司", "乙大学"], None, ["张三", "李四"]), (["丙公司", "丁大学"], ["[not json"], None)]


def test_days_that_could_be_months_are_refused(taken: Taken) -> None:
    intake = taken("a.csv", "publication_number,title,applicants,filed_on,ipc\nCN1A,a,b,04/05/2013,c\n")
    assert intake.table("refused")["reason"].to_pylist() == ["unclear-date"]
