"""Tables of the embedded engine, and the COPY statements that fill them from a bundle's Parquet."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import EdgeKind, Ends, NodeKind, Property, Type
from ipgraph.schema.nodes import NODE_KINDS

COLUMN = {
    Type.TEXT: "STRING",
    Type.TEXTS: "STRING[]",
    Type.DATE: "DATE",
    Type.INTEGER: "INT64",
    Type.NUMBER: "DOUBLE",
    Type.FLAG: "BOOL",
}
#: Tells which bundle the file holds; filled last.
PUBLICATION = "CREATE NODE TABLE `Publication` (`id` STRING, `version` STRING, `as_of` STRING, PRIMARY KEY (`id`))"


def tables() -> Iterator[str]:
    """One statement a kind, nodes before edges."""
    yield PUBLICATION
    yield from (node_table(kind) for kind in NODE_KINDS)
    yield from (edge_table(kind) for kind in EDGE_KINDS)


def node_table(kind: NodeKind) -> str:
    return f"CREATE NODE TABLE `{kind.label}` ({', '.join(column(p) for p in kind.properties)}, PRIMARY KEY (`id`))"


def edge_table(kind: EdgeKind) -> str:
    """One table an edge kind, with all its pairs of ends."""
    pairs = [f"FROM `{ends.start.label}` TO `{ends.end.label}`" for ends in kind.ends()]
    return f"CREATE REL TABLE `{kind.type}` ({', '.join([*pairs, *(column(p) for p in kind.properties)])})"


def column(prop: Property) -> str:
    return f"`{prop.name}` {COLUMN[prop.type]}"


def copy_nodes(kind: NodeKind, file: Path) -> str:
    """Fill a node table from a Parquet file with the columns of the kind in order."""
    return f"COPY `{kind.label}` FROM {literal(file)}"


def copy_edges(ends: Ends, file: Path) -> str:
    """Fill one pair of ends from a Parquet file whose first two columns are the ids of start and end."""
    return f"COPY `{ends.kind.type}` FROM {literal(file)} (from = '{ends.start.label}', to = '{ends.end.label}')"


def literal(file: Path) -> str:
    """The path as text of a statement, the one place the engine takes no parameter; it reads paths as patterns."""
    return "'" + glob.escape(str(file)).replace("\\", "\\\\").replace("'", "\\'") + "'"
