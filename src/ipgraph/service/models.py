"""What the API answers. Every answer with figures says of which version and as of when."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

Scalar = str | int | float | bool | list[str] | None


class Stamped(BaseModel):
    """The version of the published bundle the answer comes from, and the newest date in it."""

    version: str = Field(examples=["3f9c2a71b0de"])
    as_of: str | None = Field(examples=["2024-12-31"])


class Problem(BaseModel):
    """An error as RFC 9457 has it; `field` names the parameter at fault where there is one."""

    type: str = "about:blank"
    title: str = Field(examples=["not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no chain '锂电'"])
    field: str | None = None


class ChainItem(BaseModel):
    id: str = Field(examples=["xinsanyang_2024:锂电池"])
    name: str
    name_en: str | None
    title: str | None = Field(description="Document that defines the chain.")
    segments: int
    feeds: int = Field(description="Edges between its segments.")


class Chains(Stamped):
    chains: list[ChainItem]


class Card(BaseModel):
    """A segment on the map; x and y are its top left corner."""

    id: str
    name: str
    name_en: str | None
    number: str | None
    stage: str | None
    column: int
    x: float
    y: float


class Frame(BaseModel):
    """The rectangle around the parts of a segment."""

    id: str
    name: str
    name_en: str | None
    x: float
    y: float
    width: float
    height: float


class Band(BaseModel):
    """A stage or level: a run of columns under one heading."""

    key: str
    zh: str
    en: str
    x: float
    width: float


class Feed(BaseModel):
    """Output of `source` is input of `target`; `back` where the edge runs against the columns."""

    source: str
    target: str
    reason: str | None
    back: bool


class ChainMap(Stamped):
    id: str
    name: str
    name_en: str | None
    title: str | None
    width: float
    height: float
    card_width: float
    card_height: float
    cards: list[Card]
    frames: list[Frame]
    bands: list[Band]
    feeds: list[Feed]


class Gap(BaseModel):
    """One row of the gap board; shares are 0–1."""

    model_config = ConfigDict(extra="allow")

    chain: str
    segment: str
    name: str
    stage: str | None
    status: str
    patents: int
    weighted: float | None
    holders: int
    rta: float | None
    hhi: float | None
    cr4: float | None
    foreign: float | None
    upstreamness: float | None
    cut: bool | None


class Gaps(Stamped):
    chain: str
    region: str | None
    gaps: list[Gap]


class Holder(BaseModel):
    id: str
    name: str
    kind: str
    patents: int
    weighted: float | None
    share: float | None


class PatentItem(BaseModel):
    id: str
    title: str | None
    filed_on: str | None
    status: str | None
    patent_type: str | None
    holders: list[str]
    rule: str | None = Field(description="The rule by which the patent serves the segment.")
    score: float | None


class Patents(Stamped):
    patents: list[PatentItem]
    total: int
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class SegmentAnswer(Stamped):
    id: str
    chain: str | None
    name: str
    name_en: str | None
    number: str | None
    stage: str | None
    region: str | None
    numbers: Gap
    top_holders: list[Holder]
    patents: Patents
    partners: str = Field(description="Address of the partners of this segment.")


class Reason(BaseModel):
    """Why a partner is proposed, in both languages; `ids` are the nodes it names."""

    model_config = ConfigDict(extra="allow")

    zh: str
    en: str


class Partner(BaseModel):
    id: str
    name: str
    kind: str
    score: float
    new: bool
    reasons: list[Reason]


class Partners(Stamped):
    who: str
    segment: str | None
    partners: list[Partner]


class Team(BaseModel):
    id: str
    name: str
    leader: str
    members: list[str]
    years: list[int]
    patents: int


class Teams(Stamped):
    who: str
    teams: list[Team]


class Pool(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: str
    name: str


class Pools(Stamped):
    pools: list[Pool]


class RegionItem(BaseModel):
    id: str
    name: str
    name_en: str | None
    level: str | None
    parent: str | None


class Regions(Stamped):
    regions: list[RegionItem]


class Found(BaseModel):
    """A hit of the search; `chain` says where a segment is shown."""

    kind: str
    id: str
    name: str
    name_en: str | None
    chain: str | None


class SearchAnswer(Stamped):
    query: str
    found: list[Found]


class Value(BaseModel):
    """A property of a node with its captions and unit."""

    name: str
    zh: str
    en: str
    unit: str
    value: Scalar


class Node(Stamped):
    kind: str
    id: str
    name: str
    values: list[Value]


class EdgeCount(BaseModel):
    edge: str
    direction: str = Field(description="out or in", examples=["out"])
    zh: str
    en: str
    count: int


class Neighbour(BaseModel):
    kind: str
    id: str
    name: str


class Neighbours(Stamped):
    """Counts by edge kind and direction; with `edge`, a page of the nodes at its other end."""

    counts: list[EdgeCount]
    neighbours: list[Neighbour]
    next: str | None


class StatusItem(BaseModel):
    key: str
    zh: str
    en: str
    color: str
    sign: str
    zh_doc: str
    en_doc: str


class MeasureItem(BaseModel):
    key: str
    zh: str
    en: str
    zh_unit: str
    en_unit: str
    format: str
    zh_doc: str
    en_doc: str


class KindItem(BaseModel):
    key: str
    zh: str
    en: str
    doc: str
    color: str | None = None


class Legend(BaseModel):
    statuses: list[StatusItem]
    measures: list[MeasureItem]
    nodes: list[KindItem]
    edges: list[KindItem]


class Ready(BaseModel):
    """Whether the store holds a graph, and which."""

    ready: bool
    engine: str
    version: str | None
    reason: str | None = None


class Alive(BaseModel):
    alive: bool
