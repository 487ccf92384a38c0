"""Layouts of our own: headings are the columns of a draft, lists are parted by semicolons."""

from __future__ import annotations

from dataclasses import dataclass

import ibis.expr.types as ir

from ipgraph.sources.drafts import Draft
from ipgraph.sources.loader import Part, Read, missing
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

    @property
    def parts(self) -> tuple[Part, ...]:
        columns = (*self.draft.required, *self.draft.texts, *self.draft.lists)
        return (Part(self.needed, tuple(name for name in columns if name not in self.needed)),)

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        table = read.table(self.parts[0])
        lists = {name: split(table[name], SEPARATOR) for name in self.draft.lists}
        return {self.draft.name: table.mutate(**lists)}
