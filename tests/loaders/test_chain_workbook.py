from __future__ import annotations

from pathlib import Path

import pytest
from loaders.conftest import Taken

from ipgraph.errors import LayoutError
from ipgraph.sources import take_in
from ipgraph_loaders import write_template

YAML = """
chains:
- {name: 锂电池, id: "x:锂电池"}
segments:
- {name: 正极, chain: 锂电池, number: 1, stage: 上游}
- {name: 电芯, chain: "x:锂电池", stage: 中游}
- {name: 卷绕, chain: 锂电池, parent: 电芯}
feeds:
- {start: 正极, end: "x:锂电池:电芯", reason: 极片}
- {start: 正极, end: "other:1"}
rules:
- {segment: 正极, patterns: [H01M4/525*], keywords: [三元, "NCM; NCA"], weight: 0.5}
enterprises:
- {name: 甲公司, segments: [正极, 电芯], stock_code: 300750.SZ}
"""


def test_the_template_loads_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path)
    intake = take_in(path, tmp_path / "spool")
    drafts = {name: intake.table(name).num_rows for name in intake.drafts}
    assert intake.layout == "chain_workbook"
    assert intake.unknown == ()
    assert drafts == {
        "chains": 1, "segments": 4, "feeds": 2, "rules": 4, "organisations": 1, "operates": 2, "refused": 0,
    }
    segments = set(intake.table("segments")["id"].to_pylist())
    assert set(intake.table("feeds")["start"].to_pylist()) <= segments
    assert set(intake.table("rules")["segment"].to_pylist()) == segments


def test_ids_are_made_and_references_by_name_resolved(taken: Taken) -> None:
    intake = taken("a.yaml", YAML)
    segments = {row["name"]: row for row in intake.table("segments").to_pylist()}
    assert {name: row["id"] for name, row in segments.items()} == {
        "正极": "x:锂电池:1", "电芯": "x:锂电池:电芯", "卷绕": "x:锂电池:卷绕",
    }
    assert {row["chain"] for row in segments.values()} == {"x:锂电池"}
    assert segments["卷绕"]["parent"] == "x:锂电池:电芯"
    assert [(row["start"], row["end"]) for row in intake.table("feeds").to_pylist()] == [
        ("x:锂电池:1", "x:锂电池:电芯"), ("x:锂电池:1", "other:1"),
    ]


def test_rules_and_enterprises(taken: Taken) -> None:
    intake = taken("a.yaml", YAML)
    (rule,) = intake.table("rules").to_pylist()
    assert (rule["id"], rule["patterns"], rule["keywords"], rule["weight"]) == (
        "x:锂电池:1#1", ["H01M4/525*"], ["三元", "NCM; NCA"], "0.5",
    )
    operates = intake.table("operates").select(["organisation", "stock_code", "segment"]).to_pylist()
    assert [tuple(row.values()) for row in operates] == [
        ("甲公司", "300750.SZ", "x:锂电池:1"), ("甲公司", "300750.SZ", "x:锂电池:电芯"),
    ]


def test_one_of_the_tables_is_enough(taken: Taken) -> None:
    intake = taken("a.yaml", "feeds:\n- {start: a, end: b}\n")
    assert (intake.layout, intake.read, intake.table("segments").num_rows) == ("chain_workbook", 1, 0)


def test_a_table_without_its_headings_is_told(taken: Taken) -> None:
    with pytest.raises(LayoutError, match=r"chain_workbook \(lacks 接受环节\)"):
        taken("a.yaml", "feeds:\n- {start: a, to: b}\n")
