"""Partners."""

from __future__ import annotations

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
