from __future__ import annotations

from pathlib import Path

from ipgraph.sources import layouts
from ipgraph.sources.page import page

LAYOUTS = Path(__file__).parents[2] / "docs" / "layouts.md"


def test_the_page_of_layouts_is_current() -> None:
    assert LAYOUTS.read_text("utf-8") == page(layouts())


def test_every_layout_has_a_row_with_its_headings() -> None:
    (row,) = [line for line in page(layouts()).splitlines() if line.startswith("| `taian` |")]
    assert "专利名称, 申请号, 申请人, 申请日, 主分类号 | 摘要" in row
