from __future__ import annotations

import pytest
from schema.types.columns import cleaned

from ipgraph.schema.types import symbol

SYMBOLS = {
    "H01M10/0525": "H01M10/0525", "H01M 10/0525 (2010.01)I": "H01M10/0525", "H01M10/0525(2010.01)I": "H01M10/0525",
    "Ｈ０１Ｍ１０／０５２５（２０１０．０１）Ｉ": "H01M10/0525", "h01m10/0525": "H01M10/0525",
    "H01M0010052500": "H01M10/0525", "H01M0010000000": "H01M10/00", "H01M004/580": "H01M4/58",
    "B60L 11/18 20060101": "B60L11/18", "B60L11/18 20060101AFI20051220RMJP": "B60L11/18",
    "Int.Cl.7: H01M4/58": "H01M4/58", "Y02E 60/10": "Y02E60/10",
    "H01M10": "H01M10/00", "H01M": "H01M", "H01": "H01", "H": "H",
    "09-03": "LOC09-03", "LOC(12)Cl.09-03": "LOC09-03", "09-03-B0123": "LOC09-03",
    "Z01": None, "I01M10/00": None, "H01M10/5": None, "": None, "电池": None,
}
PATTERNS = {
    "H01M*": "H01M", "H01M10*": "H01M10/", "H01M10/00*": "H01M10/", "H01M10/05*": "H01M10/05", "H*": "H", "H01*": "H01",
    "H01M10": "=H01M10/00", "H01M10/0525": "=H01M10/0525", "H": "=H", "h01m 10/ 05*": "H01M10/05",
    "*": None, "": None, "B60L50/50-B60L50/90": None, "电池*": None,
}


@pytest.mark.parametrize(("function", "expected"), [(symbol.symbol, SYMBOLS), (symbol.pattern_key, PATTERNS)])
def test_one_spelling(function, expected: dict[str, str | None]) -> None:
    assert dict(zip(expected, cleaned(function, list(expected)), strict=True)) == expected


@pytest.mark.parametrize(("pattern", "meets", "misses"), [
    ("H01M*", ["H01M10/0525", "H01M10/00", "H01M"], ["H01L21/00", "H01"]),
    ("H01M10*", ["H01M10/0525", "H01M10/00"], ["H01M100/00", "H01M4/58", "H01M"]),
    ("H01M10/05*", ["H01M10/05", "H01M10/0525"], ["H01M10/00", "H01M10/06"]),
    ("H01M10/0525", ["H01M10/0525"], ["H01M10/052", "H01M10/00", "H01M10/05251"]),
    ("H01M10", ["H01M10/00"], ["H01M10/0525"]),
    ("H*", ["H01M10/0525", "H"], ["G01R31/00"]),
])
def test_a_symbol_has_the_keys_of_the_patterns_it_meets(pattern: str, meets: list[str], misses: list[str]) -> None:
    [key] = cleaned(symbol.pattern_key, [pattern])
    assert all(key in keys for keys in cleaned(symbol.keys, meets))
    assert not any(key in keys for keys in cleaned(symbol.keys, misses))


def test_what_is_above_and_which_level() -> None:
    found = ["H01M10/0525", "H01M10/00", "H01M", "H01", "H", "LOC09-03"]
    assert cleaned(symbol.above, found) == ["H01M10/00", "H01M", "H01", "H", None, None]
    assert cleaned(symbol.level, found) == ["subgroup", "group", "subclass", "class", "section", "subclass"]


def test_locarno_is_a_scheme_of_its_own() -> None:
    assert cleaned(lambda column: symbol.scheme(column, "IPC"), ["LOC09-03", "H01M"]) == ["LOC", "IPC"]
