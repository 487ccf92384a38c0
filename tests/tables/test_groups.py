from pathlib import Path

import pytest
from tables.drafts import build_from, file

from ipgraph.schema.types.text import clean_one
from ipgraph.tables.groups import fraction

ROWS = [
    {"organisation": "甲电池有限公司", "parent": "甲集团有限公司", "share": "60%", "since": "2020-01-01"},
    {"organisation": "甲集团有限公司", "parent": "国资控股有限公司"},
    {"organisation": "国资控股有限公司", "parent": "国资控股（有限）公司"},
    {"organisation": "乙一有限公司", "parent": "乙二有限公司"},
    {"organisation": "乙二有限公司", "parent": "乙三有限公司"},
    {"organisation": "乙三有限公司", "parent": "乙一有限公司"},
    {"organisation": "乙四有限公司", "parent": "乙一有限公司", "share": "1", "since": "2020年"},
    {"organisation": "丙科技有限公司", "controller": "欧阳建国"},
    {"organisation": "丙研究院", "controller": "丙科技有限公司"},
]


def test_parents_shares_and_refusals(tmp_path: Path) -> None:
    built = build_from(tmp_path, file(subsidiaries=ROWS, organisations=[{"name": row["organisation"]} for row in ROWS]))
    edges = {(row["start"], row["end"]): row for label in ("Enterprise", "Institution")
             for row in built.edges[f"SUBSIDIARY_OF.{label}.Enterprise"].to_pylist()}
    assert set(edges) == {("甲电池", "甲集团"), ("甲集团", "国资控股"), ("乙四", "乙一"), ("丙研究院", "丙科技")}
    assert (edges["甲电池", "甲集团"]["share"], str(edges["甲电池", "甲集团"]["since"])) == (0.6, "2020-01-01")
    refused = {(row["row"], row["field"], row["reason"]) for row in built.refused.to_pylist()}
    assert refused == {(4, "parent", "self-reference"), *((n, "parent", "own-parent") for n in (5, 6, 7)),
                       (8, "share", "impossible-number"), (8, "since", "no-day")}
    assert all(row["row_kept"] for row in built.refused.to_pylist())


@pytest.mark.parametrize(("text", "share"), [
    ("51%", 0.51), ("51.2 %", 0.512), ("51", 0.51), ("0.51", 0.51), ("1", None), ("1%", 0.01), ("100", 1.0),
    ("0", None), ("120%", None), ("控股", None), ("-5", None),
])
def test_shares(text: str, share: float | None) -> None:
    assert clean_one(fraction, text) == (pytest.approx(share) if share is not None else None)
