from __future__ import annotations

from loaders.conftest import Taken


def test_bookkeeping_lines_and_impossible_shares_are_refused(taken: Taken) -> None:
    lines = [
        "688268SH\t特种气体\t0.510725", "600165SH\t贸易业务\t3.198109", "000056SZ\t房地产销售\t-0.0159",
        "601916SH\t平衡项目\t-1.30708", "688196SH\t分部间抵销\t0.1", "1SZ\t其他(补充)\t0.1", "1SZ\t针剂合计\t0.1",
        "2SZ\t平衡原纸\t1", "2SZ\t营养补充剂\t0", "2SZ\t化工分部\t0.2",
    ]
    intake = taken("a.tsv", "company_code\tproduct\trevenue_weight\n" + "\n".join(lines) + "\n")
    assert intake.table("makes").select(["stock_code", "product", "share"]).to_pylist() == [
        {"stock_code": "688268SH", "product": "特种气体", "share": "0.510725"},
        {"stock_code": "2SZ", "product": "平衡原纸", "share": "1"},
        {"stock_code": "2SZ", "product": "营养补充剂", "share": "0"},
        {"stock_code": "2SZ", "product": "化工分部", "share": "0.2"},
    ]
    assert [(row["row"], row["reason"]) for row in intake.table("refused").to_pylist()] == [
        (3, "absurd"), (4, "absurd"), (5, "not-a-product"), (6, "not-a-product"), (7, "not-a-product"),
        (8, "not-a-product"),
    ]
