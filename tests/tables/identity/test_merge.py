from __future__ import annotations

from ipgraph.tables.identity.merge import Merger, Node, split_pairs

NODES = {
    node.id: node for node in (
        Node("a", "Enterprise"), Node("b", "Enterprise", short=True), Node("c", "Enterprise", frozenset(["X"]), True),
        Node("d", "Enterprise", frozenset(["Y"]), True), Node("e", "Institution"), Node("f", "Enterprise", listed=True),
    )
}


def test_a_code_leads_then_a_list_then_a_full_name_then_the_id() -> None:
    merger = Merger(NODES, set())
    assert merger.merge("b", "a")
    assert merger.leaders() == {"b": "a"}
    assert merger.merge("b", "f")
    assert merger.leaders() == {"a": "f", "b": "f"}
    assert merger.merge("f", "c")
    assert merger.leaders() == {"a": "c", "b": "c", "f": "c"}
    assert merger.merge("a", "c")


def test_nothing_leads_from_one_code_to_another_nor_across_kinds_nor_over_a_split() -> None:
    merger = Merger(NODES, split_pairs([("a", "b"), ("a", None), ("f", "f")]))
    assert merger.merge("a", "c")
    assert not merger.merge("a", "d")
    assert not merger.merge("b", "c")
    assert not merger.merge("e", "f")
    assert merger.merge("b", "f")
    assert merger.leaders() == {"a": "c", "b": "f"}
