"""Headers of `neo4j-admin database import full --input-type=parquet`: a bundle's columns under the names it takes.

Only ids and ends are marked; other columns keep their names, and Parquet itself says their types. Neo4j 5.26.12
takes a date only so: told `filed_on:date` it tries to read the day's number as text. It takes no lists, nested or
as `string[]`, so these must be joined with LIST_SEPARATOR before the import and split in the graph after it. It stops at an empty
table of edges, so those are left out.
"""

from __future__ import annotations

from ipgraph.schema.kinds import Ends, NodeKind

#: Between the texts of a joined list; the control character made for it, which no cleaned text holds.
LIST_SEPARATOR = "\x1f"


def node_header(kind: NodeKind) -> dict[str, str]:
    """Bundle column → column of the import. Ids are apart for each kind."""
    return {p.name: p.name for p in kind.properties} | {"id": f"id:ID({kind.label})"}


def edge_header(ends: Ends) -> dict[str, str]:
    """Bundle column → column of the import, both ends first."""
    marked = {"start": f":START_ID({ends.start.label})", "end": f":END_ID({ends.end.label})"}
    return marked | {p.name: p.name for p in ends.kind.properties}
