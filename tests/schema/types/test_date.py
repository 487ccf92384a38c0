from __future__ import annotations

from datetime import date as Day

from schema.types.columns import cleaned

from ipgraph.schema.types.date import date, is_serial, without_day

DAYS = {
    "2013-01-21": Day(2013, 1, 21), "2013.1.2": Day(2013, 1, 2), "2013/1/2": Day(2013, 1, 2),
    "20170301": Day(2017, 3, 1), "21.08.2009": Day(2009, 8, 21), "01/02/2013": Day(2013, 2, 1),
    "2013年1月2日": Day(2013, 1, 2), "2013-01-21 00:00:00": Day(2013, 1, 21),
    "2013-01-21T10:00:00Z": Day(2013, 1, 21), "２０１３－０１－２１": Day(2013, 1, 21), "2012-02-29": Day(2012, 2, 29),
    "Jan 2, 2013": Day(2013, 1, 2), "02-FEB-2013": Day(2013, 2, 2), "2 March 2013": Day(2013, 3, 2),
    "Sept. 2, 2013": Day(2013, 9, 2),
}
IMPOSSIBLE = ("2013-02-30", "2011-02-29", "2013-13-01", "2013-00-10", "00000000", "20171301", "1500-01-01",
              "2999-01-01", "31/04/2013", "2013", "2013年1月", "45000", "Jam 2, 2013", "", "-")


def test_the_spellings_of_suppliers() -> None:
    assert dict(zip(DAYS, cleaned(date, list(DAYS)), strict=True)) == DAYS


def test_days_that_no_calendar_has() -> None:
    assert cleaned(date, IMPOSSIBLE) == [None] * len(IMPOSSIBLE)


def test_a_two_digit_year_is_never_in_the_future() -> None:
    soon = (Day.today().year + 1) % 100
    found = cleaned(date, ["25/04/13", "25/04/99", f"25/04/{soon:02}", f"25/04/{Day.today().year % 100:02}"])
    assert found == [Day(2013, 4, 25), Day(1999, 4, 25), Day(1900 + soon, 4, 25), Day(Day.today().year, 4, 25)]


def test_terms_may_lie_far_ahead() -> None:
    far = Day(Day.today().year + 9, 12, 31)
    assert cleaned(date, [str(far)]) == [None]
    assert cleaned(lambda text: date(text, ahead=10), [str(far)]) == [far]


def test_a_month_is_no_day() -> None:
    months = ["2025年3月", "2025-03", "2025.3", "2025年", "2025", "２０２５／０３"]
    assert cleaned(without_day, months) == [True] * len(months)
    assert cleaned(without_day, ["2025-03-01", "202503", "2025-13", "25年3月", "春天"]) == [False] * 5


def test_the_numbers_that_spreadsheets_keep_for_days() -> None:
    assert cleaned(is_serial, ["41236", "41236.5", "20130121", "1236", "2013-01-21", "-"]) == [
        True, True, False, False, False, False]
