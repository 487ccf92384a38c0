"""What every bundle must be, whatever went in: keys once, required cells filled, edges between nodes that are there."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.tables import Built


def faults(built: Built) -> list[str]:
    """One line a breach; empty where the tables may become a bundle."""
    return [*node_faults(built.nodes), *edge_faults(built.nodes, built.edges)]


def node_faults(nodes: dict[str, pa.Table]) -> Iterator[str]:
    for label, table in nodes.items():
        yield from column_faults(label, table, node_schema(NODES[label]))
        if pc.count_distinct(table["id"]).as_py() != table.num_rows:
            yield f"{label}: an id stands twice"


def edge_faults(nodes: dict[str, pa.Table], edges: dict[str, pa.Table]) -> Iterator[str]:
    for name, table in edges.items():
        type, start, end = name.split(".")
        yield from column_faults(name, table, edge_schema(EDGES[type]))
        if table.select(["start", "end"]).group_by(["start", "end"]).aggregate([]).num_rows != table.num_rows:
            yield f"{name}: a pair stands twice"
        for column, label in (("start", start), ("end", end)):
            there = nodes[label]["id"].combine_chunks() if label in nodes else pa.array([], pa.string())
            lost = table.filter(pc.invert(pc.is_in(table[column], there)))[column].unique().to_pylist()
            if lost:
                yield f"{name}: {column} is no {label}: {lost[:5]}"


def column_faults(name: str, table: pa.Table, schema: pa.Schema) -> Iterator[str]:
    for field in schema:
        if field.name not in table.column_names:
            if not field.nullable:
                yield f"{name}: no column {field.name}"
        elif not field.nullable and table[field.name].null_count:
            yield f"{name}.{field.name}: a required cell is null"
