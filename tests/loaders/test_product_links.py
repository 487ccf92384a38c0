from __future__ import annotations

import pytest
from loaders.conftest import Taken

HEADINGS = "from_product\tto_product\trelation\n"


@pytest.mark.parametrize(
    ("row", "link"),
    [
        (("薄膜电容", "聚丙烯", "上游材料"), ("聚丙烯", "薄膜电容", "USED_IN")),
        (("乙烯", "聚乙烯", "下游产品"), ("乙烯", "聚乙烯", "USED_IN")),
        (("电池", "薄膜电池", "产品小类"), ("薄膜电池", "电池", "KIND_OF")),
        (("贴片电解电容", "电解液", "上游材料"), ("电解液", "贴片电解电容", "USED_IN")),
        (("防腐材料", "有机", "上游材料"), ("有机", "防腐材料", "USED_IN")),
    ],
)
def test_links_run_from_material_to_product_and_from_kind_to_wider_product(
        taken: Taken, row: tuple[str, ...], link: tuple[str, ...]) -> None:
    (kept,) = taken("a.tsv", HEADINGS + "\t".join(row) + "\n").table("product_links").to_pylist()
    assert (kept["start"], kept["end"], kept["type"]) == link


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("铝合金", "铝合金", "上游材料"), "self-reference"),
        (("蒸鱼", "瘦肉二两", "上游材料"), "absurd"),
        (("蒸鱼", "适量冰糖", "上游材料"), "absurd"),
        (("标准件", "采用碳钢线材", "上游材料"), "absurd"),
        (("生铁", "硫≤", "上游材料"), "absurd"),
        (("沥青", "沥青喷洒机", "产品小类"), "not-a-kind"),
        (("电解液", "电解电容", "上游材料"), "inverted"),
        (("离子导体薄膜", "薄膜电池", "上游材料"), "inverted"),
        (("钢索润滑剂", "起重机", "上游材料"), "inverted"),
        (("甲", "乙", "同类"), "unknown-value"),
    ],
)
def test_what_cannot_be_is_refused(taken: Taken, row: tuple[str, ...], reason: str) -> None:
    intake = taken("a.tsv", HEADINGS + "\t".join(row) + "\n")
    assert intake.table("product_links").num_rows == 0
    (refused,) = intake.table("refused").to_pylist()
    assert (refused["row"], refused["value"], refused["reason"]) == (2, f"{row[0]} → {row[1]}", reason)


def test_a_pair_claimed_both_ways_is_refused_twice(taken: Taken) -> None:
    rows = ("香膏\t香精\t上游材料", "香精\t香膏\t上游材料", "木糖\t活性炭\t上游材料", "木糖\t活性炭\t下游产品")
    intake = taken("a.tsv", HEADINGS + "\n".join(rows) + "\n")
    assert [(row["row"], row["reason"]) for row in intake.table("refused").to_pylist()] == [
        (2, "inverted"), (3, "inverted"), (4, "inverted"), (5, "inverted"),
    ]
