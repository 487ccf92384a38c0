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


def test_english_export(taken: Taken) -> None:
    intake = taken(
        "a.csv", "Publication Number,Application Date,[ST]Current Assignee,Title\nCN1A,2013-01-21,ACME | FOO,Kettle\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "patsnap"
    assert (row["applicants"], row["owners"], row["title"]) == (["ACME", "FOO"], ["ACME", "FOO"], "Kettle")
