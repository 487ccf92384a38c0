from __future__ import annotations

import json

from loaders.conftest import Taken


def record(stream: str, module: str, company: str, code: str | None, market: str) -> dict[str, str | None]:
    return {"industry": "半導體", "industry_id": "D000", "stream": stream, "industry_module": module,
            "company_name": company, "company_code": code, "market": market}


def test_stages_codes_and_countries(taken: Taken) -> None:
    records = [
        record("下游", "檢測設備", "甲", "1101", "本國上市公司"),
        record("中游", "檢測設備", "乙", "6246", "本國上櫃公司"),
        record("下游", "檢測設備", "康寧", None, "知名外國企業"),
        record("無上中下游", "服務", "甲", "1101", "本國上市公司"),
    ]
    intake = taken("a.json", json.dumps(records))
    assert {(row["id"], row["stage"]) for row in intake.table("segments").to_pylist()} == {
        ("tpex:D000/檢測設備", "下游"), ("tpex:D000/服務", None),
    }
    assert {(row["name"], row["stock_code"], row["country"]) for row in intake.table("organisations").to_pylist()} == {
        ("甲", "1101.TW", "TW"), ("乙", "6246.TWO", "TW"), ("康寧", None, None),
    }
    assert intake.table("operates").num_rows == 4
