"""The values each statement with parameters is tried with on both engines: name → sets of parameters.

Take ids of `factory.small_bundle`, and add a set for each special case: nothing found, an empty list, no limit.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from factory import NASTY_IDS, small_nodes

Sets = list[dict[str, Any]]

#: The first node of every kind, one that is not there, and one whose id is full of quotes.
NODES: dict[str, Sets] = {
    f"explore/node_{label}": [{"id": rows[0]["id"]}, {"id": "none"}, {"id": NASTY_IDS[0]}]
    for label, rows in small_nodes().items()
}
PARAMETERS: dict[str, Sets] = {
    **NODES,
    "audit/bounds_dates": [
        {"first": date(1800, 1, 1), "last": date(2024, 6, 30)}, {"first": date(2016, 3, 2), "last": date(2020, 1, 1)},
    ],
    "explore/titled": [{"ids": ["CN101000001A", "CN101000003B"]}, {"ids": []}],
    "explore/served": [
        {"segment": "s3", "ids": ["CN101000003B", "CN101000004A", "CN101000006A"]}, {"segment": "s3", "ids": []},
        {"segment": "none", "ids": ["CN101000003B"]},
    ],
}
