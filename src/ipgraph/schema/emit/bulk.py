"""Headers of `neo4j-admin database import full --input-type=parquet`: a bundle's columns under the names it takes.

Ids, ends and dates are marked; other columns keep their names, and Parquet itself says their types. Neo4j 5.26.12 takes
a Parquet date for the number of its day, and under `filed_on:date` reads text, so dates are written as text there. It
takes no lists, nested or as `string[]`, so these are joined with LIST_SEPARATOR before the import and split in the
graph after it. It stops at an empty table of edges, so those are left out.
"""

from __future__ import annotations

from ipgraph.schema.kinds import EdgeKind, Ends, NodeKind, Type

#: Between the texts of a joined list; the control character made for it, which no cleaned text holds.
LIST_SEPARATOR = "\x1f"


def node_header(kind: NodeKind) -> dict[str, str]:
    """Bundle column → column of the import. Ids are apart for each kind."""
    return headings(kind) | {"id": f"id:ID({kind.label})"}


def edge_header(ends: Ends) -> dict[str, str]:
    """Bundle column → column of the import, both ends first."""
    marked = {"start": f":START_ID({ends.start.label})", "end": f":END_ID({ends.end.label})"}
    return marked | headings(ends.kind)


def headings(kind: NodeKind | EdgeKind) -> dict[str, str]:
    return {p.name: f"{p.name}:date" if p.type is Type.DATE else p.name for p in kind.properties}
