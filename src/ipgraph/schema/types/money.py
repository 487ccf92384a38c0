"""Amounts of money as lists write them: 50万元, 3.5万, 1.2亿元, 人民币500,000元整, 50-100万元, 10万美元, 2万元/年.

Both functions take tidy text. Nothing is converted: an amount is in the currency that `currency` finds.
"""

from __future__ import annotations

from functools import reduce

import ibis
from ibis.expr.types import BooleanValue, NumericValue, StringValue

#: ISO 4217 code by the words that stand for it; asked in this order, for 元 is a part of many.
CURRENCIES = {
    "USD": r"美元|美金|USD|US\$", "EUR": "欧元|EUR|€", "GBP": "英镑|GBP|£", "JPY": "日元|日圆|JPY", "KRW": "韩元|KRW",
    "HKD": r"港元|港币|HKD|HK\$", "TWD": r"新?台币|TWD|NT\$",
    "CNY": "人民币|CNY|RMB|￥|¥", "USD?": r"\$",
}
SCALES = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}
SCALE = "(百万|千万|千|万|亿)?"
BEFORE = "(?:约|不超过|不高于|不低于|最高|最低|[<>≤≥]=?)?"
AFTER = "(?:以内|以下|以上|左右|起)?"
#: 1: a number, 2: its scale, 3: the upper end of a range, 4: the scale of that or of both. What follows a stroke or
#: 每 says what the amount is paid for, as /年 does.
NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
SHAPE = rf"^{BEFORE}{NUMBER}{SCALE}元?(?:[-~至到]{NUMBER})?{SCALE}[元圆]?整?{AFTER}(?:[/每].{{1,3}})?$"


def amount(value: StringValue) -> NumericValue:
    """The amount in units of its currency, the upper end of a range; null where the text is none. A bare number is
    taken as it is."""
    text = bare(value)
    part = {n: text.re_extract(SHAPE, n) for n in (1, 2, 3, 4)}
    number = part[3].nullif("").coalesce(part[1]).try_cast("float64")
    scale = part[4].nullif("").coalesce(part[2]).cases(*SCALES.items(), else_=1.0)
    return ibis.ifelse(text.re_search(SHAPE), number * scale, ibis.null("float64"))


def currency(value: StringValue) -> StringValue:
    """ISO 4217 code of the currency named, CNY where none is."""
    text = value.upper()
    return ibis.cases(
        *((text.re_search(words), code.removesuffix("?")) for code, words in CURRENCIES.items()), else_="CNY",
    )


def unitless(value: StringValue) -> BooleanValue:
    """True for a bare number or a range of them."""
    return value.re_search(r"^[0-9][0-9.,\s]*(?:[-~至到]\s*[0-9][0-9.,\s]*)?$")


def bare(value: StringValue) -> StringValue:
    """Without spaces, thousands' commas and the words for currencies."""
    words = reduce(lambda one, other: f"{one}|{other}", CURRENCIES.values())
    return value.upper().re_replace(r"[\s,]", "").re_replace(words, "")
