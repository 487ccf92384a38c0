"""Patent pools."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from ipgraph.service.models.stamp import Stamped


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


class PoolQuestion(BaseModel):
    """A segment and the holders who would form a pool for it."""

    segment: str = Field(min_length=1, max_length=300, description="Id, name or number of a segment.")
    holders: list[str] = Field(default=[], max_length=200, description="Ids or names; none: who should come first.")
    top: int = Field(default=10, ge=1, le=100, description="How many missing holders to name.")


class PoolMember(BaseModel):
    """alone: inventions of no other member; adds: Shapley value, a share of the whole weight, exact."""

    id: str
    name: str
    kind: str
    inventions: int
    weighted: float
    alone: int
    adds: float | None


class Overlap(BaseModel):
    """Inventions that two members both hold."""

    one: str
    other: str
    inventions: int


class Missing(BaseModel):
    """A holder to ask, after those before: what it adds, and the coverage then; shares of the weight, 0–1."""

    id: str
    name: str
    kind: str
    adds: float | None
    coverage: float | None


class PoolDesign(Stamped):
    """What a pool would be. basis graded: granted patents of good quality that are not known to have ended; held: all
    that are not known to have ended, as none is good."""

    segment: str
    name: str
    basis: Literal["graded", "held"]
    inventions: int
    weighted: float
    covered: int
    covered_weighted: float
    coverage: float | None
    shared: float | None = Field(description="Part of the covered inventions that several members hold, 0–1.")
    hhi: float | None = Field(description="Of the covered weight over members.")
    hhi_all: float | None = Field(description="Of the whole weight over all holders.")
    members: list[PoolMember]
    overlaps: list[Overlap]
    missing: list[Missing]
    bound: float = Field(description="1 − 1/e: sure of a greedy choice, for any segment.")
    reached: float | None = Field(description="Proved share of the best choice of as many holders, here.")
