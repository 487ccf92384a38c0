from __future__ import annotations

import pytest
from loaders.conftest import Taken

TABLE = (
    "数字经济核心产业分类与国际专利分类参照关系表（2023）,,,\n"
    "数字经济核心产业分类代码,数字经济核心产业分类名称,国际专利分类号,关键词\n"
    "01,数字产品制造业,,\n0101,计算机制造,,\n010101,整机制造,G06F1/*;G06F15/*（不含G06F15/16）,\n"
    "010102,零部件制造,\"H05K*，H01L21/00\",键盘；鼠标\n,,B41J*,打印机\n010103,其他,见附件,\n"
)


def test_branches_parents_patterns_exclusions_and_keywords(taken: Taken) -> None:
    intake = taken("a.csv", TABLE)
    stem = "数字经济核心产业分类与国际专利分类参照关系表_2023"
    assert intake.layout == "classification_table"
    (chain,) = intake.table("chains").to_pylist()
    assert (chain["id"], chain["title"]) == (stem, "数字经济核心产业分类与国际专利分类参照关系表（2023）")
    segments = intake.table("segments").to_pylist()
    assert [(r["number"], (r["parent"] or "").removeprefix(f"{stem}:")) for r in segments] == [
        ("01", ""), ("0101", "01"), ("010101", "0101"), ("010102", "0101")]
    rules = [(r["segment"].removeprefix(f"{stem}:"), r["patterns"], r["exclusions"], r["keywords"])
             for r in intake.table("rules").to_pylist()]
    assert rules == [
        ("010101", ["G06F1*", "G06F15*"], ["G06F15/16"], []),
        ("010102", ["H05K*", "H01L21/00"], [], ["键盘", "鼠标"]),
        ("010102", ["B41J*"], [], ["打印机"]),
    ]
    assert [(r["row"], r["reason"], r["value"]) for r in intake.table("refused").to_pylist()] == [
        (8, "impossible-symbol", "见附件")]


@pytest.mark.parametrize("headings", [
    "国民经济行业代码,国民经济行业名称,IPC", "战略性新兴产业代码,战略性新兴产业名称,国际专利分类（IPC）",
    "代码,名称,IPC分类号", "技术分支编号,技术分支名称,对应IPC",
])
def test_headings_of_other_tables(taken: Taken, headings: str) -> None:
    intake = taken("a.csv", f"{headings}\n3841,锂离子电池制造,H01M10/0525、H01M4/*\n")
    assert intake.layout == "classification_table"
    assert intake.table("rules")["patterns"].to_pylist() == [["H01M10/0525", "H01M4*"]]
