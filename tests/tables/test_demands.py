from __future__ import annotations

from datetime import date

import pytest
from tables.drafts import build_from, edge, file, ids, node, noted, pairs, refused

from ipgraph.tables import Built

DEMANDS = [
    {"number": "XQ-1", "title": "高电压隔膜", "organisation": "泰山石膏（股份）有限公司", "segments": ["隔膜"],
     "state": "待对接",
     "budget": "50万元", "published_on": "2025-03-01", "deadline": "2027年12月31日", "region": "山东省泰安市"},
    {"title": "固态电解质", "organisation": "山东大学", "segments": ["c:2", "１", "电解质"], "budget": "面议",
     "state": "洽谈中"},
    {"number": "3", "title": "回收工艺", "organisation": "泰山石膏股份有限公司", "segments": ["正极"], "budget": "50",
     "deadline": "2025年3月", "state": "春天", "region": "天边"},
    {"number": "3", "title": "正极包覆", "organisation": "山东大学", "segments": ["正极"], "chain": "储能链",
     "budget": "10万美元"},
    {"number": "XQ-9", "title": "无主需求", "segments": ["天外"], "budget": "一百万", "deadline": "2025-02-30"},
    {"title": "没有单位"}, {"organisation": "山东大学"},
    {"number": "XQ-1", "title": "另一标题", "organisation": "山东大学"},
]
CHAINS = [{"id": "c", "name": "锂电池"}, {"id": "d", "name": "储能链"}]
SEGMENTS = [
    {"id": "c:1", "chain": "c", "name": "隔膜", "number": "1"},
    {"id": "c:2", "chain": "c", "name": "电解质", "number": "2"},
    {"id": "c:3", "chain": "c", "name": "正极", "number": "3"},
    {"id": "d:3", "chain": "d", "name": "正极", "number": "4"},
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_from(tmp_path_factory.mktemp("intake"), file("需求.xlsx", demands=DEMANDS, chains=CHAINS,
                                                              segments=SEGMENTS))


def test_what_is_known_of_a_demand(built: Built) -> None:
    found = {name: value for name, value in node(built, "Demand", "XQ-1").items() if value is not None}
    assert found == {
        "id": "XQ-1", "number": "XQ-1", "title": "高电压隔膜", "region": "370900",
        "budget": 500_000.0, "currency": "CNY",
        "budget_text": "50万元", "published_on": date(2025, 3, 1), "deadline": date(2027, 12, 31), "state": "open",
        "source": ["需求.xlsx"], "as_of": date(2024, 6, 30),
    }


def test_a_demand_without_a_number_of_its_own_is_known_by_who_seeks_and_what(built: Built) -> None:
    assert ids(built, "Demand") == {"XQ-1", "XQ-9", "山东大学#固态电解质", "泰山石膏#回收工艺", "山东大学#正极包覆"}


def test_who_seeks_what(built: Built) -> None:
    assert pairs(built, "SEEKS.Enterprise.Demand") == {("泰山石膏", "XQ-1"), ("泰山石膏", "泰山石膏#回收工艺")}
    assert pairs(built, "SEEKS.Institution.Demand") == {
        ("山东大学", "山东大学#固态电解质"), ("山东大学", "山东大学#正极包覆")}


def test_a_segment_is_meant_by_id_number_or_name_and_chain(built: Built) -> None:
    assert pairs(built, "ABOUT.Demand.Segment") == {
        ("XQ-1", "c:1"), ("山东大学#固态电解质", "c:2"), ("山东大学#固态电解质", "c:1"), ("山东大学#正极包覆", "d:3")}
    assert edge(built, "ABOUT.Demand.Segment", "XQ-1", "c:1")["source"] == ["需求.xlsx"]


def test_amounts_in_another_currency_or_open_say_so(built: Built) -> None:
    found = [node(built, "Demand", id) for id in ("山东大学#正极包覆", "山东大学#固态电解质", "泰山石膏#回收工艺")]
    assert [(row["budget"], row["currency"], row["budget_text"]) for row in found] == [
        (100_000.0, "USD", "10万美元"), (None, None, "面议"), (None, None, "50")]


def test_what_is_wrong_is_told_by_row_and_field(built: Built) -> None:
    rows = built.refused.to_pylist()
    assert refused(rows) == {(7, "organisation", "missing"), (8, "title", "missing"),
                             (9, "number", "duplicate-differs")}
    assert noted(rows) == {
        (4, "segments", "ambiguous"), (4, "budget", "no-unit"), (4, "deadline", "no-day"),
        (4, "state", "unknown-value"),        (4, "region", "unknown-value"), (6, "organisation", "missing"),
        (6, "segments", "edge-to-nothing"), (6, "budget", "impossible-number"),
        (6, "deadline", "impossible-date")}
    assert [row["detail"] for row in rows if row["reason"] == "ambiguous"] == ["c:3;d:3"]

