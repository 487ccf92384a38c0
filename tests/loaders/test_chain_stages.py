from __future__ import annotations

import json

from loaders.conftest import Taken

from ipgraph.sources import Intake

CHAINS = {"锂电池": {"上游": ["正极材料", "隔膜"], "中游": ["电芯"], "下游": ["储能"]},
          "光伏": {"上游": ["硅料"], "中游": ["组件"], "下游": []}}


def segments(intake: Intake) -> list[tuple[str, str]]:
    assert intake.layout == "chain_stages"
    return sorted((row["id"], row["stage"]) for row in intake.table("segments").to_pylist())


def test_chains_under_their_names(taken: Taken) -> None:
    intake = taken("a.json", json.dumps(CHAINS, ensure_ascii=False))
    assert segments(intake) == [
        ("光伏:硅料", "上游"), ("光伏:组件", "中游"), ("锂电池:储能", "下游"), ("锂电池:正极材料", "上游"),
        ("锂电池:电芯", "中游"), ("锂电池:隔膜", "上游")]


def test_one_chain_called_as_its_file_or_by_a_member(taken: Taken) -> None:
    assert segments(taken("光伏.json", json.dumps(CHAINS["光伏"]))) == [("光伏:硅料", "上游"), ("光伏:组件", "中游")]
    named = taken("a.json", json.dumps({"chain": "光伏", **CHAINS["光伏"]}))
    assert segments(named) == [("光伏:硅料", "上游"), ("光伏:组件", "中游")]


def test_a_sheet(taken: Taken) -> None:
    intake = taken("a.csv", "产业链,上游,中游,下游\n光伏,硅料、银浆,组件,\n")
    assert segments(intake) == [("光伏:硅料", "上游"), ("光伏:组件", "中游"), ("光伏:银浆", "上游")]
