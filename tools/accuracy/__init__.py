"""Sections of docs/accuracy.md, one file a kind of evaluation, in the order of the page.

`SECTIONS` maps a kind (as in `ipgraph evaluate KIND`) to a function from its results, by name of the data set, to
Markdown whose headings begin at level two. A result is what `ipgraph evaluate KIND --json` printed, kept as
docs/accuracy/KIND.SET.json.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tools.accuracy import mapping, matching, partners, teams

Results = Mapping[str, Any]
SECTIONS: Mapping[str, Callable[[Results], str]] = {
    "matching": matching.section, "mapping": mapping.section, "partners": partners.section,
    "teams": teams.section}
