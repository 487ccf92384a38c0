from __future__ import annotations

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit import cypher

ENDS = next(EDGES["FEEDS"].ends())


def test_every_kind_has_a_unique_id() -> None:
    assert list(cypher.constraints())[1] == (
        "CREATE CONSTRAINT `Chain_id` IF NOT EXISTS FOR (n:`Chain`) REQUIRE n.id IS UNIQUE"
    )
    assert len(list(cypher.constraints())) == len(NODES) + 1


def test_nodes_are_merged_by_id() -> None:
    assert cypher.merge_nodes(NODES["Patent"]) == "UNWIND $rows AS row\nMERGE (n:`Patent` {id: row.id})\nSET n += row"


def test_edges_are_merged_between_nodes_that_are_there() -> None:
    assert cypher.merge_edges(ENDS).splitlines() == [
        "UNWIND $rows AS row",
        "MATCH (a:`Segment` {id: row.start})",
        "MATCH (b:`Segment` {id: row.end})",
        "MERGE (a)-[e:`FEEDS`]->(b)",
        "SET e.`reason` = row.`reason`, e.`source` = row.`source`, e.`as_of` = row.`as_of`",
    ]


def test_there_is_a_merge_for_every_table_of_a_bundle() -> None:
    assert len(list(cypher.merges())) == len(NODES) + sum(len(kind.pairs) for kind in EDGES.values())


def test_a_delete_names_both_ends() -> None:
    assert cypher.delete_edges(ENDS).splitlines()[1] == (
        "MATCH (a:`Segment` {id: row.start})-[e:`FEEDS`]->(b:`Segment` {id: row.end})"
    )
