"""Partners, teams, pools."""

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


class Team(BaseModel):
    """A research team; members with most patents first. years: first and last of filing."""

    id: str
    home: str
    home_name: str
    leader: str
    leader_name: str
    members: list[str]
    member_names: list[str]
    years: list[int]
    patents: int
    segments: list[str]
    classes: list[str]


class Teams(Stamped):
    who: str
    teams: list[Team]


class Licensor(BaseModel):
    id: str
    name: str
    patents: int


class InForce(BaseModel):
    country: str
    patents: int


class Covered(BaseModel):
    """A segment, patents of the pool that serve it, and of how many in all."""

    id: str
    name: str
    pool: int
    all: int
    share: float


class Pool(BaseModel):
    id: str
    name: str
    name_en: str | None
    administrator: str | None
    patents: int
    licensors: int
    members: list[Licensor]
    countries: list[InForce]
    hhi: float | None
    cr4: float | None
    segments: list[Covered]


class Pools(Stamped):
    pools: list[Pool]
