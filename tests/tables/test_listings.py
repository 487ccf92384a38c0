"""Patents on offer and what is thought of them: one build of both lists beside an export."""

from __future__ import annotations

from datetime import date

import pytest
from tables.drafts import build_from, file, ids, node, noted, pairs, refused

from ipgraph.tables import Built

#: The application whose check digit is 2, and its grant as an export has it.
APPLIED, GRANT = "ZL201020670100.2", "CN201234567U"
PATENTS = [{"publication_number": GRANT, "application_number": "CN201020670100.2", "title": "绕线机",
            "applicants": ["山东大学"]}]
LISTINGS = [
    {"mode": "open_licence", "number": "KF-1", "numbers": [APPLIED], "holders": ["山东大学"], "fee": "2万元/年",
     "fee_mode": "分期支付", "grade": "A", "since": "2024-01-01", "until": "2030-12-31"},
    {"mode": "convertible", "numbers": ["CN112345678A", APPLIED], "holders": ["泰山石膏（股份）有限公司", "张三"],
     "fee": "销售额的3%提成", "since": "2024年5月"},
    {"mode": "convertible", "number": "2", "numbers": ["CN112345679A"], "fee": "30", "since": "2024-05-01",
     "until": "2023-05-01"},
    {"mode": "convertible", "numbers": ["ZL201020670100.3"]}, {"mode": "赠送", "numbers": ["CN112345678A"]},
    {"mode": "convertible"},
]
EVALUATIONS = [
    {"side": "高校院所自评", "numbers": [APPLIED], "giver": "山东大学", "score": "90分", "scale": "100", "grade": "高",
     "evaluated_on": "2024-03-01", "conclusion": "可以产业化"},
    {"side": "企业评价", "numbers": [GRANT], "giver": "泰山石膏股份有限公司", "score": "4.5/5", "number": "PJ-7"},
    {"side": "企业评价", "numbers": [GRANT], "score": "120", "scale": "100"},
    {"side": "专家", "numbers": [GRANT], "giver": "山东大学"},
    {"side": "企业评价", "numbers": ["不详"], "giver": "山东大学", "score": "优"},
    {"side": "enterprise", "numbers": ["CN112345680A"], "giver": "甲公司", "score": "优", "scale": "五分制"},
]
BANK = "convertible:CN112345678A@张三、泰山石膏"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_from(
        tmp_path_factory.mktemp("intake"), file("专利.csv", patents=PATENTS), file("入库.xlsx", listings=LISTINGS),
        file("评价.xlsx", evaluations=EVALUATIONS))


def test_what_is_known_of_a_listing(built: Built) -> None:
    found = {name: value for name, value in node(built, "Listing", "KF-1").items() if value is not None}
    assert found == {
        "id": "KF-1", "number": "KF-1", "mode": "open_licence", "fee": 20_000.0, "currency": "CNY",
        "fee_text": "2万元/年", "fee_mode": "instalments", "grade": "A", "since": date(2024, 1, 1),
        "until": date(2030, 12, 31), "source": ["入库.xlsx"], "as_of": date(2024, 6, 30)}
    bank = node(built, "Listing", BANK)
    assert (bank["fee"], bank["fee_mode"], bank["fee_text"], bank["since"]) == (None, "royalty", "销售额的3%提成", None)


def test_what_is_listed_is_the_patent_of_the_export_or_a_new_one(built: Built) -> None:
    assert ids(built, "Listing") == {"KF-1", BANK, "convertible:CN112345679A@?"}
    assert pairs(built, "LISTS.Listing.Patent") == {
        ("KF-1", GRANT), (BANK, GRANT), (BANK, "CN112345678A"), ("convertible:CN112345679A@?", "CN112345679A")}
    assert ids(built, "Patent") == {GRANT, "CN112345678A", "CN112345679A", "CN112345680A"}


def test_who_offers(built: Built) -> None:
    assert pairs(built, "OFFERS.Institution.Listing") == {("山东大学", "KF-1")}
    assert pairs(built, "OFFERS.Enterprise.Listing") == {("泰山石膏", BANK)}
    found = {(person.partition("@")[0], listing) for person, listing in pairs(built, "OFFERS.Person.Listing")}
    assert found == {("张三", BANK)}


def test_who_offers_owns_where_nobody_else_is_named(built: Built) -> None:
    assert pairs(built, "OWNS.Enterprise.Patent") == {("泰山石膏", "CN112345678A")}


def test_evaluations_and_who_gave_them(built: Built) -> None:
    owner = f"{GRANT}#owner#山东大学#2024-03-01"
    assert ids(built, "Evaluation") == {owner, "PJ-7", f"{GRANT}#enterprise#?#?", "CN112345680A#enterprise#甲公司#?"}
    scores = {id: (node(built, "Evaluation", id)["score"], node(built, "Evaluation", id)["scale"])
              for id in ids(built, "Evaluation")}
    assert scores == {owner: (90.0, 100.0), "PJ-7": (4.5, 5.0), f"{GRANT}#enterprise#?#?": (None, 100.0),
                      "CN112345680A#enterprise#甲公司#?": (None, None)}
    assert node(built, "Evaluation", owner)["conclusion"] == "可以产业化"
    assert pairs(built, "EVALUATES.Evaluation.Patent") >= {(owner, GRANT), ("PJ-7", GRANT)}
    assert pairs(built, "GIVEN_BY.Evaluation.Institution") == {(owner, "山东大学")}
    assert pairs(built, "GIVEN_BY.Evaluation.Enterprise") == {
        ("PJ-7", "泰山石膏"), ("CN112345680A#enterprise#甲公司#?", "甲公司")}


def test_what_is_wrong_is_told(built: Built) -> None:
    rows = [row for row in built.refused.to_pylist() if row["source"] == "入库.xlsx"]
    assert refused(rows) == {
        (5, "numbers", "impossible-patent-number"), (6, "mode", "unknown-value"), (7, "numbers", "missing")}
    assert noted(rows) == {(3, "since", "no-day"), (4, "fee", "no-unit"), (4, "until", "absurd")}
    rows = [row for row in built.refused.to_pylist() if row["source"] == "评价.xlsx"]
    assert refused(rows) == {(5, "side", "unknown-value"), (6, "numbers", "impossible-patent-number")}
    assert noted(rows) == {
        (4, "giver", "missing"), (4, "score", "absurd"), (6, "score", "impossible-number"),
        (7, "score", "impossible-number"), (7, "scale", "impossible-number")}
