"""Colours and captions of kinds and properties in both languages, as the explorer takes them (JSON)."""

from __future__ import annotations

from typing import Any

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import EdgeKind, NodeKind, Property
from ipgraph.schema.nodes import NODE_KINDS


def legend() -> dict[str, Any]:
    """`{"nodes": {label: {zh, en, color, doc, properties}}, "edges": {type: {zh, en, doc, ends, properties}}}`."""
    return {
        "nodes": {kind.label: node(kind) for kind in NODE_KINDS},
        "edges": {kind.type: edge(kind) for kind in EDGE_KINDS},
    }


def node(kind: NodeKind) -> dict[str, Any]:
    return {
        "zh": kind.zh, "en": kind.en, "color": kind.color, "doc": kind.doc,
        "properties": {p.name: caption(p) for p in kind.properties},
    }


def edge(kind: EdgeKind) -> dict[str, Any]:
    return {
        "zh": kind.zh, "en": kind.en, "doc": kind.doc, "ends": [[a.label, b.label] for a, b in kind.pairs],
        "properties": {p.name: caption(p) for p in kind.properties},
    }


def caption(prop: Property) -> dict[str, str]:
    """Captions of one property, its type and unit."""
    return {"zh": prop.zh, "en": prop.en, "type": prop.type.value, "unit": prop.unit}
