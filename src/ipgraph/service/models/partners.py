"""Partners."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ipgraph.service.models.stamp import Stamped

Role = Literal["complements", "strengthens", "licenses", "buys", "cofiles", "joins_pool"]
Kind = Literal["Enterprise", "Institution"]


class Reason(BaseModel):
    """Why a partner is proposed, in both languages, with the ids that prove it (segments, patents, classes …)."""

    model_config = ConfigDict(extra="allow")

    kind: str
    zh: str
    en: str


class Counterfactual(BaseModel):
    """What the rank would be without a patent or an edge that the reasons name."""

    kind: str = Field(description="patent, or the type of an edge: CITES, OPERATES_IN.")
    ids: list[str] = Field(description="Of the patent, or of the two ends of the edge.")
    zh: str
    en: str
    rank: int
    rank_without: int | None = Field(description="Null: no longer among the first hundred.")


class MethodNote(BaseModel):
    """What ranks, in both languages: what was learnt from past events, or the rules, and then why."""

    method: Literal["learned", "rules"]
    event: Literal["cofiling", "transfer", "flow"] | None = Field(
        description="What the probability is of: filing together, passing a right, a new patent of who asks citing one "
                    "of theirs. Null by rules.")
    months: int | None = Field(description="Within how many months.")
    learned_until: str | None = Field(description="Learnt from what came to pass before this day.")
    zh: str
    en: str


class Partner(BaseModel):
    """A proposed partner; score and its parts are 0–1, the best candidate 1 in each part."""

    id: str
    name: str
    kind: str
    score: float
    probability: float | None = Field(
        description="That the event of `method_note` comes to pass. Null by rules, and for whom the learned ranking "
                    "did not look at.")
    new: bool = Field(description="No patent held together so far; for a segment, not yet active there.")
    complement: float
    relatedness: float
    closeness: float | None = Field(description="Null where there is a probability: it is of the rules alone.")
    domestic: float = Field(description="Share of the candidate's patents that are of the home country, 0–1.")
    roles: list[Role] = Field(description="What it could be for who asks, as far as the data tell.")
    basis: str
    method: Literal["learned", "rules"]
    method_note: MethodNote
    reasons: list[Reason]
    counterfactuals: list[Counterfactual] | None = Field(
        default=None, description="With `why`: of the first five partners, the three that move the rank most.")


class Partners(Stamped):
    who: str
    segment: str | None
    partners: list[Partner]


class PartnersAsked(BaseModel):
    """Partners for one or for many at once."""

    model_config = ConfigDict(extra="forbid")

    who: list[Annotated[str, Field(min_length=1, max_length=300)]] = Field(
        min_length=1, max_length=50, description="Ids or names of holders, segments or research teams.")
    segment: str | None = Field(default=None, max_length=300, description="Partners for this segment alone.")
    top: int = Field(default=10, ge=1, le=200)
    role: Role | None = Field(default=None, description="Partners with this role alone.")
    region: str | None = Field(default=None, max_length=300, description="Partners in this region alone.")
    kind: Kind | None = Field(default=None, description="Partners of this kind alone.")
    new: bool | None = Field(default=None, description="True: new partners alone; false: known ones alone.")
    why: bool = Field(default=False, description="Rank again without what the reasons name; takes time.")


class PartnersFor(BaseModel):
    """The answer for one of many; where the name is not known, why, and no partners."""

    who: str
    partners: list[Partner]
    detail: str | None = Field(default=None, description="What is wrong with this name.")
    detail_zh: str | None = None


class PartnersForMany(Stamped):
    segment: str | None
    answers: list[PartnersFor]
