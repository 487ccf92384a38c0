"""Headers of `neo4j-admin database import full --input-type=parquet`: a bundle's columns under the names it takes."""

from __future__ import annotations

from ipgraph.schema.kinds import Ends, NodeKind, Property, Type

#: The importer's own words for types; Parquet carries dates and numbers, lists of text need saying.
HEADER = {
    Type.TEXT: "string",
    Type.TEXTS: "string[]",
    Type.DATE: "date",
    Type.INTEGER: "long",
    Type.NUMBER: "double",
    Type.FLAG: "boolean",
}


def node_header(kind: NodeKind) -> dict[str, str]:
    """Bundle column → column of the import, `id:ID(Patent)` first. Ids are apart for each kind."""
    return {"id": f"id:ID({kind.label})"} | {p.name: column(p) for p in kind.properties if p.name != "id"}


def edge_header(ends: Ends) -> dict[str, str]:
    """Bundle column → column of the import, both ends first."""
    start, end = f":START_ID({ends.start.label})", f":END_ID({ends.end.label})"
    return {"start": start, "end": end} | {p.name: column(p) for p in ends.kind.properties}


def column(prop: Property) -> str:
    return f"{prop.name}:{HEADER[prop.type]}"
