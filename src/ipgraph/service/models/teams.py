"""Research teams."""

from __future__ import annotations

from pydantic import BaseModel

from ipgraph.service.models.stamp import Stamped


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
