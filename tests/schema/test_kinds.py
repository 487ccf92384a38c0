"""The schema held against itself: what a declaration alone cannot refuse."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from ipgraph.errors import SchemaError
from ipgraph.schema import EDGES, NODES, EdgeKind, NodeKind, Property, Type

KINDS = [*NODES.values(), *EDGES.values()]
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_same_name_is_the_same_type_everywhere() -> None:
    types: dict[str, set[Type]] = defaultdict(set)
    for kind in KINDS:
        for prop in kind.properties:
            types[prop.name].add(prop.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_every_kind_and_property_is_named_in_both_languages() -> None:
    named = [(kind.zh, kind.en) for kind in KINDS] + [(p.zh, p.en) for kind in KINDS for p in kind.properties]
    assert [names for names in named if not HAN.search(names[0]) or not names[1] or HAN.search(names[1])] == []


def test_no_two_kinds_share_a_caption_or_a_colour() -> None:
    for captions in ([k.zh for k in KINDS], [k.en for k in KINDS], [k.color for k in NODES.values()]):
        assert sorted({c for c in captions if captions.count(c) > 1}) == []


def test_every_pair_of_ends_is_declared_once_and_between_declared_kinds() -> None:
    for kind in EDGES.values():
        assert {end for pair in kind.pairs for end in pair} <= set(NODES.values())
        assert len(set(kind.pairs)) == len(kind.pairs)


def test_every_kind_of_node_has_an_edge() -> None:
    assert {end for kind in EDGES.values() for pair in kind.pairs for end in pair} == set(NODES.values())


def test_names_are_safe_to_write_into_a_statement() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z]*", label) for label in NODES)
    assert all(re.fullmatch(r"[A-Z][A-Z_]*[A-Z]", type) for type in EDGES)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", prop.name) for kind in KINDS for prop in kind.properties)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", kind.color) for kind in NODES.values())


TWICE = (Property("size", Type.TEXT, "大小", "Size"), Property("size", Type.NUMBER, "大小", "Size"))
START = (Property("start", Type.TEXT, "起点", "Start"),)


def test_a_property_declared_twice_stops_the_import() -> None:
    with pytest.raises(SchemaError, match="Thing: properties declared twice: size"):
        NodeKind("Thing", "物", "Thing", "", "#000000", key="", own=TWICE)


def test_a_property_named_like_an_end_stops_the_import() -> None:
    with pytest.raises(SchemaError, match="LINKS: names kept for the ends of edges: start"):
        EdgeKind("LINKS", "连", "Links", "", ((NODES["Chain"], NODES["Chain"]),), START)


def test_an_edge_between_nothing_stops_the_import() -> None:
    with pytest.raises(SchemaError, match="LINKS: an edge kind needs at least one pair of ends"):
        EdgeKind("LINKS", "连", "Links", "", ())
