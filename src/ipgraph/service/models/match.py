"""A need, and what answers it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from ipgraph.service.models.partners import Reason
from ipgraph.service.models.stamp import Stamped, Told

Kind = Literal["Patent", "Team", "Institution", "Enterprise"]


class Need(BaseModel):
    """What is asked for; either `text` or `demand` is given. A filter that is null asks for nothing."""

    text: str | None = Field(None, max_length=50_000, description="The need in words, Chinese or English.",
                             examples=["提高锂离子电池隔膜耐热性的涂布设备"])
    demand: str | None = Field(None, max_length=300, description="Id of a demand, in place of a text.")
    top: int = Field(10, ge=1, le=200, description="How many of each kind.")
    kinds: list[Kind] = Field(default_factory=list, description="Kinds to answer with; none says all.")
    status: Literal["pending", "active", "ended"] | None = Field(None, description="Legal status of the patents.")
    region: str | None = Field(None, max_length=100, description="Name or code of a region that a holder is in.")
    licence: Literal["open_licence", "convertible", "any"] | None = Field(
        None, description="Mode of a listing that the patents stand in.")
    owner: str | None = Field(None, max_length=300,
                              description="institution, enterprise or person, or a holder by name or id.")


class Match(BaseModel):
    """A patent, team or organisation; score is 0–1: of a patent 1/(1 + how far its log-odds are behind the best), of
    others the sum of their patents' scores, each next one halved once more."""

    id: str
    name: str
    kind: Kind
    score: float
    patents: list[str] = Field(description="Ids of the patents it is found by, best first.")
    holders: list[str] = Field(description="Names of those who hold the patent; empty of others.")
    reasons: list[Reason]


class EventQuestion(BaseModel):
    """A segment, and the needs of its event."""

    segment: str = Field(min_length=1, max_length=300, description="Id, name or number of the segment.")
    needs: list[Annotated[str, Field(min_length=1, max_length=5_000)]] = Field(
        default_factory=list, max_length=50,
        description="Needs in words, at most 50; none says the open demands about the segment.")
    top: int = Field(5, ge=1, le=50, description="Patents for each need.")


class EventRow(BaseModel):
    """A need and one patent for it; a need that finds nothing has one row without a patent."""

    need: str = Field(description="Id of the demand, or the number of the need in the list asked.")
    title: str
    seekers: list[str]
    deadline: str | None
    rank: int | None
    patent: str | None
    name: str | None
    score: float | None = Field(description="0–1, comparable within one need alone.")
    serves: bool | None = Field(description="Whether the patent serves the segment.")
    status: str | None
    institutions: list[str] | None
    enterprises: list[str] | None
    persons: list[str] | None
    teams: list[str] | None
    reasons: list[Reason] | None


class EventList(Stamped):
    segment: str
    rows: list[EventRow]
    notes: list[Told]


class Inferred(BaseModel):
    """A class that the need leads to, with its share (0–1) of the weight of what was found."""

    id: str
    share: float


class InferredSegment(Inferred):
    """A segment that the need leads to, alike."""

    name: str
    name_en: str | None
    chain: str | None


class Matches(Stamped):
    text: str
    words: list[str] = Field(description="Words of the need that the corpus knows, rarest first.")
    classes: list[Inferred]
    segments: list[InferredSegment]
    lessons: int = Field(description="Needs that the order was learned from; 0 where the corpus is too small to learn.")
    notes: list[Told] = Field(description="Words that no patent has, and what a plugged-in model could not do.")
    matches: list[Match]
