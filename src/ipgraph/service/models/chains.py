"""Chains, their maps, their gap boards."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ipgraph.service.models.quality import QualityBasis
from ipgraph.service.models.stamp import Stamped, Told


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
    steady: bool = Field(description="The status is the same whichever threshold moves by 20 %.")
    evidence: str = Field(description="What the row rests on: none, thin or ok.", examples=["ok"])
    region: str
    region_name: str
    patents: int
    by_text: int = Field(description="Those of its patents that a text decided, not a rule.")
    inventions: int = Field(description="Its patents with each family counted once.")
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
    enterprises: int = Field(description="Organisations that work in the segment or make a product of it.")
    local_enterprises: int
    products: int = Field(description="Products that belong to the segment.")
    local_products: int
    industry_rta: float | None = Field(description="Advantage counted in organisations; null without any in the chain.")
    industry_code: str | None = Field(description="Status by industry alone: missing, weak or strong.")
    supply_demand: str | None = Field(description="Patents and industry together.", examples=["有产业缺专利"])
    supply_demand_code: str | None = Field(
        description="unsupplied, patents_only, industry_only, both or neither; null where no industry is known.")
    viewpoint: str = Field(description="country (in the world), region or holder.")
    within: str = Field(description="What shares are compared with: world or country.")


class Deed(BaseModel):
    """One assumption: add NAME in a region, move WHO to a region, let WHO enter a segment, give WHO a patent or those
    of a holder or pool, let WHO file `count` new patents in a segment, let patents serve a segment, withdraw patents,
    remove WHO with the patents it alone holds, or a pool with all of its patents."""

    do: Literal["add", "move", "enter", "give", "file", "serve", "withdraw", "remove"]
    what: str = Field(min_length=1, max_length=100_000, description="Name or id; commas between patents.")
    to: str = Field("", max_length=300)
    count: int = Field(1, ge=1, le=10_000, description="How many patents are filed.")


class Question(BaseModel):
    region: str | None = None
    changes: list[Deed] = Field(min_length=1, max_length=100)


class Move(BaseModel):
    segment: str
    name: str
    name_en: str | None
    measure: str
    before: bool | float | str | list[str] | None
    after: bool | float | str | list[str] | None


class WhatIf(Stamped):
    chain: str
    region: str | None
    moves: list[Move]


class Filed(BaseModel):
    id: str
    filed_on: str = Field(description="Day of filing, else of publication.")


class Compared(Stamped):
    """What moved on the board between the ends of two days."""

    model_config = ConfigDict(populate_by_name=True)

    chain: str
    region: str | None
    since: str = Field(alias="from")
    to: str
    patents_from: int = Field(description="Patents of the chain by the first day.")
    patents_to: int
    undated: int = Field(description="Patents without any day, which stand on neither board.")
    reason: Told | None = Field(description="Why nothing moved, where so.")
    moves: list[Move]
    new: list[Filed] = Field(description="Patents of the chain filed in between.")


class Candidate(BaseModel):
    id: str
    name: str
    kind: str
    local: bool
    density: float = Field(description="Relatedness density in the segment, 0–1.")
    weighted: float = Field(description="Quality-weighted patents in the segment.")


class Action(BaseModel):
    segment: str
    name: str
    name_en: str | None
    status_code: str
    action_code: Literal["fill", "strengthen", "extend"]
    action: str
    score: float
    origin: str | None = Field(description="Of an extension: the strong segment upstream.")
    reason_zh: str
    reason_en: str
    candidates: list[Candidate]


class Advice(Stamped):
    chain: str
    region: str | None
    actions: list[Action]


class BoardNote(Told):
    """Why numbers of a board are empty, zero or all alike."""

    code: str = Field(examples=["no_patents"])


class Gaps(Stamped):
    chain: str
    region: str | None = Field(description="Region as asked for; null for the country.")
    enterprise: str | None = Field(description="Holder as asked for.")
    within: str
    quality: QualityBasis = Field(description="What the quality of the patents of the chain rests on.")
    notes: list[BoardNote] = Field(
        description="What to know before reading: a circle, parts, no patents, no industry …")
    gaps: list[Gap]
