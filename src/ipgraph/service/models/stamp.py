"""What every answer with figures carries, what a remark is, and what an error says."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Stamped(BaseModel):
    """The version of the published bundle the answer comes from, and the newest date in it."""

    version: str = Field(examples=["3f9c2a71b0de"])
    as_of: str | None = Field(examples=["2024-12-31"])


class Told(BaseModel):
    """A sentence in both languages."""

    zh: str
    en: str


class Problem(BaseModel):
    """An error as RFC 9457 has it; `field` names the parameter at fault where there is one."""

    type: str = "about:blank"
    title: str = Field(examples=["not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no chain called 锂电迟"])
    detail_zh: str = Field(examples=["没有名为 锂电迟 的产业链"])
    field: str | None = None
