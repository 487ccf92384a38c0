"""Codes of organisations: the unified social credit code and the stock code. Both take tidy text."""

from __future__ import annotations

import ibis
from ibis.expr.types import StringValue

#: GB 32100-2015: 18 characters without I, O, S, V, Z; the last one checks the others.
USCC = "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: Exchange by the beginning of a number without one: Shanghai, Shenzhen, Beijing.
EXCHANGES = (("^[69]", "SH"), ("^[023]", "SZ"), ("^[48]", "BJ"))


def uscc(value: StringValue) -> StringValue:
    """A unified social credit code; null where it is none or its check character is wrong."""
    text = value.upper().re_replace(r"[^0-9A-Z]", "")
    return ibis.ifelse(text.re_search(USCC) & (text.right(1) == check(text)), text, ibis.null("string"))


def check(code: StringValue) -> StringValue:
    """The check character of GB 32100-2015: weights are powers of 3, modulo 31."""
    alphabet = ibis.literal(ALPHABET)
    total = sum((alphabet.find(code.substr(i, 1)) * (3**i % 31) for i in range(17)), ibis.literal(0))
    return alphabet.substr((31 - total % 31) % 31, 1)


def stock_code(value: StringValue) -> StringValue:
    """Number and exchange: 600373.SH from 600373SH, 301079.SZ from 301079, 1101.TW from 1101; null where it is none."""
    text = value.upper()
    digits, given = text.re_extract(r"^([0-9]{4,6})", 1), text.re_extract(r"^[0-9]{4,6}\.?([A-Z]{2,3})$", 1)
    exchange = ibis.cases(
        (given != "", given), (text.re_search("^[0-9]{4}$"), "TW"),
        *((text.re_search("^[0-9]{6}$") & digits.re_search(start), name) for start, name in EXCHANGES), else_="",
    )
    return ibis.ifelse(exchange != "", digits + "." + exchange, ibis.null("string"))
