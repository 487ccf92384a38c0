from __future__ import annotations

import re

import pytest
from schema.types.columns import cleaned

from ipgraph.schema.types import number

PUBLICATIONS = {
    "CN112345678A": "CN112345678A", "cn 112345678 a": "CN112345678A", "ＣＮ１１２３４５６７８Ａ": "CN112345678A",
    "CN1234567C": "CN1234567C", "CN85100001A": "CN85100001A", "CN2123456Y": "CN2123456Y", "CN30612345S": "CN30612345S",
    "US20130101709A1": "US20130101709A1", "US 2013/0101709 A1": "US20130101709A1", "US2013101709A1": "US20130101709A1",
    "US 8,123,456 B2": "US8123456B2", "USRE45678E1": "USRE45678E1", "US D912,345 S": "USD912345S",
    "EP 1 820 402 A1": "EP1820402A1", "EP820402A1": "EP0820402A1", "FR-EP2452494": "EP2452494",
    "DE-EP 2452494 B1": "EP2452494B1",
    "WO2002014184A1": "WO2002014184A1", "WO 02/14184 A1": "WO2002014184A1", "WO2002/014184": "WO2002014184",
    "WO9812345A1": "WO1998012345A1", "WO 2019/123456 A1": "WO2019123456A1",
    "JP 2014-218952 A": "JP2014218952A", "JPH10123456A": "JPH10123456A", "JPWO2012090123A1": "JPWO2012090123A1",
    "JP特開2014-218952": "JP2014218952", "IN4297DELNP2015A": "IN4297DELNP2015A", "TR2016GE450880": "TR2016GE450880",
    "IT102018000001234A1": "IT102018000001234A1", "KR 10-2012-0012345 A": "KR1020120012345A",
    "KR101234567B1": "KR101234567B1",
    "特開2014-218952": "JP2014218952", "特許第6789012号": "JP6789012",
    # Applications of the CNIPA are no publications.
    "ZL201020670100.2": None, "CN201020670100.2": None, "CN201020670100": None, "CN201610895413.X": None,
    "-": None, "": None, "abc": None, "12345": None, "KH/GRRP/00006": None,
}
#: The check digit of 201020670100 is 2, that of 85100001 is 0 (ZC 0006-2003).
APPLICATIONS = {
    "CN201020670100.2": "CN201020670100", "CN2010206701002": "CN201020670100", "201020670100.2": "CN201020670100",
    "CN201020670100": "CN201020670100", "ZL 2010 2 0670100.2": "CN201020670100", "ＺＬ201020670100.2": "CN201020670100",
    "CN201020670100.1": None, "CN201020670100.X": None, "ZL201020670100.3": None, "CN201480000123.4A": None,
    "CN 201020670100 A": "CN201020670100", "CN85100001A": "CN85100001",
    "CN85100001": "CN85100001", "85100001.0": "CN85100001", "85100001.4": None,
    "US15/128,633": "US15128633", "EP12345678.9": "EP12345678", "JP2014-123456": "JP2014123456",
    "特願2014-123456": "JP2014123456",
    "PCT/CN2019/123456": "PCTCN2019123456", "KR10-2012-0012345": "KR1020120012345", "x": None, "": None, "无": None,
}


@pytest.mark.parametrize(("function", "expected"), [
    (number.publication, PUBLICATIONS), (number.application, APPLICATIONS)])
def test_one_spelling(function, expected: dict[str, str | None]) -> None:
    assert dict(zip(expected, cleaned(function, list(expected)), strict=True)) == expected


@pytest.mark.parametrize("function", [number.publication, number.application])
def test_a_clean_number_stays_as_it_is(function) -> None:
    clean = [n for n in (PUBLICATIONS if function is number.publication else APPLICATIONS).values() if n]
    assert cleaned(function, clean) == clean


def test_the_check_digit_may_be_ten() -> None:
    assert cleaned(number.check_digit, ["85100001", "201020670100", "200810000010"]) == ["0", "2", "X"]


def test_what_a_spreadsheet_makes_of_a_long_number() -> None:
    assert cleaned(number.lost_digits, ["2.01E+11", "2.0121e12", "CN2.01E+11", "201020670100", "US2E1"]) == [
        True, True, True, False, False]


def test_office_and_kind_code_come_from_the_number() -> None:
    numbers = ["CN112345678A", "JPWO2012090123A1", "PCTJP2014123456", "WO2002014184"]
    assert cleaned(number.office, numbers) == ["CN", "JP", "JP", "WO"]
    assert cleaned(number.kind_code, ["CN112345678A", "US8123456B2", "WO2002014184"]) == ["A", "B2", ""]


def test_international_offices_are_no_country() -> None:
    assert cleaned(number.is_country, ["CN", "JP", "WO", "EP", "EA"]) == [True, True, False, False, False]


def test_plain_numbers_are_those_that_need_no_spelling() -> None:
    """The short cut and the long way agree on every length of serial."""
    made = [f"{office}{'1' * digits}{kind}" for office in ("CN", "JP", "KR", "DE", "TW", "EP", "US", "WO")
            for digits in range(2, 16) for kind in ("", "A", "A1", "B2", "U")]
    assert cleaned(number.publication, made) == cleaned(number.respelt, made)
    assert sum(re.match(number.PLAIN, each) is not None for each in made) == 4 * (6 + 4 * 8 + 1 + 3 + 1)
