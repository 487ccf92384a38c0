from __future__ import annotations

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.bulk import edge_header, node_header


def test_ids_are_apart_for_each_kind_and_types_are_named() -> None:
    assert list(node_header(NODES["Pool"]).values()) == [
        "id:ID(Pool)", "name", "name_en", "administrator", "source:string[]", "as_of:date",
    ]
    assert list(edge_header(next(EDGES["IN_POOL"].ends())).values())[:3] == [
        ":START_ID(Patent)", ":END_ID(Pool)", "countries:string[]",
    ]
