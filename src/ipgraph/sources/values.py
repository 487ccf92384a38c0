"""What the values of a column look like: which draft columns they could fill, and how their lists are parted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import mean

PUBLICATION = re.compile(r"[A-Z]{2}[\s-]?(?:[A-Z]{1,2})?[\d/ -]{4,16}[\s-]?[A-Z]\d?", re.IGNORECASE)
NUMBER = re.compile(r"(?:(?:PCT/)?[A-Z]{2}|ZL)?[\s-]?[A-Z]{0,2}[\d/., -]{5,20}(?:[.\s-]?[A-Z]\d?)?", re.IGNORECASE)
#: An application of the CNIPA, which is no publication.
APPLIED = re.compile(r"(?:ZL|CN)?\s*(?:\d{8}|(?:19|20)\d{10})\s*(?:\.?[\dX])?", re.IGNORECASE)
#: How a number begins that says its office.
OFFICE = re.compile(r"[A-Z]{2}|PCT|[特実意][開表許願公登]第?", re.IGNORECASE)
DATE = re.compile(
    r"\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?(?:[ T].*)?|(?:19|20)\d{6}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})"
)
SYMBOL = re.compile(r"[A-HY]\d{2}[A-Z]\s*-?\d{1,4}\s*(?:/\s*\d{2,6}|\d{2,6})?.*", re.IGNORECASE)
COUNT = re.compile(r"\d{1,5}(?:\.0)?")
CODE = re.compile(r"[0-9A-Z]{18}")
COUNTRY = re.compile(r"[A-Z]{2}")
STOCK = re.compile(r"\d{6}(?:\.(?:SH|SZ|BJ))?", re.IGNORECASE)
MEMBERS = re.compile(r"\s*(?:;;|[;；|\n])\s*")
#: Separators, the surest first; a comma counts only where nothing else parts the values, for names hold commas.
PARTING = (";;", "|", ";", "；", "\n", "、", ",", "，")

NUMBERS = ("publication_number", "citing", "cited")
DATES = ("filed_on", "published_on", "granted_on", "listed_on", "signed_on", "recorded_on", "since", "until",
         "deadline")
SYMBOLS = ("ipc", "cpc", "main_class")
COUNTS = ("claims", "cited_by", "citing", "family_size", "inventor_count")
OTHERS = (DATE, SYMBOL, COUNT, re.compile(r"[\d.,/ -]+"))
#: Columns of words: no dates, symbols, counts, codes or addresses of pages.
WORDS = ("title", "title_en", "abstract", "applicants", "owners", "inventors", "name", "status", "address", "mode",
         "grantors", "grantees", "organisation", "text")


def bare(number: str) -> str:
    """A number without the words that the JPO puts before it."""
    return OFFICE.sub("JP", number).removesuffix("号") if not number.isascii() else number


def publication(number: str) -> bool | float:
    """True for a number with its kind, in part for one without; an application of the CNIPA is none."""
    if APPLIED.fullmatch(number) or not OFFICE.match(number):
        return False
    return bool(PUBLICATION.fullmatch(number)) or 0.7 * bool(NUMBER.fullmatch(bare(number)))


def share(values: Sequence[str], test: Callable[[str], object]) -> float:
    """Share of the values that pass; a test may also count a value in part."""
    return mean(passed if isinstance(passed := test(value), float) else float(bool(passed)) for value in values)


def fits(column: str, draft: str, values: Sequence[str]) -> float | None:
    """0 to 1: how well sample values could fill the column; None where values of any sort could."""
    if not values:
        return None
    firsts = [MEMBERS.split(value)[0].strip() for value in values]
    if (draft == "citations" and column in NUMBERS) or column == "numbers":
        return share(firsts, NUMBER.fullmatch)
    if column == "publication_number":
        return share(firsts, publication)
    if column == "application_number":
        known = share(firsts, lambda v: APPLIED.fullmatch(v) or (OFFICE.match(v) and NUMBER.fullmatch(bare(v))))
        return known * (1 - share(firsts, DATE.fullmatch))
    if column in DATES:
        return share(firsts, DATE.fullmatch)
    if column in SYMBOLS:
        return share(firsts, SYMBOL.fullmatch)
    if column in COUNTS and draft == "patents":
        return share(values, COUNT.fullmatch)
    if column == "uscc":
        return share(firsts, CODE.fullmatch)
    if column == "stock_code":
        return share(firsts, STOCK.fullmatch)
    if column in ("residence", "country"):
        return share(firsts, lambda v: COUNTRY.fullmatch(v) or (len(v) < 20 and not re.search(r"\d", v)))
    if column in ("family_members", "priorities"):
        return share(firsts, lambda v: NUMBER.match(v) or PUBLICATION.match(v) or COUNTRY.fullmatch(v))
    if column in WORDS:
        plain = share(firsts, lambda v: not any(sort.fullmatch(v) for sort in OTHERS) and not v.startswith("http")
                      and (column == "status" or not COUNTRY.fullmatch(v)))
        return plain if column == "abstract" or mean(map(len, firsts)) < 300 else 0.3 * plain
    return None


def separator(values: Sequence[str]) -> str | None:
    """What parts the members of lists in at least a tenth of the values, the surest first."""
    return next((mark for mark in PARTING if 10 * sum(mark in value for value in values) >= len(values) > 0), None)


def date_orders(values: Sequence[str]) -> set[str]:
    """dmy, mdy or both: what the dates with the year last tell of their order; empty where none tells."""
    found = [re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./]\d{4}", value) for value in values]
    return {order for match in found if match
            for order, place in (("dmy", 1), ("mdy", 2)) if int(match[place]) > 12}


def year_last(values: Sequence[str]) -> bool:
    """True where some date has its year last, or two digits of it."""
    return any(re.fullmatch(r"\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})", value) for value in values)
