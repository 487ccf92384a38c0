"""Neo4j: constraints and the batched statements that publish a bundle.

Labels, types and property names come from the schema when the text is made; values travel as `$rows`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import Ends, NodeKind
from ipgraph.schema.nodes import NODE_KINDS


def constraints() -> Iterator[str]:
    """One id, one node, for every kind; the index behind it serves every MERGE and MATCH."""
    for label in ("Publication", *(kind.label for kind in NODE_KINDS)):
        yield f"CREATE CONSTRAINT `{label}_id` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"


def merge_nodes(kind: NodeKind) -> str:
    """Make or bring up to date the nodes of `$rows`; a null removes the property."""
    return f"UNWIND $rows AS row\nMERGE (n:`{kind.label}` {{id: row.id}})\nSET n += row"


def merge_edges(ends: Ends) -> str:
    """Make or bring up to date the edges of `$rows` between nodes that are there."""
    sets = ", ".join(f"e.`{p.name}` = row.`{p.name}`" for p in ends.kind.properties)
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (a:`{ends.start.label}` {{id: row.start}})\n"
        f"MATCH (b:`{ends.end.label}` {{id: row.end}})\n"
        f"MERGE (a)-[e:`{ends.kind.type}`]->(b)\n"
        f"SET {sets}"
    )


def count_nodes(kind: NodeKind) -> str:
    return f"MATCH (n:`{kind.label}`) RETURN count(n) AS n"


def count_edges(ends: Ends) -> str:
    return f"MATCH {arrow(ends)} RETURN count(e) AS n"


def list_nodes(kind: NodeKind) -> str:
    return f"MATCH (n:`{kind.label}`) RETURN n.id AS id"


def list_edges(ends: Ends) -> str:
    return f"MATCH {arrow(ends)} RETURN a.id AS start, b.id AS end"


def delete_nodes(kind: NodeKind) -> str:
    """Remove the nodes of `$rows` with whatever hangs on them."""
    return f"UNWIND $rows AS row\nMATCH (n:`{kind.label}` {{id: row.id}})\nDETACH DELETE n"


def delete_edges(ends: Ends) -> str:
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (a:`{ends.start.label}` {{id: row.start}})-[e:`{ends.kind.type}`]->"
        f"(b:`{ends.end.label}` {{id: row.end}})\n"
        f"DELETE e"
    )


def arrow(ends: Ends) -> str:
    return f"(a:`{ends.start.label}`)-[e:`{ends.kind.type}`]->(b:`{ends.end.label}`)"


def merges() -> Iterator[str]:
    """Every MERGE statement, nodes before edges."""
    yield from (merge_nodes(kind) for kind in NODE_KINDS)
    yield from (merge_edges(ends) for edge in EDGE_KINDS for ends in edge.ends())
