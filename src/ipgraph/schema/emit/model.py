"""Pydantic models of the node kinds, as the API gives them."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from ipgraph.schema.kinds import NodeKind, Property, Type
from ipgraph.schema.nodes import NODE_KINDS

PYTHON: dict[Type, Any] = {
    Type.TEXT: str,
    Type.TEXTS: list[str],
    Type.DATE: date,
    Type.INTEGER: int,
    Type.NUMBER: float,
    Type.FLAG: bool,
}


def model(kind: NodeKind) -> type[BaseModel]:
    """A frozen model named after the kind; what is not required may be null."""
    fields: dict[str, Any] = {prop.name: declared(prop) for prop in kind.properties}
    return create_model(kind.label, __config__=ConfigDict(frozen=True, title=kind.en), __doc__=kind.doc, **fields)


def declared(prop: Property) -> tuple[Any, Any]:
    """Type and field of one property, described in both languages."""
    text = f"{prop.zh} · {prop.doc or prop.en}" + (f" ({prop.unit})" if prop.unit else "")
    if prop.required:
        return PYTHON[prop.type], Field(title=prop.en, description=text)
    return PYTHON[prop.type] | None, Field(default=None, title=prop.en, description=text)


def models() -> dict[str, type[BaseModel]]:
    """All models by label."""
    return {kind.label: model(kind) for kind in NODE_KINDS}
