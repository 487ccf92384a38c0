"""Every real file of every supplier: its layout, its rows, and what is refused already here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from loaders.conftest import REAL

from ipgraph.sources import Intake, take_in
from ipgraph.tables import Intakes, build
from ipgraph.tables.load import take_in_all

#: File, layout, rows read, rows by draft, rows refused by reason.
EXPECTED: dict[str, tuple[str, int, dict[str, int], dict[str, int]]] = {
    "classifications/xinsanyang_2024.json": ("classification", 49, {"chains": 3, "segments": 49, "rules": 78}, {}),
    "classifications/zhanlue_2021.json": ("classification", 40, {"chains": 9, "segments": 40, "rules": 303}, {}),
    "classifications/lvse.json": ("classification", 143, {"chains": 12, "segments": 143, "rules": 155}, {}),
    "classifications/ipc_titles_en.tsv.gz": ("ipc_titles", 75_830, {"classes": 75_287}, {"too-few-cells": 3}),
    "chains/tpex_value_chains.json": (
        "tpex", 1655, {"chains": 12, "segments": 131, "organisations": 973, "operates": 1655}, {}),
    "chain_knowledge_graph/company.json": ("listed_companies", 4654, {"organisations": 4654}, {}),
    "chain_knowledge_graph/industry.json": ("industries", 511, {"chains": 1, "segments": 511}, {}),
    "chain_knowledge_graph/industry_parent.tsv.gz": ("industry_parents", 480, {"segments": 480}, {}),
    "chain_knowledge_graph/industry_upstream.tsv.gz": ("industry_upstream", 5256, {"feeds": 0}, {"no-order": 5256}),
    "chain_knowledge_graph/company_industry.tsv.gz": ("company_industries", 4430, {"operates": 4430}, {}),
    "chain_knowledge_graph/company_product.tsv.gz": (
        "company_products", 53_785, {"makes": 51_716}, {"not-a-product": 1992, "absurd": 77}),
    "chain_knowledge_graph/product_product.tsv.gz": (
        "product_links", 110_153, {"product_links": 83_727},
        {"self-reference": 108, "absurd": 1802, "inverted": 16, "not-a-kind": 24_500}),
    "patents/taian_7384.xlsx": ("taian", 7384, {"patents": 7384}, {}),
    "patents/cnipa_search_szu_110.xls": ("cnipa_search", 110, {"patents": 110}, {}),
    "patents/cnipr_199.xlsx": ("cnipr", 199, {"patents": 199}, {}),
    "patents/patsnap_300.xlsx": ("patsnap", 300, {"patents": 300}, {}),
    "patents/lens_pizza_1000.csv": ("lens", 1000, {"patents": 1000}, {}),
    "patents/patentscope_pizza_10000.csv.gz": ("patentscope", 10_000, {"patents": 10_000}, {}),
    "patents/energy_recovery/focal_patents.jsonl.gz": ("google_focal", 3534, {"patents": 3534}, {}),
    "patents/energy_recovery/citation_edges.csv.gz": ("google_citations", 65_006, {"citations": 65_006}, {}),
    "patents/energy_recovery/cited_or_citing_documents.csv.gz": (
        "google_documents", 131_238, {"patents": 131_238}, {}),
    "patents/energy_recovery/cn_abstracts.jsonl.gz": ("google_abstracts", 15_133, {"patents": 15_133}, {}),
    "pools/hevc_advance.csv.gz": ("hevc_pool", 11_675, {"pools": 1, "pool_patents": 11_675}, {}),
}


@pytest.fixture(scope="module", params=EXPECTED)
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Intake]:
    """Each real file in turn, taken in once."""
    return request.param, take_in(REAL / request.param, tmp_path_factory.mktemp("spool"))


def test_a_real_file_is_taken_in(real: tuple[str, Intake]) -> None:
    name, intake = real
    refused = intake.table("refused")
    drafts = {draft: intake.table(draft).num_rows for draft in intake.drafts if draft != "refused"}
    reasons = dict(Counter(refused["reason"].to_pylist()))
    assert (intake.layout, intake.read, drafts, reasons) == EXPECTED[name]
    assert intake.unknown == ()


def test_kept_and_refused_rows_are_apart_and_no_more_than_were_read(real: tuple[str, Intake]) -> None:
    _, intake = real
    refused = intake.table("refused")["row"].to_pylist()
    kept = rows_kept(intake)
    assert len(set(refused)) == len(refused)
    assert not kept & set(refused)
    assert len(kept) <= intake.read - len(refused)


def rows_kept(intake: Intake) -> set[int]:
    return {row for draft in intake.drafts if draft != "refused" for row in intake.table(draft)["row"].to_pylist()}


def first(name: str, tmp_path: Path, draft: str = "patents") -> dict[str, object]:
    """What the first row of a file says."""
    row = take_in(REAL / name, tmp_path).table(draft).slice(0, 1).to_pylist()[0]
    return {column: value for column, value in row.items() if value not in (None, []) and column != "abstract"}


def test_first_row_of_cnipa_search(tmp_path: Path) -> None:
    assert first("patents/cnipa_search_szu_110.xls", tmp_path) == {
        "row": 2, "application_number": "CN201610895413.X", "title": "一种超声探头以及超声成像辅助诊断系统",
        "patent_type": "发明申请", "status": "实质审查的生效", "filed_on": "2016.10.13", "published_on": "2017.01.25",
        "applicants": ["深圳大学"], "inventors": ["戴明", "陈思平", "陈昕", "林浩铭"],
    }


def test_first_row_of_cnipr(tmp_path: Path) -> None:
    assert first("patents/cnipr_199.xlsx", tmp_path) == {
        "row": 2, "publication_number": "CN202644312U", "application_number": "CN201220249767.4",
        "title": "一种钢筋混凝土轨枕", "filed_on": "2012.05.31", "published_on": "2013.01.02",
        "main_class": "E01B3/32(2006.01)I", "ipc": ["E01B3/32(2006.01)I"],
        "address": "226634 江苏省南通市海安县老坝港镇海港村16组", "applicants": ["海安县建莲商品混凝土有限公司"],
        "inventors": ["顾国生"],
    }


def test_first_row_of_lens(tmp_path: Path) -> None:
    assert first("patents/lens_pizza_1000.csv", tmp_path) == {
        "row": 2, "publication_number": "US 2013/0101709 A1", "application_number": "US 201213657122 A",
        "title": "METHOD AND SYSTEM FOR ASSEMBLING A PIZZA", "patent_type": "Patent Application",
        "filed_on": "22/10/12", "published_on": "25/04/13", "cited_by": "3", "family_size": "2",
        "ipc": ["A23L1/00", "G01N5/00"], "cpc": ["A23L1/0067", "G01G19/00"], "applicants": ["PIZZA HUT INC"],
        "inventors": ["RADER JEFF"], "priorities": ["US 201161550506 P 20111024"],
    }


def test_most_names_and_titles_are_parted_where_a_form_of_company_follows_a_comma(tmp_path: Path) -> None:
    patents = take_in(REAL / "patents/energy_recovery/cited_or_citing_documents.csv.gz", tmp_path).table("patents")
    names = Counter(names[0] for names in patents["applicants"].to_pylist() if names)
    assert names["Ford Global Technologies, Llc"] > 1700
    assert names["Honda Motor Co., Ltd."] > 500
    assert "Ford Global Technologies" not in {name for name, count in names.items() if count > 200}


def test_events_and_owners_of_a_real_export_become_deals(tmp_path: Path) -> None:
    # By hand: 42 of 44 rows with 权利转移 have other owners, ten pairs of them are publication and grant under one
    # number; 许可 stands on three rows and 质押 on one, all with one owner.
    take_in_all(tmp_path, [REAL / "patents/patsnap_300.xlsx"], None, "2024-06-30", lambda *_: None)
    built = build(Intakes.open(tmp_path))
    deals = built.nodes["Deal"].to_pylist()
    assert Counter((row["mode"], row["basis"]) for row in deals) == {
        ("transfer", "event"): 32, ("licence", "event"): 3, ("pledge", "event"): 1}
    assert {row["recorded_on"] for row in deals} == {None}
    sold = "transfer:CN103904983A:?:西北工业大学→西安飞天孵化器"
    assert built.edges["CONCERNS.Deal.Patent"].num_rows == 46
    grants = built.edges["GRANTS.Institution.Deal"].to_pylist()
    assert [row["start"] for row in grants if row["end"] == sold] == ["西北工业大学"]
    owners = [row for row in built.edges["OWNS.Institution.Patent"].to_pylist() if row["end"] == "CN103904983B"]
    assert [(row["start"], row["current"], row["until"]) for row in owners] == [("西北工业大学", False, None)]
    # Of 160 numbers whose office keeps the serial for the grant, 40 are the other half of a pair.
    assert len(set(built.nodes["Patent"]["family"].to_pylist())) == 260
