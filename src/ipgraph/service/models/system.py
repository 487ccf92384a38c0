"""The legend, and whether the service is up and holds a graph."""

from __future__ import annotations

from pydantic import BaseModel, Field


class StatusItem(BaseModel):
    key: str
    zh: str
    en: str
    en_short: str
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
    main: bool = Field(description="A key figure; the others stand folded under those.")


class EvidenceItem(BaseModel):
    """What a status rests on, where that is little."""

    key: str
    zh: str
    en: str
    zh_doc: str
    en_doc: str


class CodeItem(BaseModel):
    """A coded value of a property in words."""

    property: str = Field(examples=["patent_type"])
    key: str = Field(examples=["utility"])
    zh: str
    en: str


class KindItem(BaseModel):
    key: str
    zh: str
    en: str
    doc: str
    color: str | None = None


class Legend(BaseModel):
    sample: bool = Field(description="The graph is the sample that comes with ipgraph, not a census.")
    statuses: list[StatusItem]
    evidence: list[EvidenceItem]
    measures: list[MeasureItem]
    nodes: list[KindItem]
    edges: list[KindItem]
    codes: list[CodeItem]


class Ready(BaseModel):
    """Whether the store holds a graph, and which."""

    ready: bool
    engine: str
    version: str | None
    reason: str | None = None


class Alive(BaseModel):
    alive: bool
