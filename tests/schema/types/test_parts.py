from __future__ import annotations

import pyarrow as pa
import pytest

from ipgraph.schema.types.parts import body, core, pattern, plain


def test_the_region_in_front_is_taken_away_unless_nothing_would_stay() -> None:
    keys = pa.array(["深圳市比亚迪锂电池", "中国石油", "北京", "山东省泰安市泰山石膏", "宁德时代"])
    assert body(keys).to_pylist() == ["比亚迪锂电池", "石油", "北京", "泰山石膏", "时代"]


def test_marks_of_the_exchange_and_empty_ends_leave_the_core_of_a_short_name() -> None:
    keys = pa.array(["*ST严牌股份", "凌云B股", "S佳通", "上海电气", "股份", "深深房A"])
    assert core(keys).to_pylist() == ["严牌", "凌云", "佳通", "上海电气", "股份", "深深房"]
    assert pattern(pa.array(["严牌"])).to_pylist() == ["%严%牌%"]


@pytest.mark.parametrize(("one", "other"), [
    ("BOSCH GMBH ROBERT", "ROBERT BOSCH"), ("UNIVERSITAT STUTTGART", "UNIV STUTTGART"),
    ("THE UNIVERSITY OF SYDNEY", "UNIV SYDNEY"), ("中科院大连化学物理研究所", "中国科学院大连化学物理研究所"),
])
def test_words_have_one_spelling_and_order(one: str, other: str) -> None:
    first, second = plain(pa.array([one, other])).to_pylist()
    assert first == second


def test_other_words_are_other_names() -> None:
    assert len(set(plain(pa.array(["HITACHI", "HITACHI IND", "北京大学", "大学北京"])).to_pylist())) == 4
