from __future__ import annotations

import pyarrow as pa

from ipgraph.schema.types.region import regions
from ipgraph.schema.types.seat import BEGINNINGS, SEATS, seats


def test_every_seat_is_a_region_of_china() -> None:
    assert {regions()[id].level for id in SEATS} <= {"province", "city", "county"}
    assert len(BEGINNINGS) == sum(len(names.split()) for names in SEATS.values())


def test_the_longest_beginning_counts() -> None:
    names = ["中山大学", "中山大学附属第五医院", "吉林大学", "吉林大学珠海学院", "哈尔滨工业大学(深圳)",
             "哈尔滨工业大学", "中山市某医院", None]
    assert seats(pa.array(names)).to_pylist() == ["440100", "440400", "220100", "440400", "440300", None, None, None]
