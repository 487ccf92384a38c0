"""Arrow schemas: the exact columns of every bundle table."""

from __future__ import annotations

import pyarrow as pa

from ipgraph.schema.kinds import EdgeKind, NodeKind, Property, Type

ARROW = {
    Type.TEXT: pa.string(),
    Type.TEXTS: pa.list_(pa.string()),
    Type.DATE: pa.date32(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.FLAG: pa.bool_(),
}


def field(prop: Property) -> pa.Field:
    return pa.field(prop.name, ARROW[prop.type], nullable=not prop.required)


def node_schema(kind: NodeKind) -> pa.Schema:
    """Columns of a node table: `id`, the kind's own properties, provenance."""
    return pa.schema([field(p) for p in kind.properties])


def edge_schema(kind: EdgeKind) -> pa.Schema:
    """Columns of an edge table: `start` and `end` (node ids), own properties, provenance."""
    ends = [pa.field("start", pa.string(), nullable=False), pa.field("end", pa.string(), nullable=False)]
    return pa.schema(ends + [field(p) for p in kind.properties])
