"""The legend, and whether the service is up and holds a graph."""

from __future__ import annotations

from pydantic import BaseModel


class StatusItem(BaseModel):
    key: str
    zh: str
    en: str
    color: str
    sign: str
    zh_doc: str
    en_doc: str


class MeasureItem(BaseModel):
    key: str
    zh: str
    en: str
    zh_unit: str
    en_unit: str
    format: str
    zh_doc: str
    en_doc: str


class KindItem(BaseModel):
    key: str
    zh: str
    en: str
    doc: str
    color: str | None = None


class Legend(BaseModel):
    statuses: list[StatusItem]
    measures: list[MeasureItem]
    nodes: list[KindItem]
    edges: list[KindItem]


class Ready(BaseModel):
    """Whether the store holds a graph, and which."""

    ready: bool
    engine: str
    version: str | None
    reason: str | None = None


class Alive(BaseModel):
    alive: bool
