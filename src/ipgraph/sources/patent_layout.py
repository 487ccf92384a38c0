"""A layout of patents: which heading fills which column of the draft, and how lists are parted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from ipgraph.sources.drafts import PATENTS
from ipgraph.sources.loader import Heading, Part, Read, first, missing
from ipgraph.sources.sheet import SourceFile


@dataclass(frozen=True)
class PatentLayout:
    """`required` and `optional` map headings to draft columns; `known` are headings read by nobody.

    Where several headings fill one column, the first that is not empty does; `empty` are the supplier's words for
    nothing. `separator` is the pattern between the members of a list. `more` adds or changes columns in ways that
    headings alone cannot say; `also` makes further drafts of the same rows.
    """

    layout: str
    zh: str
    en: str
    supplier: str
    required: Mapping[Heading, str]
    optional: Mapping[Heading, str]
    separator: str = "[;；]"
    known: tuple[Heading, ...] = ()
    empty: tuple[str, ...] = ()
    more: Callable[[ir.Table, dict[str, ir.Value]], dict[str, ir.Value]] | None = field(default=None, repr=False)
    also: Callable[[Read, dict[str, ir.Value]], dict[str, ir.Table]] | None = field(default=None, repr=False)

    @property
    def parts(self) -> tuple[Part, ...]:
        return (Part(tuple(self.required), (*self.optional, *self.known)),)

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        table = read.table(self.parts[0])
        sources: dict[str, list[str]] = {}
        for heading, column in (*self.required.items(), *self.optional.items()):
            sources.setdefault(column, []).append(first(heading))
        columns: dict[str, ir.Value] = {}
        for column, names in sources.items():
            text = ibis.coalesce(*(filled(table[name], self.empty) for name in names))
            columns[column] = split(text, self.separator) if column in PATENTS.lists else text
        if self.more:
            columns |= self.more(table, columns)
        further = self.also(read, columns) if self.also else {}
        return {PATENTS.name: table.select("row", "sheet", **columns), **further}


def filled(text: ir.StringValue, empty: tuple[str, ...]) -> ir.StringValue:
    """Null where one of the supplier's words for nothing stands."""
    for word in empty:
        text = text.nullif(word)
    return text


def split(text: ir.StringValue, separator: str) -> ir.ArrayValue:
    """The members of a list without spaces around and without empty ones; null where there are none."""
    members = text.re_split(rf"\s*(?:{separator})\s*").filter(lambda member: member != "")
    return members.nullif(ibis.literal([], "array<string>"))
