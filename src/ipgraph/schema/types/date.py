"""Dates as suppliers spell them: 2013-01-21, 2013.1.2, 20170301, 21.08.2009, 25/04/13, 2013年1月2日, 2 Jan 2013."""

from __future__ import annotations

import ibis
from ibis.expr.types import BooleanValue, DateValue, StringValue

YEAR_FIRST = r"^([0-9]{4})[-./年]\s*([0-9]{1,2})[-./月]\s*([0-9]{1,2})日?(?:[T ].*)?$"
COMPACT = r"^([0-9]{4})([0-9]{2})([0-9]{2})$"
DAY_FIRST = r"^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4}|[0-9]{2})$"
#: English names of months: 2 Jan 2013, 02-JAN-2013, January 2, 2013.
DAY_NAMED = r"^([0-9]{1,2})[- ]([A-Za-z]{3})[A-Za-z]*\.?,?[- ]([0-9]{4})$"
MONTH_NAMED = r"^([A-Za-z]{3})[A-Za-z]*\.? ([0-9]{1,2}),? ([0-9]{4})$"
MONTHS = {name: f"{i:02}" for i, name in enumerate(
    ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1)}
NO_DAY = r"^(?:19|20)[0-9]{2}(?:[-./年]\s*(?:[1-9]|0[1-9]|1[0-2])?月?)?$"
#: No patent is older (Venice 1474 had no numbers; the first English series begins in 1617).
FIRST_YEAR = 1617


def date(text: StringValue, ahead: int = 1) -> DateValue:
    """A date, or null where the (tidy) text is no date that a calendar has, or lies more than the years `ahead`.
    Slashes and dots with the year last are day first, as Lens and PATENTSCOPE write them; a two-digit year is never in
    the future."""
    iso = ibis.cases(
        (text.re_search(YEAR_FIRST), join(text, YEAR_FIRST, 1, 2, 3)),
        (text.re_search(COMPACT), join(text, COMPACT, 1, 2, 3)),
        (text.re_search(DAY_FIRST), century(text.re_extract(DAY_FIRST, 3)) + "-" + join(text, DAY_FIRST, 2, 1)),
        (text.re_search(DAY_NAMED), named(text, DAY_NAMED, 3, 2, 1)),
        (text.re_search(MONTH_NAMED), named(text, MONTH_NAMED, 3, 1, 2)),
        else_=ibis.null("string"),
    )
    found = iso.try_cast("date")
    possible = (found.year() >= FIRST_YEAR) & (found.year() <= ibis.now().year() + ahead)
    return ibis.ifelse(possible, found, ibis.null("date"))


def without_day(text: StringValue) -> BooleanValue:
    """True for a year, or a year and a month: 2025年3月. Which day was meant is not known."""
    return text.re_search(NO_DAY)


def is_serial(text: StringValue) -> BooleanValue:
    """True for the number that a spreadsheet keeps instead of a day since 1927: 41236. Which day it is depends on the
    epoch of the workbook, so it is not read."""
    return text.re_search(r"^[1-6][0-9]{4}(?:\.[0-9]+)?$").fill_null(False)


def join(text: StringValue, pattern: str, *groups: int) -> StringValue:
    """Groups of the pattern with two digits each, joined by hyphens; a four-digit group stays."""
    parts = [text.re_extract(pattern, group) for group in groups]
    padded = [ibis.ifelse(part.length() < 2, "0" + part, part) for part in parts]
    return ibis.literal("-").join(padded)


def named(text: StringValue, pattern: str, year: int, month: int, day: int) -> StringValue:
    """Year, month and day of a date whose month is a word; null where the word is no month."""
    number = text.re_extract(pattern, month).upper().cases(*MONTHS.items(), else_=ibis.null("string"))
    return text.re_extract(pattern, year) + "-" + number + "-" + join(text, pattern, day)


def century(year: StringValue) -> StringValue:
    this = ibis.now().year() % 100
    twenty = ibis.ifelse(year.try_cast("int64") <= this, "20" + year, "19" + year)
    return ibis.ifelse(year.length() == 2, twenty, year)
