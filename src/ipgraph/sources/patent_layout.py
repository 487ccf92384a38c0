"""A layout of patents: which heading fills which column of the draft, and how lists are parted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from ipgraph.sources.date_order import settle
from ipgraph.sources.drafts import PATENTS, REFUSED
from ipgraph.sources.json_path import json_texts, json_valid, texts_at
from ipgraph.sources.loader import Heading, Part, Read, first, missing
from ipgraph.sources.sheet import SourceFile

DATES = ("filed_on", "published_on", "granted_on")


@dataclass(frozen=True)
class PatentLayout:
    """`required` and `optional` map headings to draft columns; `known` are headings read by nobody.

    Where several headings fill one column, the first that is not empty does; `empty` are the supplier's words for
    nothing. `separator` is the pattern between the members of a list. `more` adds or changes columns in ways that
    headings alone cannot say; `also` makes further drafts of the same rows. `dates` is the order of day, month and year
    where the supplier is known to write the year last. A `general` layout is taken only where no other fits.
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
    dates: str = ""
    general: bool = False

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
        shaped = table.select("row", "sheet", **columns)
        patents, unclear = settle(shaped, tuple(name for name in DATES if name in columns), self.dates)
        return {PATENTS.name: patents, **further, **({REFUSED.name: unclear} if unclear is not None else {})}


def filled(text: ir.StringValue, empty: tuple[str, ...]) -> ir.StringValue:
    """Null where one of the supplier's words for nothing stands."""
    for word in empty:
        text = text.nullif(word)
    return text


def split(text: ir.StringValue, separator: str) -> ir.ArrayValue:
    """The members of a list without spaces around and without empty ones; null where there are none.

    A cell of JSON may hold a list itself: its members are the texts in it, or the names of the objects in it.
    """
    text = text.nullif("[]")
    # DuckDB may look at both sides of a case, so that nothing but JSON must reach its functions.
    listed = ibis.ifelse(text.startswith("[") & json_valid(text), text, "[]")
    members = ibis.cases(
        (listed.startswith('["'), json_texts(listed)),
        (listed.startswith("[{"), texts_at(listed, "$[*].name")),
        else_=text.re_split(rf"\s*(?:{separator})\s*"),
    ).filter(lambda member: member != "")
    return members.nullif(ibis.literal([], "array<string>"))
