"""Names of organisations taken apart: region, brand, what is left of a short name, words in one spelling.

    key                     region    body                 core      plain
    深圳市比亚迪锂电池        深圳市      比亚迪锂电池           比亚迪锂电池
    *ST严牌股份              –         严牌股份              严牌
    UNIVERSITAT STUTTGART   –         –                    –         STUTTGART UNIV

Works on Arrow arrays of distinct keys (`schema.types.name`).
"""

from __future__ import annotations

from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.schema.types.region import regions

#: What an exchange puts before and behind the short name of a listed firm: *ST, 退市, class of share.
MARK = r"^(?:\*?ST|S\*?ST|SST|PT|XD|XR|DR|退市|[SNC])(?P<rest>\p{Han})"
SHARE = r"(?P<rest>\p{Han})(?:-?(?:UW|U|W)|股?[AB]股?退?|退)$"
#: Words at the end of a short name that its full name need not have.
TAIL = "(?:股份|集团|控股)$"
#: Words of names in Latin letters that suppliers shorten, in the spelling of the European Patent Office.
SHORTENED = {
    "UNIV": "UNIVERSITY UNIVERSITE UNIVERSITAET UNIVERSITAT UNIVERSIDAD UNIVERSITA UNIVERSITEIT",
    "INST": "INSTITUTE INSTITUT INSTITUTO INSTITUTES", "TECH": "TECHNOLOGY TECHNOLOGIES TECHNICAL TECHN",
    "IND": "INDUSTRY INDUSTRIES INDUSTRIAL", "MFG": "MANUFACTURING MANUFACTURE", "RES": "RESEARCH",
    "ELEC": "ELECTRIC ELECTRICAL ELECTRICS", "INT": "INTERNATIONAL", "SCI": "SCIENCE SCIENCES",
    "ENG": "ENGINEERING", "DEV": "DEVELOPMENT", "CONSTR": "CONSTRUCTION", "MACH": "MACHINERY MACHINE MACHINES",
    "PROD": "PRODUCTS PRODUCT", "CHEM": "CHEMICAL CHEMICALS", "SYS": "SYSTEM SYSTEMS", "NAT": "NATIONAL",
    "ACAD": "ACADEMY", "LAB": "LABORATORY LABORATORIES LABS",
}
#: Words that say nothing of who it is.
EMPTY = "(?: |^)(?:THE|OF|AND|FOR|ET|UND|DER|DE|LA|Y)(?: (?:THE|OF|AND|FOR|ET|UND|DER|DE|LA|Y))*(?: |$)"
#: Legal forms that suppliers leave in the middle: BOSCH GMBH ROBERT.
INNER_FORM = r"\b(?:GMBH|LTD|LIMITED|INC|CORP|CORPORATION|LLC|PLC|KABUSHIKI KAISHA)\b"
#: Chinese abbreviations of one body each.
KNOWN_SHORT = (("^中科院", "中国科学院"), ("^中国农科院", "中国农业科学院"), ("^中国林科院", "中国林业科学研究院"))


def body(keys: pa.Array) -> pa.Array:
    """The key without 中国 and the region that it begins with; the key itself where less than two characters stay."""
    rest = pc.replace_substring_regex(keys, region_pattern(), "")
    return pc.if_else(pc.less(pc.utf8_length(rest), 2), keys, rest)


def core(keys: pa.Array) -> pa.Array:
    """A short name without the marks of an exchange and without 股份, 集团, 控股 at its end."""
    bare = pc.replace_substring_regex(pc.replace_substring_regex(keys, MARK, r"\1"), SHARE, r"\1")
    rest = pc.replace_substring_regex(bare, TAIL, "")
    return pc.if_else(pc.less(pc.utf8_length(rest), 2), bare, rest)


def pattern(cores: pa.Array) -> pa.Array:
    """A LIKE pattern that fits every text with the characters of the core in this order."""
    return pc.binary_join_element_wise(pc.replace_substring_regex(cores, r"(.)", r"%\1"), "%", "")


def plain(keys: pa.Array) -> pa.Array:
    """The words of a name in one spelling and order: BOSCH ROBERT and ROBERT BOSCH, 中科院 and 中国科学院."""
    text = keys
    for short, whole in KNOWN_SHORT:
        text = pc.replace_substring_regex(text, short, whole)
    for word, spellings in SHORTENED.items():
        text = pc.replace_substring_regex(text, rf"\b(?:{'|'.join(spellings.split())})\b", word)
    text = pc.replace_substring_regex(text, INNER_FORM, " ")
    text = pc.utf8_trim_whitespace(pc.replace_substring_regex(text, EMPTY, " "))
    latin = pc.match_substring_regex(text, r"^[A-Z0-9 ]+$")
    words = [" ".join(sorted(name.split())) if plain_latin else name
             for name, plain_latin in zip(text.to_pylist(), latin.to_pylist(), strict=True)]
    return pa.array(words, pa.string())


@lru_cache(1)
def region_pattern() -> str:
    """Provinces, cities and counties at the beginning of a name, each with or without its 省, 市, 县."""
    places = [r for r in regions().values() if r.level in ("province", "city", "county")]
    short = {r.short for r in places if len(r.short) > 1 and not (r.level == "county" and r.name.endswith("区"))}
    words = sorted({*short, *(r.name for r in places)}, key=lambda word: (-len(word), word))
    return f"^(?:中国)?(?:(?:{'|'.join(words)})[省市县区]?){{0,3}}"
