"""`python -m tools.write_layouts`: write docs/layouts.md and the README's table again from the loaders installed."""

from __future__ import annotations

from pathlib import Path

from ipgraph.sources import layouts
from ipgraph.sources.page import page, with_table

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    (ROOT / "docs" / "layouts.md").write_text(page(layouts()), "utf-8")
    readme = ROOT / "README.md"
    readme.write_text(with_table(readme.read_text("utf-8"), layouts()), "utf-8")
