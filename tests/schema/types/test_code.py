from __future__ import annotations

import pytest
from schema.types.columns import cleaned

from ipgraph.schema.types import code

#: Codes as companies publish them.
USCC = {
    "91440300708461136T": "91440300708461136T", "9144 0300 7084 6113 6t": "91440300708461136T",
    "９１３５０９００５８７５２７７８３Ｐ": "91350900587527783P",
    "91440300708461136X": None, "91440300708461163T": None, "9144030070846113": None, "": None, "无": None,
}
STOCK = {
    "600373": "600373.SH", "600373.SH": "600373.SH", "600373SH": "600373.SH", "300750": "300750.SZ",
    "002594.sz": "002594.SZ", "430047": "430047.BJ", "1101": "1101.TW", "3303.TWO": "3303.TWO", "00700.HK": "00700.HK",
    "12345": None, "100001": None, "abc": None, "": None,
}


@pytest.mark.parametrize(("function", "expected"), [(code.uscc, USCC), (code.stock_code, STOCK)])
def test_one_spelling(function, expected: dict[str, str | None]) -> None:
    assert dict(zip(expected, cleaned(function, list(expected)), strict=True)) == expected
