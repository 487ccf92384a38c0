from __future__ import annotations

from datetime import date
from urllib.parse import quote

import pytest
from factory import CHAIN, FEEDS, SEGMENTS

from ipgraph.analysis import chain_quality, compare, gap_board, records
from ipgraph.projection import read_projection


def test_chains_are_counted(ask) -> None:
    answer = ask("/chains")
    assert answer["as_of"] == "2024-06-30"
    assert [(c["id"], c["name_en"], c["segments"], c["feeds"]) for c in answer["chains"]] == [
        (CHAIN, "Lithium battery", len(SEGMENTS), len(FEEDS))]


@pytest.mark.parametrize("id", [CHAIN, quote(CHAIN, safe=""), "锂电池", "Lithium battery"])
def test_a_chain_answers_to_id_and_name_however_it_is_escaped(ask, id: str) -> None:
    assert ask(f"/chains/{id}")["id"] == CHAIN


def test_a_map_has_every_segment_in_stage_columns(ask) -> None:
    chain = ask(f"/chains/{CHAIN}")
    assert {card["id"] for card in chain["cards"]} == {row[0] for row in SEGMENTS}
    assert [(band["key"], band["zh"]) for band in chain["bands"]] == [
        ("upstream", "上游"), ("midstream", "中游"), ("downstream", "下游")]
    x = {card["id"]: card["x"] for card in chain["cards"]}
    assert x["s1"] < x["s2"] < x["s3"] < x["s5"] < x["s6"] < x["s7"]
    assert {(f["source"], f["target"]) for f in chain["feeds"]} == set(FEEDS)
    assert [(f["source"], f["target"]) for f in chain["feeds"] if f["back"]] == [("s7", "s2")]


@pytest.mark.parametrize("region", [None, "430000", "湖南"])
def test_gaps_are_those_of_the_analysis(ask, embedded_store, region) -> None:
    params = {} if region is None else {"region": region}
    answer = ask(f"/chains/{CHAIN}/gaps", **params)
    assert answer["region"] == region
    assert answer["gaps"] == records(gap_board(read_projection(embedded_store), CHAIN, region))


def test_a_board_says_what_its_quality_rests_on(ask, embedded_store) -> None:
    answer = ask(f"/chains/{CHAIN}/gaps")
    assert answer["quality"] == chain_quality(read_projection(embedded_store), CHAIN)
    assert answer["quality"]["graded"] > 0
    assert sum(one["weight"] for one in answer["quality"]["weights"]) == pytest.approx(1)
    assert [note["code"] for note in answer["notes"]] == ["cycle"]
    assert {band["grade"] for band in ask("/segments/s1/explain")["quality"]["bands"]} == set("ABCD")


def test_an_unknown_chain_or_region_is_named(ask) -> None:
    problem = ask("/chains/不存在", 404)
    assert (problem["field"], problem["status"], problem["title"]) == ("id", 404, "not found")
    assert problem["detail"].startswith("no chain called 不存在")
    assert problem["detail_zh"].startswith("没有名为 不存在 的产业链")
    assert ask("/nowhere", 404)["detail_zh"] == "没有此地址"
    assert ask(f"/chains/{CHAIN}/gaps", 404, region="火星")["field"] == "region"


def test_what_would_move_if_a_holder_left(client) -> None:
    body = {"changes": [{"do": "remove", "what": "宁德时代"}]}
    answer = client.post("/api/v1/chains/锂电池/whatif", json=body)
    assert answer.status_code == 200
    found = {(one["segment"], one["measure"]): (one["before"], one["after"]) for one in answer.json()["moves"]}
    assert found["s5", "patents"] == (2, 0)
    board = client.get("/api/v1/chains/锂电池/gaps").json()["gaps"]
    assert next(row for row in board if row["segment"] == "s5")["patents"] == 2


def test_an_assumption_that_cannot_be_made_names_its_field(client) -> None:
    wrong = [([{"do": "remove", "what": "无此企业"}], 404), ([{"do": "sell", "what": "x"}], 422), ([], 422)]
    for changes, status in wrong:
        answer = client.post("/api/v1/chains/锂电池/whatif", json={"changes": changes})
        assert answer.status_code == status
        assert answer.json()["field"].startswith("changes")


def test_what_to_do_about_a_chain(ask) -> None:
    answer = ask("/chains/锂电池/advice", region="430000")
    board = {row["segment"]: row for row in ask("/chains/锂电池/gaps", region="430000")["gaps"]}
    filled = {one["segment"] for one in answer["actions"] if one["action_code"] == "fill"}
    assert filled == {id for id, row in board.items() if row["status_code"] != "strong"}
    assert ask("/chains/锂电池/advice", 404, region="无处")["field"] == "region"


def test_two_dates_compared_are_those_of_the_analysis(ask, embedded_store) -> None:
    answer = ask("/chains/锂电池/compare", **{"from": "2000", "to": "2024", "region": "430000"})
    found = compare(read_projection(embedded_store), CHAIN, date(2000, 12, 31), date(2024, 12, 31), "430000")
    assert found.as_record().items() <= answer.items()
    assert answer["moves"]


def test_a_comparison_that_cannot_be_made_names_its_field(ask) -> None:
    assert ask("/chains/锂电池/compare", 422, **{"from": "2000"})["field"] == "to"
    assert ask("/chains/锂电池/compare", 422, **{"from": "x", "to": "2001"})["field"] == "from"
    assert ask("/chains/锂电池/compare", 422, **{"from": "2002", "to": "2001"})["field"] == "to"
    assert ask("/chains/锂电池/compare", 404, **{"from": "2000", "to": "2001", "region": "火星"})["field"] == "region"


@pytest.mark.parametrize(("format", "start"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doc")])
def test_a_report_is_a_file_to_keep(client, format: str, start: bytes) -> None:
    answer = client.get("/api/v1/chains/锂电池/report", params={"format": format, "region": "430000", "lang": "en"})
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert f"filename=report.{format}; filename*=UTF-8''" in answer.headers["content-disposition"]


def test_a_report_that_cannot_be_made_names_its_field(ask) -> None:
    assert ask("/chains/锂电池/report", 422, format="odt")["field"] == "format"
    assert ask("/chains/锂电池/report", 404, region="火星")["field"] == "region"


def test_a_body_that_is_no_json_is_told_as_the_body(client) -> None:
    problem = client.post("/api/v1/chains/锂电池/whatif", content="{bad",
                          headers={"content-type": "application/json"}).json()
    assert (problem["status"], problem["field"], "不是 JSON" in problem["detail_zh"]) == (422, "body", True)


def test_what_the_framework_refuses_is_told_in_chinese(ask) -> None:
    assert "应为 'world' 或 'country' 之一" in ask("/chains/锂电池/gaps", 422, within="mars")["detail_zh"]
    assert ask("/chains/锂电池/compare", 422, **{"from": "2000"})["detail_zh"] == "参数 to 无法使用：必填"
