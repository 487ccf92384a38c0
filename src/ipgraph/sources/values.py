"""What the values of a column look like: which draft columns they could fill, and how their lists are parted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import mean

PUBLICATION = re.compile(r"[A-Z]{2}[\s-]?(?:[A-Z]{1,2})?[\d/ -]{4,16}[\s-]?[A-Z]\d?", re.IGNORECASE)
NUMBER = re.compile(r"(?:(?:PCT/)?[A-Z]{2}|ZL)?[\s-]?[A-Z]{0,2}[\d/., -]{5,20}(?:[.\s-]?[A-Z]\d?)?", re.IGNORECASE)
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
DATES = ("filed_on", "published_on", "granted_on", "listed_on")
SYMBOLS = ("ipc", "cpc", "main_class")
COUNTS = ("claims", "cited_by", "citing", "family_size", "inventor_count")


def share(values: Sequence[str], test: Callable[[str], object]) -> float:
    """Share of the values that pass; a test may also count a value in part."""
    return mean(passed if isinstance(passed := test(value), float) else float(bool(passed)) for value in values)


def fits(column: str, draft: str, values: Sequence[str]) -> float | None:
    """0 to 1: how well sample values could fill the column; None where values of any sort could."""
    if not values:
        return None
    firsts = [MEMBERS.split(value)[0].strip() for value in values]
    if draft == "citations" and column in NUMBERS:
        return share(firsts, NUMBER.fullmatch)
    if column == "publication_number":
        return share(firsts, lambda v: PUBLICATION.fullmatch(v) or 0.7 * bool(NUMBER.fullmatch(v)))
    if column == "application_number":
        return share(firsts, NUMBER.fullmatch) * (1 - share(firsts, DATE.fullmatch))
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
    if column in ("title", "title_en", "abstract", "applicants", "owners", "inventors", "name", "status", "address"):
        plain = share(firsts, lambda v: not (DATE.fullmatch(v) or SYMBOL.fullmatch(v) or COUNT.fullmatch(v)
                                             or re.fullmatch(r"[\d.,/ -]+", v) or v.startswith("http")))
        return plain if column == "abstract" or mean(map(len, firsts)) < 300 else 0.3 * plain
    return None


def separator(values: Sequence[str]) -> str | None:
    """What parts the members of lists in at least a tenth of the values, the surest first."""
    return next((mark for mark in PARTING if 10 * sum(mark in value for value in values) >= len(values) > 0), None)


def date_order(values: Sequence[str]) -> str | None:
    """dmy or mdy where some date with the year last tells, None where none does."""
    for value in values:
        found = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](?:\d{4}|\d{2})", value)
        if found and (int(found[1]) > 12 or int(found[2]) > 12):
            return "dmy" if int(found[1]) > 12 else "mdy"
    return None
