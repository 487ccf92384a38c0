from __future__ import annotations

from schema.types.columns import cleaned

from ipgraph.schema.types import money

#: Amounts as lists write them, and what a person reads in them.
AMOUNTS = {
    "50万元": (500_000.0, "CNY"), "3.5万": (35_000.0, "CNY"), "1.2亿元": (120_000_000.0, "CNY"),
    "5000": (5000.0, "CNY"),
    "５０万元": (500_000.0, "CNY"), "人民币 500,000 元整": (500_000.0, "CNY"), "￥3，000": (3000.0, "CNY"),
    "10万美元": (100_000.0, "USD"), "USD 100,000": (100_000.0, "USD"), "$20": (20.0, "USD"), "100万日元": (1e6, "JPY"),
    "30万新台币": (300_000.0, "TWD"), "HK$ 50": (50.0, "HKD"), "50-100万元": (1e6, "CNY"),
    "50万～100万元": (1e6, "CNY"),
    "50万元-80万元": (800_000.0, "CNY"),
    "约200万元": (2e6, "CNY"), "不超过 30 万": (300_000.0, "CNY"), "100万以内": (1e6, "CNY"),
    "2万元/年": (20_000.0, "CNY"),
    "3百万元": (3e6, "CNY"), "2千万": (2e7, "CNY"), "0": (0.0, "CNY"), "0元": (0.0, "CNY"),
}
NONE = ("面议", "销售额的3%", "五十万元", "-5万元", "50万元+提成", "万元", "12.5.1万", "2025-01-31", "")


def test_amounts_and_their_currencies() -> None:
    found = zip(cleaned(money.amount, list(AMOUNTS)), cleaned(money.currency, list(AMOUNTS)), strict=True)
    assert dict(zip(AMOUNTS, found, strict=True)) == AMOUNTS


def test_what_is_no_amount() -> None:
    assert dict(zip(NONE, cleaned(money.amount, list(NONE)), strict=True)) == dict.fromkeys(NONE)


def test_numbers_without_a_unit() -> None:
    given = ["50", "50-100", "1,000", "50万", "50元", "$50"]
    assert cleaned(money.unitless, given) == [True, True, True, False, False, False]
