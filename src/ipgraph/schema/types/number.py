"""Publication and application numbers, one spelling each.

Publication: office, serial, kind code, nothing between: CN112345678A, US20130101709A1, WO2002014184A1 (four-digit
year and six digits), EP1820402A1 (seven digits), JP2014218952A. Offices' own forms per WIPO ST.6 and ST.16.
Application: office and serial: CN201020670100 (without the check digit, which old numbers never had), US15128633.
Both take `tidy` text.
"""

from __future__ import annotations

import ibis
from ibis.expr.types import BooleanValue, StringValue

#: Office, an optional series (RE, D, PP; JPWO; the era of JPH10…), a serial, an optional kind code. Some offices put
#: letters into the serial: TR2016GE450880, IN4297DELNP2015A.
SHAPE = r"^([A-Z]{2})([A-Z]{0,3})([0-9]{2,15}|[0-9]{1,6}[A-Z]{1,6}[0-9]{3,9})([A-Z][0-9A-Z]?)?$"
#: What `publication` would leave as it is, for the offices that most numbers are from: spares them its dozen patterns.
PLAIN = r"^(?:CN[0-9]{6,11}|(?:JP|KR|DE|TW)[0-9]{6,13}|EP[0-9]{7}|US[0-9]{7,8}|US[0-9]{11}|WO[0-9]{10})[A-Z][0-9A-Z]?$"
#: How the JPO writes a number at home: 特開2014-218952, 特許第6789012号.
JAPANESE = "^((?:特|実|意)(?:開|表|許|願|公|登))"
#: An application of the CNIPA: two digits of the year and six, or four and eight.
CN_APPLICATION = r"(?i)^(?:ZL|CN)?(?:(?:8[5-9]|9[0-9]|0[0-3])[0-9]{6}|(?:19|20)[0-9]{10})(?:\.?[0-9X])?$"
#: Last two-digit year that a WO or JP number of the 1900s can carry (the PCT began in 1978).
FIRST_PCT_YEAR = 78
#: Weights of the CNIPA check digit, ZC 0006-2003: sum of digit x weight, modulo 11, ten written X.
CHECK_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def squeeze(value: StringValue) -> StringValue:
    """Capitals and digits only, with the dot of a check digit."""
    return value.upper().re_replace(r"[^A-Z0-9.]", "")


def publication(value: StringValue) -> StringValue:
    """One spelling of a publication number; null where it is none."""
    return ibis.ifelse(value.re_search(PLAIN), value, respelt(value))


def respelt(value: StringValue) -> StringValue:
    """The spelling of a publication number in any form."""
    # "FR-EP2452494" is the French part of EP2452494: the number counts, the country stands elsewhere.
    text = value.upper().re_replace(r"^[A-Z]{2}\s*-\s*(EP\s*[0-9])", r"\1").re_replace(JAPANESE, r"JP\1")
    text = text.re_replace(r"[^A-Z0-9]", "")
    text = text.re_replace(r"^WOPCT", "WO")
    part = {n: text.re_extract(SHAPE, n) for n in (1, 2, 3, 4)}
    office, series, digits, kind = part[1], part[2], part[3], part[4]
    plain = series == ""
    serial = ibis.cases(
        ((office == "WO") & plain & digits.length().isin([7, 8]), wo_year(digits[:2]) + digits[2:].lpad(6, "0")),
        ((office == "US") & plain & (digits.length() == 10), digits[:4] + digits[4:].lpad(7, "0")),
        ((office == "EP") & plain & (digits.length() < 7), digits.lpad(7, "0")),
        else_=digits,
    )
    # 12 digits are an application of the CNIPA, ZL is the mark of a grant on one: neither is a publication.
    applied = (office == "ZL") | ((office == "CN") & plain & (digits.length() >= 12))
    return ibis.ifelse(text.re_search(SHAPE) & ~applied, office + series + serial + kind, ibis.null("string"))


def lost_digits(value: StringValue) -> BooleanValue:
    """True for what a spreadsheet makes of a long number: 2.01E+11."""
    return value.re_search(r"^(?i:CN|ZL)?[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]{1,2}$")


def wo_year(two: StringValue) -> StringValue:
    """Four digits of a WO year written with two."""
    return ibis.ifelse(two.try_cast("int64") >= FIRST_PCT_YEAR, "19" + two, "20" + two)


def application(value: StringValue) -> StringValue:
    """One spelling of an application number; null where it is none, or where a CN check digit is wrong."""
    text = squeeze(value.re_replace(JAPANESE, r"JP\1")).re_replace(r"^ZL", "CN")
    text = ibis.ifelse(text.re_search(r"^([0-9]{8}|[0-9]{12})(\.?[0-9X])?$"), "CN" + text, text)
    # DOCDB puts the kind of application behind the number: CN 202010000123 A.
    text = text.re_replace(r"^(CN(?:[0-9]{8}|[0-9]{12}))[A-WYZ]$", r"\1")
    # … and W behind an international one: CN 2016070001 W is PCT/CN2016/070001.
    text = text.re_replace(r"^([A-Z]{2})((?:19|20)[0-9]{2})([0-9]{5,6})W$", r"PCT\1\2\3")
    chinese = text.re_search(r"^CN([0-9]{8}|[0-9]{12})(\.?[0-9X])?$")
    serial = text.re_extract(r"^CN([0-9]{12}|[0-9]{8})", 1)
    given = text.re_extract(r"^CN(?:[0-9]{12}|[0-9]{8})\.?([0-9X])$", 1)
    sound = (given == "") | (given == check_digit(serial))
    foreign = text.re_replace(r"\.[0-9]$", "").re_replace(r"\.", "").re_replace(r"([0-9]{5})[A-Z][0-9]?$", r"\1")
    return ibis.cases(
        (chinese & sound, "CN" + serial),
        (~text.startswith("CN") & foreign.re_search(r"^[A-Z]{2,5}[0-9]{4,14}$"), foreign),
        else_=ibis.null("string"),
    )


def is_cn_application(value: StringValue) -> BooleanValue:
    """True for text of the form of a Chinese application number, with or without office, ZL and check digit."""
    return value.re_replace(r"\s", "").re_search(CN_APPLICATION)


def check_digit(serial: StringValue) -> StringValue:
    """The CNIPA check digit of 8 or 12 digits."""
    total = sum((serial.substr(i, 1).try_cast("int64").fill_null(0) * w for i, w in enumerate(CHECK_WEIGHTS)),
                ibis.literal(0))
    rest = total % 11
    return ibis.ifelse(rest == 10, "X", rest.cast("string"))


def office(number: StringValue) -> StringValue:
    """WIPO ST.3 code of a cleaned number: its first two letters (JPWO… is JP, PCTJP… is JP)."""
    return number.re_replace("^PCT", "").left(2)


def kind_code(publication_number: StringValue) -> StringValue:
    """WIPO ST.16 kind code of a cleaned publication number, empty where it has none."""
    return publication_number.re_extract(SHAPE, 4)


def is_country(code: StringValue) -> BooleanValue:
    """True for offices that are a country: WO and EP and the like say nothing about where an invention is from."""
    return ~code.isin(["WO", "EP", "EA", "AP", "OA", "GC", "IB", "EM", "XN", "XU", "EU"])
