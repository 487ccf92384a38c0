"""A short mark of what the schema declares: what was written under one schema is not read under another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import EdgeKind, NodeKind, Property
from ipgraph.schema.nodes import NODE_KINDS

__all__ = ["FINGERPRINT", "fingerprint"]

#: Raised when the meaning of a column changes and its declaration does not.
MEANING = 1


def fingerprint(nodes: Iterable[NodeKind], edges: Iterable[EdgeKind]) -> str:
    """Four hexadecimal digits of every table's name, columns and types; captions and order do not count."""
    tables = [f"{kind.label}({columns(kind.properties)})" for kind in nodes]
    tables += [f"{ends.table}({columns(edge.properties)})" for edge in edges for ends in edge.ends()]
    return hashlib.sha256(f"{MEANING} {sorted(tables)}".encode()).hexdigest()[:4]


def columns(properties: Iterable[Property]) -> str:
    return ", ".join(f"{one.name} {one.type.value}" for one in properties)


FINGERPRINT = fingerprint(NODE_KINDS, EDGE_KINDS)
