"""Partners."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ipgraph.service.models.stamp import Stamped


class Reason(BaseModel):
    """Why a partner is proposed, in both languages, with the ids that prove it (segments, patents, classes …)."""

    model_config = ConfigDict(extra="allow")

    kind: str
    zh: str
    en: str


class Partner(BaseModel):
    """A proposed partner; score and its parts are 0–1, the best candidate 1 in each part."""

    id: str
    name: str
    kind: str
    score: float
    new: bool = Field(description="No patent held together so far; for a segment, not yet active there.")
    complement: float
    relatedness: float
    closeness: float
    domestic: float = Field(description="Share of the candidate's patents that are of the home country, 0–1.")
    basis: str
    reasons: list[Reason]


class Partners(Stamped):
    who: str
    segment: str | None
    partners: list[Partner]


class PartnersAsked(BaseModel):
    """Partners for one or for many at once."""

    model_config = ConfigDict(extra="forbid")

    who: list[Annotated[str, Field(min_length=1, max_length=300)]] = Field(
        min_length=1, max_length=50, description="Ids or names of holders or segments.")
    segment: str | None = Field(default=None, max_length=300, description="Partners for this segment alone.")
    top: int = Field(default=10, ge=1, le=100)


class PartnersFor(BaseModel):
    """The answer for one of many; where the name is not known, why, and no partners."""

    who: str
    partners: list[Partner]
    detail: str | None = Field(default=None, description="What is wrong with this name.")
    detail_zh: str | None = None


class PartnersForMany(Stamped):
    segment: str | None
    answers: list[PartnersFor]
