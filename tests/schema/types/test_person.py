from __future__ import annotations

import pyarrow as pa

from ipgraph.schema.types.person import latin_person

PERSONS = ["JOHN SMITH", "SMITH, JOHN", "ZHANG WEI", "WANG XIAO MING", "OUYANG XIUYING", "JEAN-PIERRE DUPONT MARC",
           "KRAUS BRYAN J", "MORAD, MOHAMED M"]
FIRMS = ["BOSCH ROBERT ELECTRONICS", "SIEMENS", "JOHN DEERE CONSTRUCTION", "THOMAS MACHINERY WORKS",
         "DAI WEI TECHNOLOGY", "ONE TWO THREE FOUR FIVE JOHN", "3M JOHN", "ACME RUBBER S", "ACME B",
         "ENERSYST DEV L L C"]


def test_a_given_name_or_chinese_syllables_and_no_word_of_firms() -> None:
    assert latin_person(pa.array(PERSONS + FIRMS)).to_pylist() == [True] * len(PERSONS) + [False] * len(FIRMS)
