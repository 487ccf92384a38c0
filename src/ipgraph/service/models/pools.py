"""Patent pools."""

from __future__ import annotations

from pydantic import BaseModel

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
