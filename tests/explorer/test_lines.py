from __future__ import annotations

import pytest

from ipgraph.explorer.lines import broken, ems


@pytest.mark.parametrize(
    ("name", "width", "most", "lines"),
    [("三元材料(镍钴锰酸锂)", 20, 2, ["三元材料(镍钴锰酸锂)"]), ("一二三四五六七八九十", 4, 2, ["一二三四", "五六七…"]),
     ("Lithium iron phosphate", 7, 3, ["Lithium iron", "phosphate"]), ("", 5, 2, [""])],
)
def test_a_name_breaks_between_signs_and_words(name: str, width: float, most: int, lines: list[str]) -> None:
    assert broken(name, width, most) == lines


def test_no_line_is_wider_than_asked() -> None:
    assert all(ems(line) <= 5 for line in broken("Pneumonoultramicroscopic 双氟磺酰亚胺锂(LiFSI)", 5, 2))
