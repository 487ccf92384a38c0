from __future__ import annotations

import json
from typing import Any

import pytest
from loaders.conftest import Taken

from ipgraph_loaders.classification import parent, short_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("“新三样”相关技术专利分类体系（2024）国知办发规字〔2024〕28号", "xinsanyang_2024"),
        ("战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）", "zhanlue_2021"),
        ("绿色技术专利分类体系（主表）", "lvse"),
        ("机器人产业链（2023）", "机器人产业链_2023"),
    ],
)
def test_short_name(title: str, name: str) -> None:
    assert short_name(title) == name


def test_a_branch_hangs_under_the_nearest_listed_one() -> None:
    numbers = {"1.2", "1.2.1.1", "1.2.1.1.3", "11"}
    found = [parent(number, numbers) for number in ("1.2.1.1.3", "1.2.1.1", "1.2", "11.1")]
    assert found == ["1.2.1.1", "1.2", None, "11"]


def document(**rule: Any) -> str:
    rules = [{"ipc_patterns": ["H01M10*"], **rule}]
    branch = {"branch_no": "3.1", "branch_name": "储能", "top_no": "3", "rules": rules}
    return json.dumps({"title": "绿色技术专利分类体系", "top_level_names": {"3": "储能大类"}, "branches": [branch]})


def test_chain_and_segment_take_their_names_from_the_document(taken: Taken) -> None:
    intake = taken("any_name.json", document())
    (chain,) = intake.table("chains").to_pylist()
    (segment,) = intake.table("segments").to_pylist()
    assert (chain["id"], chain["name"], chain["title"]) == ("lvse:储能大类", "储能大类", "绿色技术专利分类体系")
    assert (segment["id"], segment["chain"]) == ("lvse:3.1", chain["id"])
    assert (segment["number"], segment["parent"]) == ("3.1", None)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"keywords": ["电池"]}, {"keywords": ["电池"], "keyword_exclusions": []}),
        ({"keyword_exclusions": ["燃料"]}, {"keyword_exclusions": ["燃料"]}),
        ({"keyword_descriptor": "储能电池；超级电容"}, {"keywords": ["储能电池", "超级电容"]}),
        ({"keyword_descriptor": ""}, {"keywords": []}),
        ({"coverage": "全部涉及"}, {"weight": "1"}),
        ({"coverage": "部分涉及"}, {"weight": "0.5"}),
        ({"ipc_exclusions": ["H01M10/06"]}, {"exclusions": ["H01M10/06"], "weight": None}),
    ],
)
def test_rules_of_all_three_shapes(taken: Taken, rule: dict[str, Any], expected: dict[str, Any]) -> None:
    (row,) = taken("a.json", document(**rule)).table("rules").to_pylist()
    assert (row["id"], row["segment"], row["patterns"]) == ("lvse:3.1#1", "lvse:3.1", ["H01M10*"])
    assert {name: row[name] for name in expected} == expected


def test_chains_that_each_count_from_one(taken: Taken) -> None:
    told = (("芯片", "1.1", "光刻机", "G03F*"), ("芯片", "1.1.1", "EUV光刻机", "H05G2*"),
            ("芯片", "1.1", "光刻机", "H05K3*"), ("量子", "1.1", "量子通信", "H04B10*"))
    branches = [{"branch_no": no, "branch_name": name, "chain": chain, "rules": [{"ipc_patterns": [ipc]}]}
                for chain, no, name, ipc in told]
    intake = taken("a.json", json.dumps({"title": "关键数字技术专利分类体系（2023）", "branches": branches}))
    segments = {row["id"]: (row["name"], row["parent"]) for row in intake.table("segments").to_pylist()}
    assert segments == {
        "shuzi_2023:芯片:1.1": ("光刻机", None), "shuzi_2023:芯片:1.1.1": ("EUV光刻机", "shuzi_2023:芯片:1.1"),
        "shuzi_2023:量子:1.1": ("量子通信", None)}
    assert [row["id"] for row in intake.table("rules").to_pylist()] == [
        "shuzi_2023:芯片:1.1#1", "shuzi_2023:芯片:1.1.1#1", "shuzi_2023:芯片:1.1#2", "shuzi_2023:量子:1.1#1"]
