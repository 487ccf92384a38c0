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
    assert cypher.merge_nodes(NODES["Chain"], ["id", "name", "odd`one"]) == (
        "UNWIND $rows AS row\nMERGE (n:`Chain` {id: row[0]})\nSET n.`name` = row[1], n.`odd``one` = row[2]"
    )
    assert cypher.merge_nodes(NODES["Chain"]).count("row[") == len(NODES["Chain"].properties)


def test_nodes_known_not_to_be_there_are_created() -> None:
    assert cypher.create_nodes(NODES["Chain"]).startswith(
        "UNWIND $rows AS row\nCREATE (:`Chain` {`id`: row[0], `name`: row[1], "
    )


def test_edges_are_merged_between_nodes_that_are_there() -> None:
    assert cypher.merge_edges(ENDS).splitlines() == [
        "UNWIND $rows AS row",
        "MATCH (a:`Segment` {id: row[0]})",
        "MATCH (b:`Segment` {id: row[1]})",
        "MERGE (a)-[e:`FEEDS`]->(b)",
        "SET e.`reason` = row[2], e.`source` = row[3], e.`as_of` = row[4]",
    ]


def test_edges_known_not_to_be_there_are_created() -> None:
    assert cypher.create_edges(ENDS).splitlines()[-1] == (
        "CREATE (a)-[:`FEEDS` {`reason`: row[2], `source`: row[3], `as_of`: row[4]}]->(b)"
    )


def test_there_is_a_merge_for_every_table_of_a_bundle() -> None:
    assert len(list(cypher.merges())) == len(NODES) + sum(len(kind.pairs) for kind in EDGES.values())


def test_a_delete_names_both_ends() -> None:
    assert cypher.delete_edges(ENDS).splitlines()[1] == (
        "MATCH (a:`Segment` {id: row[0]})-[e:`FEEDS`]->(b:`Segment` {id: row[1]})"
    )
