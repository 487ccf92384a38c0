"""A segment: holders, patents, what stands beside it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from ipgraph.service.models.chains import Gap
from ipgraph.service.models.quality import QualityBasis
from ipgraph.service.models.stamp import Stamped


class Holder(BaseModel):
    """A holder of a segment: most quality-weighted first, never ranked by count."""

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    patents: float = Field(description="A patent of n holders counts 1/n for each.")
    weighted: float
    share: float = Field(description="Of the quality-weighted total, 0–1.")
    local: bool = Field(description="Located in the region asked for, and then listed first.")


class PatentItem(BaseModel):
    id: str
    title: str | None
    filed_on: str | None
    status: str | None
    patent_type: str | None
    holders: list[str]
    basis: str | None = Field(description="rule or text: what decided that the patent serves the segment.")
    rule: str | None = Field(description="The rule by which the patent serves the segment; null where a text decided.")
    pattern: str | None = Field(description="The class pattern of the rule that matched.")
    words: list[str] | None = Field(description="The keywords found; by text the words that speak most for it.")
    score: float | None = Field(description="By text the calibrated probability.")


class Patents(Stamped):
    patents: list[PatentItem]
    total: int
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class SegmentItem(BaseModel):
    id: str
    name: str
    name_en: str | None


class Beside(SegmentItem):
    """A segment before or after another, and why."""

    reason: str | None


class ClassItem(BaseModel):
    id: str
    title_zh: str | None
    title_en: str | None
    patents: int


class Formula(BaseModel):
    """How a number is worked out: in words, and with its sums put in; empty where it is read off the edges."""

    zh: str
    en: str
    worked: str


class Part(BaseModel):
    """A holder, or a group, and its share of the patents behind a number."""

    id: str
    name: str
    kind: str
    share: float
    through: list[str] = Field(description="Those of the group that hold the patents; empty for a holder alone.")


class Number(BaseModel):
    measure: str
    value: bool | float | None
    formula: Formula
    parts: dict[str, float | str | list[str] | None] = Field(description="The sums that the formula takes, by name.")
    holders: list[Part] = Field(description="The largest first; at most ten.")
    patents: list[str] = Field(description="Those of most worth first; at most ten.")
    total: int = Field(description="How many patents are behind the number.")
    more: str | None = Field(description="Address of all of them; null where there are none.")


class Explained(Stamped):
    id: str
    region: str | None
    enterprise: str | None
    within: str
    quality: QualityBasis
    numbers: list[Number]


class SegmentAnswer(Stamped):
    id: str
    chain: str
    name: str
    name_en: str | None
    number: str | None
    stage: str | None
    region: str | None
    enterprise: str | None
    within: str
    numbers: Gap | None = Field(description="Its row of the gap board; null for a segment that has parts.")
    parts: list[SegmentItem]
    upstream: list[Beside]
    downstream: list[Beside]
    top_holders: list[Holder]
    classes: list[ClassItem]
    patents: Patents
    partners: str = Field(description="Address of the partners of this segment.")
