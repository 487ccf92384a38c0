from __future__ import annotations

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.page import page


def test_the_page_has_every_kind_and_property_in_both_languages() -> None:
    text = page()
    for kind in (*NODES.values(), *EDGES.values()):
        assert f"· {kind.zh} · {kind.en}\n" in text
        for prop in kind.properties:
            assert f"| `{prop.name}` | {prop.zh} | {prop.en} | {prop.type.value}" in text


def test_the_page_shows_every_pair_of_ends() -> None:
    for kind in EDGES.values():
        for ends in kind.ends():
            assert f"- `(:{ends.start.label})-[:{kind.type}]->(:{ends.end.label})`" in page()
