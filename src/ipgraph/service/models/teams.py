"""Research teams."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from ipgraph.service.models.stamp import Stamped

Role = Literal["core", "fringe"]


class Team(BaseModel):
    """A research team; the leader first, then the members by their part of the patents. Lists of members are aligned.

    years: first and last of filing, empty where unknown; segments, classes, partners: ids of the first five.
    """

    id: str
    home: str
    home_name: str
    homes: list[str] = Field(description="Organisations of the members, the leader's first.")
    leader: str
    leader_name: str
    members: list[str]
    member_names: list[str]
    member_patents: list[int]
    roles: list[Role]
    years: list[int]
    patents: int
    weighted: float = Field(description="Σ quality of the patents.")
    segments: list[str]
    classes: list[str]
    partners: list[str] = Field(description="Enterprises elsewhere that hold patents with the team or received some.")


class Teams(Stamped):
    who: str
    teams: list[Team]


class Member(BaseModel):
    id: str
    name: str
    role: Role
    patents: int
    share: float = Field(description="Part of the team's patents counted 1/n, 0–1.")
    membership: float = Field(description="Share of the member's own joint work that is the team's, 0–1.")
    years: list[int]


class Window(BaseModel):
    """The team in some years; members and patents are empty where it is dissolved."""

    first: int
    last: int
    state: Literal["new", "continuing", "merged", "split", "dissolved"]
    members: list[str]
    patents: int


class Topic(BaseModel):
    """A class of the team's patents; main: of how many it is the main class."""

    id: str
    title_zh: str | None
    title_en: str | None
    patents: int
    main: int


class ServedSegment(BaseModel):
    id: str
    name: str
    name_en: str | None
    chain: str | None
    patents: int
    weighted: float


class IndustryPartner(BaseModel):
    """An enterprise; held: patents held together; deals: patents licensed or passed on to it."""

    id: str
    name: str
    held: int
    deals: int
    patents: list[str]


class Work(BaseModel):
    id: str
    title: str | None
    year: int | None
    quality: float
    members: int = Field(description="Inventors of the team among those of the patent.")


class Associate(BaseModel):
    """Who was counted to another team, or none, and does much of their joint work with this one."""

    id: str
    name: str
    team: str | None
    patents: int
    membership: float = Field(description="Share of their joint work that is the team's, 0–1.")


class Colleague(BaseModel):
    """Who works closely with a person."""

    id: str
    name: str
    home: str
    home_name: str
    share: float = Field(description="Share of the person's joint work that is with them, recent work more, 0–1.")
    patents: int
    years: list[int]
    team: str | None
    same_team: bool


class Colleagues(Stamped):
    who: str
    colleagues: list[Colleague]


class TeamDetail(Team, Stamped):
    people: list[Member]
    associates: list[Associate]
    history: list[Window]
    topics: list[Topic]
    words: list[str] = Field(description="Words of its titles; none before `ipgraph analyse`.")
    served: list[ServedSegment]
    industry: list[IndustryPartner]
    works: list[Work]
