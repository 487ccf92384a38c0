"""Neo4j: constraints and the batched statements that publish a bundle.

Labels, types and property names come from the schema when the text is made; values travel as `$rows`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import EdgeKind, Ends, NodeKind
from ipgraph.schema.nodes import NODE_KINDS


def constraints() -> Iterator[str]:
    """One id, one node, for every kind; the index behind it serves every MERGE and MATCH."""
    for label in ("Publication", *(kind.label for kind in NODE_KINDS)):
        yield f"CREATE CONSTRAINT `{label}_id` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"


def create_nodes(kind: NodeKind) -> str:
    """Make nodes that are known not to be there; a row is a list in the order of the kind's properties."""
    return f"UNWIND $rows AS row\nCREATE (:`{kind.label}` {{{listed(names(kind), 0)}}})"


def create_edges(ends: Ends) -> str:
    """Make edges that are known not to be there; a row is start, end, and the properties in order."""
    return (
        f"UNWIND $rows AS row\n{both_ends(ends)}\n"
        f"CREATE (a)-[:`{ends.kind.type}` {{{listed(names(ends.kind), 2)}}}]->(b)"
    )


def merge_nodes(kind: NodeKind, columns: Sequence[str] = ()) -> str:
    """Make or bring up to date the nodes of `$rows`; a null removes the property.

    A row is a list in the order of `columns`, id first, which are the kind's properties where none are given.
    """
    sets = assigned("n", (columns or names(kind))[1:], 1)
    return f"UNWIND $rows AS row\nMERGE (n:`{kind.label}` {{id: row[0]}})\nSET {sets}"


def merge_edges(ends: Ends, columns: Sequence[str] = ()) -> str:
    """Make or bring up to date the edges of `$rows` between nodes that are there.

    A row is start, end, and the properties in order, those of `columns` where they are given.
    """
    sets = assigned("e", columns[2:] or names(ends.kind), 2)
    return f"UNWIND $rows AS row\n{both_ends(ends)}\nMERGE (a)-[e:`{ends.kind.type}`]->(b)\nSET {sets}"


def names(kind: NodeKind | EdgeKind) -> list[str]:
    return [prop.name for prop in kind.properties]


def both_ends(ends: Ends) -> str:
    """The nodes that the first two items of a row name."""
    return f"MATCH (a:`{ends.start.label}` {{id: row[0]}})\nMATCH (b:`{ends.end.label}` {{id: row[1]}})"


def listed(properties: Sequence[str], first: int) -> str:
    """The properties as a map, taken from a row from item `first` on."""
    return ", ".join(f"{quoted(name)}: row[{n}]" for n, name in enumerate(properties, first))


def assigned(variable: str, properties: Sequence[str], first: int) -> str:
    return ", ".join(f"{variable}.{quoted(name)} = row[{n}]" for n, name in enumerate(properties, first))


def quoted(name: str) -> str:
    """A name that only the schema, or that of an older bundle, has given."""
    return "`" + name.replace("`", "``") + "`"


def list_nodes(kind: NodeKind) -> str:
    return f"MATCH (n:`{kind.label}`) RETURN n.id AS id"


def list_edges(ends: Ends) -> str:
    return f"MATCH {arrow(ends)} RETURN a.id AS start, b.id AS end"


def delete_nodes(kind: NodeKind) -> str:
    """Remove the nodes of `$rows`, lists of an id, with whatever hangs on them."""
    return f"UNWIND $rows AS row\nMATCH (n:`{kind.label}` {{id: row[0]}})\nDETACH DELETE n"


def delete_edges(ends: Ends) -> str:
    """Remove the edges of `$rows`, lists of start and end."""
    return (
        f"UNWIND $rows AS row\n"
        f"MATCH (a:`{ends.start.label}` {{id: row[0]}})-[e:`{ends.kind.type}`]->(b:`{ends.end.label}` {{id: row[1]}})\n"
        f"DELETE e"
    )


def tally_nodes() -> str:
    """Label and number of nodes of every kind, from the server's own tallies: at once, whatever the numbers."""
    return " UNION ALL ".join(
        f"MATCH (n:`{kind.label}`) WITH count(n) AS n RETURN '{kind.label}' AS label, n" for kind in NODE_KINDS
    )


def tally_edges() -> str:
    """Label of the start, type, and number of edges so, for every type and kind it may start from; at once too."""
    starts = {(ends.start.label, edge.type): None for edge in EDGE_KINDS for ends in edge.ends()}
    return " UNION ALL ".join(
        f"MATCH (:`{label}`)-[e:`{type}`]->() WITH count(e) AS n RETURN '{label}' AS label, '{type}' AS type, n"
        for label, type in starts
    )


def arrow(ends: Ends) -> str:
    return f"(a:`{ends.start.label}`)-[e:`{ends.kind.type}`]->(b:`{ends.end.label}`)"


def merges() -> Iterator[str]:
    """Every MERGE statement, nodes before edges."""
    yield from (merge_nodes(kind) for kind in NODE_KINDS)
    yield from (merge_edges(ends) for edge in EDGE_KINDS for ends in edge.ends())
