"""How good patents are, and what says so."""

from __future__ import annotations

from pydantic import BaseModel, Field


class QualityBand(BaseModel):
    """A grade and the least weight of it; the bands cover 0 to 1."""

    grade: str
    low: float


class IndicatorWeight(BaseModel):
    branch: str
    indicator: str
    zh: str
    en: str
    weight: float = Field(description="Share in the whole, 0–1; all add up to 1.")
    known: float | None = Field(description="Share of the patents whose record has it; null without patents.")


class QualityBasis(BaseModel):
    """What the quality in an answer rests on. A missing indicator does not count, and is never zero."""

    scenario: str
    scenario_zh: str
    scenario_en: str
    weights: list[IndicatorWeight]
    bands: list[QualityBand]
    graded: float | None = Field(description="Share of the patents whose quality rests on more than the type.")
    patents: int
    neutral: float = Field(description="Weight of a patent of which nothing is known.")
    indicators: int = Field(description="Grounds that a grade needs where no grant is known.")


class QualityLeaf(BaseModel):
    indicator: str
    zh: str
    en: str
    zh_doc: str
    en_doc: str
    weight: float
    value: float | None = Field(description="0–1; null where the record does not say.")


class QualityBranch(BaseModel):
    branch: str
    zh: str
    en: str
    weight: float
    value: float | None
    indicators: list[QualityLeaf]


class QualityTree(BaseModel):
    """The score tree of one patent."""

    scenario: str
    scenario_zh: str
    scenario_en: str
    weight: float = Field(description="Quality, 0–1, over the indicators that are known.")
    grade: str | None = Field(description="null where quality rests on the type alone.")
    graded: bool
    bands: list[QualityBand]
    branches: list[QualityBranch]
