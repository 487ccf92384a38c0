"""One statement a node kind that reads all properties of one node: cypher/explore/node_<kind>.cypher."""

from __future__ import annotations

from ipgraph.schema import NODES
from ipgraph.schema.kinds import NodeKind


def node_statement(kind: NodeKind) -> str:
    """Every property of the node of this kind with the id given.

    The label cannot travel as a parameter, and a MATCH without one reads every node.
    """
    names = [prop.name for prop in kind.properties]
    columns = ",\n       ".join(f"n.{name} AS {name}" for name in names)
    return (
        f"// The {kind.en.lower()} with this id, every property of it. Written from the schema.\n"
        f"// params:  id text   {kind.key}\n"
        f"// returns: {', '.join(names)}\n"
        f"MATCH (n:{kind.label})\nWHERE n.id = $id\nRETURN {columns}\nORDER BY id\n"
    )


def node_statements() -> dict[str, str]:
    """All of them by file name."""
    return {f"node_{label}.cypher": node_statement(kind) for label, kind in NODES.items()}
