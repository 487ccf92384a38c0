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
    segments: int = Field(description="Segments without parts.")
    patents: int = Field(description="Patents that serve any of them.")
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


class Test(BaseModel):
    """One comparison behind a status; `measure` is a key of the legend where it has one."""

    status: str
    measure: str
    sign: str = Field(examples=["<"])
    threshold: float | None
    value: float | None
    met: bool


class Gap(BaseModel):
    """One row of the gap board; shares are 0–1, an unknown is null. docs/measures.md says what each figure is."""

    model_config = ConfigDict(extra="allow")

    chain: str
    segment: str
    name: str
    name_en: str | None
    stage: str | None
    status: str = Field(examples=["弱链"])
    status_code: str = Field(description="Key of the status in the legend.", examples=["weak"])
    status_also: list[str] = Field(description="Codes of further statuses whose tests are met.")
    status_basis: list[Test]
    region: str
    region_name: str
    patents: int
    weighted: float | None
    holders: int
    rta: float | None
    hhi: float | None
    cr4: float | None
    foreign: float | None
    upstreamness: float | None
    cut: bool
    local_patents: int
    local_share: float | None
    value: float | None
    gap: float | None
    monopoly: float | None
    hardness: float | None


class Gaps(Stamped):
    chain: str
    region: str | None = Field(description="Region as asked for; null for the country.")
    gaps: list[Gap]


class Holder(BaseModel):
    """A holder of a segment: most quality-weighted first, never ranked by count."""

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    patents: float = Field(description="A patent of n holders counts 1/n for each.")
    weighted: float
    share: float = Field(description="Of the quality-weighted total, 0–1.")


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


class SegmentItem(BaseModel):
    id: str
    name: str
    name_en: str | None


class Beside(SegmentItem):
    """A segment before or after another, and why."""

    reason: str | None


class ClassItem(BaseModel):
    id: str
    title_zh: str | None
    title_en: str | None
    patents: int


class SegmentAnswer(Stamped):
    id: str
    chain: str
    name: str
    name_en: str | None
    number: str | None
    stage: str | None
    region: str | None
    numbers: Gap | None = Field(description="Its row of the gap board; null for a segment that has parts.")
    parts: list[SegmentItem]
    upstream: list[Beside]
    downstream: list[Beside]
    top_holders: list[Holder]
    classes: list[ClassItem]
    patents: Patents
    partners: str = Field(description="Address of the partners of this segment.")


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
