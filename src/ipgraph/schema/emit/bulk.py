"""Headings of the CSV that `neo4j-admin database import full` takes: a bundle's columns, their types marked.

CSV and not Parquet, because neo4j-admin 5.26 takes no list from Parquet (decision 0054).
"""

from __future__ import annotations

from ipgraph.schema.kinds import EdgeKind, Ends, NodeKind, Type

#: Between the texts of a list; the control character made for it, which no cleaned text holds.
LIST_SEPARATOR = "\x1f"
TYPES = {
    Type.TEXT: "", Type.TEXTS: ":string[]", Type.DATE: ":date", Type.INTEGER: ":long", Type.NUMBER: ":double",
    Type.FLAG: ":boolean",
}


def node_header(kind: NodeKind) -> dict[str, str]:
    """Bundle column → heading. Ids are apart for each kind."""
    return headings(kind) | {"id": f"id:ID({kind.label})"}


def edge_header(ends: Ends) -> dict[str, str]:
    """Bundle column → heading, both ends first."""
    marked = {"start": f":START_ID({ends.start.label})", "end": f":END_ID({ends.end.label})"}
    return marked | headings(ends.kind)


def headings(kind: NodeKind | EdgeKind) -> dict[str, str]:
    return {p.name: p.name + TYPES[p.type] for p in kind.properties}
