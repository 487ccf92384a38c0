"""Deals, owners, families and declared standards, seen over one build."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from ibis.backends.duckdb import Backend
from tables.drafts import build_from, draft, edge, file, ids, node, noted, pairs, records, refused

from ipgraph.tables import Built
from ipgraph.tables.deals import clean_deals

A, B = "CN101000001A", "CN101000001B"
FILED = "CN201510123456"
PATENTS = [
    # Publication and grant of one application; the university sold it, the event says no more than that.
    {"publication_number": A, "applicants": ["中南大学"], "owners": ["甲电池有限公司"], "events": ["授权", "权利转移"]},
    {"publication_number": B, "applicants": ["中南大学"], "owners": ["甲电池有限公司"], "events": ["授权", "权利转移"]},
    # The same two owners in another order: no transfer, whatever the event says. A licence of theirs.
    {"publication_number": "CN101000002A", "applicants": ["甲电池有限公司", "乙材料有限公司"],
     "owners": ["乙材料有限公司", "甲电池有限公司"], "events": ["权利转移", "许可", "质押合同登记的注销"]},
    # One of two owners stayed.
    {"publication_number": "CN101000003A", "applicants": ["甲电池有限公司", "乙材料有限公司"],
     "owners": ["甲电池有限公司"], "events": ["权利转移"], "standards": ["IEC 62660-1"]},
    # Nobody names owners of today; records of transfers do. Ends with 丙, by way of 乙.
    {"publication_number": "CN101000004A", "application_number": "CN201510123456.1", "applicants": ["张三"],
     "inventors": ["张三"]},
    # The owner named on the day of the export has sold since.
    {"publication_number": "CN101000005A", "applicants": ["丙贸易有限公司"], "owners": ["丙贸易有限公司"],
     "family": "77"},
    # Families: 77 of this supplier; members; the same priorities; other priorities.
    {"publication_number": "US20200000001A1", "applicants": ["Acme Inc"], "family": "77"},
    {"publication_number": "US20200000002A1", "applicants": ["Acme Inc"], "family_members": ["EP 3 000 001", "JP9A"]},
    {"publication_number": "EP3000001A1", "applicants": ["Acme Inc"]},
    {"publication_number": "JP2020000009A", "applicants": ["Acme Inc"], "family_members": ["JP9A"]},
    {"publication_number": "DE102019000001A1", "application_number": "DE102019000001",
     "applicants": ["Acme Inc"]},
    {"publication_number": "FR3000001A1", "applicants": ["Acme Inc"], "priorities": ["DE 102019000001 20190101"]},
    {"publication_number": "FR3000002A1", "applicants": ["Acme Inc"], "family_size": "9",
     "priorities": ["DE 102019000001", "DE102019000002"]},
    {"publication_number": "FR3000003A1", "applicants": ["Acme Inc"], "priorities": ["DE"]},
]
DEALS = [
    {"mode": "专利权转让", "numbers": ["ZL201510123456.1"], "grantors": ["张三"], "grantees": ["乙材料有限公司"],
     "recorded_on": "2016.03.01"},
    {"mode": "transfer", "numbers": [FILED], "grantors": ["乙材料有限公司"], "grantees": ["丙贸易有限公司"],
     "recorded_on": "2019-05-06"},
    {"mode": "转让", "numbers": ["CN101000005A"], "grantors": ["丙贸易有限公司"], "grantees": ["丁贸易有限公司"],
     "recorded_on": "2024-07-01"},
    {"mode": "普通许可", "numbers": ["CN101000001"], "grantors": ["甲电池有限公司"], "grantees": ["丁贸易有限公司"],
     "record_number": "2021 3300 00012", "licence_type": "非独占", "amount": "12万元", "fee_mode": "提成",
     "since": "2021-01-01", "until": "2025-12-31"},
    {"mode": "许可", "numbers": ["CN999999999A"], "grantors": ["甲电池有限公司"], "grantees": ["丁贸易有限公司"],
     "record_number": "2021330000012"},
]
DECLARATIONS = [
    {"number": "EP3000001", "standard": "TS 38.211 V15.2.0", "declarant": "Acme Inc", "declared_on": "2019-02-03"},
    {"number": "EP3000001A1", "standard": "ts  38.211", "declarant": "Acme", "body": "3GPP",
     "declared_on": "2018-02-03"},
    {"number": "EP9999999", "standard": "TS 38.211"}, {"number": "a book", "standard": "X"}, {"standard": "X"},
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_from(
        tmp_path_factory.mktemp("intake"), file("a.xlsx", patents=PATENTS),
        file("d.xlsx", "2024-07-15", deals=DEALS, declarations=DECLARATIONS))


def owned(built: Built, patent: str) -> set[tuple[str, bool, date | None, date | None]]:
    """(owner, today, since, until) of every OWNS edge of a patent."""
    return {(row["start"], row["current"], row["since"], row["until"])
            for name, table in built.edges.items() if name.startswith("OWNS.")
            for row in table.to_pylist() if row["end"] == patent}


def test_an_event_makes_one_deal_of_publication_and_grant(built: Built) -> None:
    id = f"transfer:{A}:?:中南大学→甲电池"
    assert (node(built, "Deal", id)["basis"], node(built, "Deal", id)["recorded_on"]) == ("event", None)
    assert pairs(built, "CONCERNS.Deal.Patent") >= {(id, A), (id, B)}
    assert ("中南大学", id) in pairs(built, "GRANTS.Institution.Deal")
    assert ("甲电池", id) in pairs(built, "RECEIVES.Enterprise.Deal")
    for patent in (A, B):
        assert owned(built, patent) == {("甲电池", True, None, None), ("中南大学", False, None, None)}


def test_an_event_without_a_change_of_owners_is_no_transfer(built: Built) -> None:
    assert {id for id in ids(built, "Deal") if "CN101000002A" in id} == {"licence:CN101000002A:?:乙材料、甲电池→?"}
    assert {who for who, *_ in owned(built, "CN101000002A")} == {"甲电池", "乙材料"}


def test_who_stays_is_an_owner_of_today(built: Built) -> None:
    assert "transfer:CN101000003A:?:乙材料→甲电池" in ids(built, "Deal")
    assert owned(built, "CN101000003A") == {("甲电池", True, None, None), ("乙材料", False, None, None)}


def test_transfers_are_played_through_where_no_source_names_owners(built: Built) -> None:
    day, later = date(2016, 3, 1), date(2019, 5, 6)
    assert owned(built, "CN101000004A") == {
        ("张三@张三", False, None, day), ("乙材料", False, day, later), ("丙贸易", True, later, None)}


def test_a_transfer_after_the_day_of_the_source_changes_its_owners(built: Built) -> None:
    day = date(2024, 7, 1)
    assert owned(built, "CN101000005A") == {("丙贸易", False, None, day), ("丁贸易", True, day, None)}


def test_rows_of_one_record_are_one_deal(built: Built) -> None:
    found = node(built, "Deal", "2021330000012")
    wanted = {
        "mode": "licence", "licence_type": "ordinary", "amount": 120000.0, "currency": "CNY", "fee_mode": "royalty",
        "until": date(2025, 12, 31), "basis": "record"}
    assert {key: found[key] for key in wanted} == wanted
    concerned = {patent for deal, patent in pairs(built, "CONCERNS.Deal.Patent") if deal == "2021330000012"}
    assert concerned == {A, B, "CN999999999A"}
    assert node(built, "Patent", "CN999999999A")["publication_number"] == "CN999999999A"


def test_families_by_supplier_members_and_priorities(built: Built) -> None:
    family = {row["id"]: (row["family"], row["family_size"]) for row in built.nodes["Patent"].to_pylist()}
    assert family[A] == family[B] == (A, 2)
    assert family["CN101000005A"] == family["US20200000001A1"] == ("CN101000005A", 2)
    assert family["US20200000002A1"] == family["EP3000001A1"] == family["JP2020000009A"] == ("EP3000001A1", 3)
    assert family["DE102019000001A1"] == family["FR3000001A1"] == ("DE102019000001A1", 2)
    assert family["FR3000002A1"] == ("FR3000002A1", 9)
    assert family["FR3000003A1"] == ("FR3000003A1", None)


def test_declared_standards_in_one_spelling(built: Built) -> None:
    assert (node(built, "Standard", "TS 38.211")["body"], ids(built, "Standard")) == (
        "3GPP", {"TS 38.211", "IEC 62660-1"})
    declared = edge(built, "DECLARED_FOR.Patent.Standard", "EP3000001A1", "TS 38.211")
    assert (declared["declared_on"], declared["declarants"]) == (date(2018, 2, 3), ["Acme", "Acme Inc"])
    assert ("CN101000003A", "IEC 62660-1") in pairs(built, "DECLARED_FOR.Patent.Standard")
    faults: list[dict[str, Any]] = [row for row in built.refused.to_pylist() if row["source"] == "d.xlsx"]
    assert refused(faults) == {
        (4, "number", "edge-to-nothing"), (5, "number", "impossible-patent-number"), (6, "number", "missing")}


def test_rows_of_deals_are_refused_with_their_reason(con: Backend) -> None:
    whole = {"mode": "质押", "numbers": [A]}
    rows = [
        whole | {"until": "2020-01-01", "since": "2019-01-01"}, {"numbers": [A]}, whole | {"mode": "赠与"},
        {"mode": "质押"}, whole | {"numbers": ["某专利", A]}, whole | {"signed_on": "2020-02-30"},
        whole | {"until": "2018-01-01", "since": "2019-01-01"}, whole | {"fee_mode": "面议", "amount": "若干"},
        whole | {"record_number": "1"}, whole | {"record_number": "1", "mode": "许可"},
    ]
    kept, faults = clean_deals(con, draft(con, "deals", *rows))
    assert sorted(row["row"] for row in records(con, kept)) == [2, 9, 10]
    found = records(con, faults)
    assert refused(found) == {
        (3, "mode", "missing"), (4, "mode", "unknown-value"), (5, "numbers", "missing"),
        (6, "numbers", "impossible-patent-number"), (7, "signed_on", "impossible-date"), (8, "until", "absurd"),
        (11, "record_number", "duplicate-differs")}
    assert noted(found) == {(9, "fee_mode", "unknown-value"), (9, "amount", "impossible-number")}
