from __future__ import annotations

from loaders.conftest import Taken


def test_chain_segment_stage_and_enterprise(taken: Taken) -> None:
    intake = taken(
        "a.csv", "产业链,环节,上中下游,企业名称,统一社会信用代码\n锂电池,正极材料,上游,甲公司,91370900MA3C00001T\n"
        "锂电池,正极材料,上游,乙公司,\n锂电池,电芯,中游,乙公司,\n")
    assert (intake.layout, intake.read) == ("chain_roll", 3)
    assert intake.table("chains").select(["id", "name"]).to_pylist() == [{"id": "锂电池", "name": "锂电池"}]
    segments = sorted(intake.table("segments").to_pylist(), key=lambda row: row["id"])
    assert [(r["id"], r["chain"], r["name"], r["stage"]) for r in segments] == [
        ("锂电池:正极材料", "锂电池", "正极材料", "上游"), ("锂电池:电芯", "锂电池", "电芯", "中游")]
    assert intake.table("operates").select(["organisation", "segment"]).to_pylist() == [
        {"organisation": "甲公司", "segment": "锂电池:正极材料"}, {"organisation": "乙公司",
                                                                   "segment": "锂电池:正极材料"},
        {"organisation": "乙公司", "segment": "锂电池:电芯"}]
