"""Layouts of our own: headings are the columns of a draft, lists are parted by semicolons.

A template writes a heading in both languages in one cell (标题 title): that is a spelling of it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis.expr.types as ir

from ipgraph.sources.date_order import settle
from ipgraph.sources.drafts import REFUSED, Draft
from ipgraph.sources.loader import Heading, Part, Read, missing
from ipgraph.sources.patent_layout import split
from ipgraph.sources.sheet import SourceFile

SEPARATOR = "[;；]"


@dataclass(frozen=True)
class OwnLayout:
    """A draft written down as it is; `needed` are the headings that tell it from other layouts."""

    layout: str
    zh: str
    en: str
    supplier: str
    draft: Draft
    needed: tuple[str, ...]
    captions: Mapping[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        columns = (*self.draft.required, *self.draft.texts, *self.draft.lists)
        others = tuple(self.spelt(name) for name in columns if name not in self.needed)
        return (Part(tuple(map(self.spelt, self.needed)), others),)

    def spelt(self, name: str) -> Heading:
        return (name, f"{self.captions[name]} {name}") if name in self.captions else name

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        table = read.table(self.parts[0])
        lists = {name: split(table[name], SEPARATOR) for name in self.draft.lists}
        dates = tuple(name for name in self.draft.texts if name.endswith("_on"))
        shaped, unclear = settle(table.mutate(**lists), dates)
        return {self.draft.name: shaped, **({REFUSED.name: unclear} if unclear is not None else {})}
