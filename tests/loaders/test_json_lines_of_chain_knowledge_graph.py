"""The files of ChainKnowledgeGraph as it publishes them (liuhuanyong/ChainKnowledgeGraph, data/*.json)."""

from __future__ import annotations

import json
from typing import Any

from loaders.conftest import Taken

from ipgraph.sources import Intake


def lines(taken: Taken, name: str, *records: dict[str, Any]) -> Intake:
    return taken(name, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))


def test_products_of_companies(taken: Taken) -> None:
    intake = lines(taken, "company_product.json", {
        "company_code": "688268.SH", "product_name": "特种气体", "rel_weight": 0.51, "rel": "主营产品",
        "company_name": "华特气体"})
    (row,) = intake.table("makes").to_pylist()
    assert (intake.layout, row["product"], row["stock_code"], row["share"]) == (
        "company_products", "特种气体", "688268.SH", "0.51")


def test_industries_of_companies(taken: Taken) -> None:
    intake = lines(taken, "company_industry.json", {
        "company_code": "600373.SH", "industry_code": "720902", "industry_name": "大众出版", "company_name": "中文传媒",
        "rel": "所属行业"})
    assert intake.table("operates").select(["segment", "stock_code"]).to_pylist() == [
        {"segment": "sw:720902", "stock_code": "600373.SH"}]


def test_levels_of_industries(taken: Taken) -> None:
    up = {"from_code": "110100", "from_industry": "种植业", "rel": "上级行业", "to_industry": "农林牧渔",
          "to_code": "110000"}
    intake = lines(taken, "industry_industry.json", up, {**up, "rel": "上游行业"})
    assert intake.table("segments").select(["id", "parent"]).to_pylist() == [
        {"id": "sw:110100", "parent": "sw:110000"}]
    assert intake.table("refused")["reason"].to_pylist() == ["unknown-value"]


def test_products_and_their_materials(taken: Taken) -> None:
    intake = lines(taken, "product_product.json", {"from_entity": "负极", "rel": "上游材料", "to_entity": "石墨"})
    assert intake.table("product_links").select(["start", "end", "type"]).to_pylist() == [
        {"start": "石墨", "end": "负极", "type": "USED_IN"}]


def test_industries_upstream_of_an_industry(taken: Taken) -> None:
    intake = lines(taken, "industry_up.json", {"industry": "出版", "ups": {"纸": 4, "印刷": 2}})
    feeds = intake.table("feeds").select(["start", "end"]).to_pylist()
    assert (intake.layout, intake.read) == ("industry_upstream", 1)
    assert sorted(row["start"] for row in feeds) == ["sw:印刷", "sw:纸"]
