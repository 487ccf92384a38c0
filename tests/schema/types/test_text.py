from __future__ import annotations

from schema.types.columns import cleaned

from ipgraph.schema.types import clean_one
from ipgraph.schema.types.date import date
from ipgraph.schema.types.text import NARROW, WIDE


def test_signs_for_nothing_are_null() -> None:
    signs = ["", "-", "－", "--", "N/A", "nan", "NULL", "无", "\\N", "  ", "/"]
    assert cleaned(lambda column: column, signs) == [None] * len(signs)


def test_one_width_and_single_spaces() -> None:
    assert cleaned(lambda column: column, ["　Ａ１（ｂ） \n c\u00a0d "]) == ["A1(b) c d"]


def test_every_wide_form_has_its_narrow_one() -> None:
    assert len(WIDE) == len(NARROW)


def test_one_value_is_cleaned_like_a_column() -> None:
    assert str(clean_one(date, " ２０１３．１．２ ")) == "2013-01-02"
