from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.sources import layouts
from ipgraph.sources.page import page, with_table

ROOT = Path(__file__).parents[2]
LAYOUTS = ROOT / "docs" / "layouts.md"


def test_the_page_of_layouts_is_current() -> None:
    assert LAYOUTS.read_text("utf-8") == page(layouts())


def test_every_layout_has_a_row_with_its_headings() -> None:
    (row,) = [line for line in page(layouts()).splitlines() if line.startswith("| `taian` |")]
    assert "专利名称, 申请号, 申请人, 申请日, 主分类号 | 摘要" in row


def test_the_table_in_the_readme_is_current() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert readme == with_table(readme, layouts())
    assert "| `taian` | 地市专利清单 · City stock of patents | 专利名称, 申请号, 申请人, 申请日 … |" in readme
    assert with_table(readme, layouts()[1:]) != readme


def test_a_readme_without_the_marks_is_told() -> None:
    with pytest.raises(ValueError, match="lacks"):
        with_table("# ipgraph", layouts())
