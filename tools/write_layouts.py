"""`python -m tools.write_layouts`: write docs/layouts.md again from the loaders that are installed."""

from __future__ import annotations

from pathlib import Path

from ipgraph.sources import layouts
from ipgraph.sources.page import page

LAYOUTS = Path(__file__).parents[1] / "docs" / "layouts.md"

if __name__ == "__main__":
    LAYOUTS.write_text(page(layouts()), "utf-8")
