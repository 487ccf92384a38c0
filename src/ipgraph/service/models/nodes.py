"""Regions, search hits, any node and its neighbours."""

from __future__ import annotations

from pydantic import BaseModel, Field

from ipgraph.service.models.quality import QualityTree
from ipgraph.service.models.stamp import Stamped

Scalar = str | int | float | bool | list[str] | None


class RegionItem(BaseModel):
    id: str
    name: str
    name_en: str | None
    level: str | None
    parent: str | None


class Regions(Stamped):
    regions: list[RegionItem]


class Found(BaseModel):
    """A hit of the search; `chain` says where a segment is shown."""

    kind: str
    id: str
    name: str
    name_en: str | None
    chain: str | None


class SearchAnswer(Stamped):
    query: str
    found: list[Found]


class Value(BaseModel):
    """A property of a node with its captions and unit."""

    name: str
    zh: str
    en: str
    unit: str
    value: Scalar


class Strength(BaseModel):
    """A segment that a holder's patents serve; share: of the quality-weighted total there, 0–1."""

    id: str
    name: str
    name_en: str | None
    chain: str | None
    chain_name: str | None
    chain_name_en: str | None
    patents: int
    share: float


class Node(Stamped):
    kind: str
    id: str
    name: str
    values: list[Value]
    segments: list[Strength] = Field(description="Where a holder is strong, most weighted first; empty for others.")
    quality: QualityTree | None = Field(description="The score tree of a patent; null for others.")


class EdgeCount(BaseModel):
    edge: str
    direction: str = Field(description="out or in", examples=["out"])
    zh: str
    en: str
    count: int


class Neighbour(BaseModel):
    kind: str
    id: str
    name: str
    past: bool = Field(description="True where the edge is of the past: an owner that passed the patent on.")


class Neighbours(Stamped):
    """Counts by edge kind and direction; with `edge`, a page of the nodes at its other end."""

    counts: list[EdgeCount]
    neighbours: list[Neighbour]
    next: str | None
