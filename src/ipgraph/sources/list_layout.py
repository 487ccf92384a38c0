"""Layouts of lists that operation centres keep: the headings of our template, and those that centres write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from ipgraph.schema.types.number import application, is_cn_application, publication
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import PATENTS, Draft
from ipgraph.sources.loader import Heading, Part, Read, first, missing
from ipgraph.sources.patent_layout import split
from ipgraph.sources.sheet import SourceFile

#: Units of amounts as headings name them, and the words for them.
UNITS = {"万元": ("(万元)", "(单位:万元)", "(人民币万元)", "/万元", "万元"),
         "元": ("(元)", "(单位:元)", "(人民币元)", "/元")}
#: A number or a range of numbers without any unit, in either width.
BARE = r"^[0-9０-９][0-9０-９.．,，\s]*([-~～至—–][0-9０-９.．,，\s]+)?$"


@dataclass(frozen=True)
class ListLayout:
    """Columns of a draft with the Chinese headings that they bear, the template's own first.

    `needed` are the columns whose headings tell the list from others. A heading of one of `amounts` may also name the
    unit, which is then put behind bare numbers. `constants` are the same in every row. `titles` are the headings of
    the titles of the patents in `numbers`. `ignored` headings are known and read by nobody, above all names and numbers
    of contacts.
    """

    layout: str
    zh: str
    en: str
    supplier: str
    draft: Draft
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    amounts: tuple[str, ...] = ()
    separator: str = "[;；、|\n]"
    constants: Mapping[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        others = (self.heading(column) for column in self.columns if column not in self.needed)
        units = (self.heading(column, unit) for column in self.amounts for unit in UNITS)
        needed = (self.with_units(column) if column in self.amounts else self.heading(column) for column in self.needed)
        return (Part(tuple(needed), (*others, *units, *self.title, *self.ignored)),)

    @property
    def title(self) -> tuple[Heading, ...]:
        """The heading of titles, where the list has them."""
        return ((self.titles[0], "title", f"{self.titles[0]} title", *self.titles[1:]),) if self.titles else ()


    def heading(self, column: str, unit: str = "") -> Heading:
        """The spellings of a column's heading, or of that heading with a unit behind it."""
        own = self.columns[column]
        if unit:
            named = tuple(f"{name}{mark}" for name in (*own, column) for mark in UNITS[unit])
            return (f"{own[0]}({unit})", *named)
        return (own[0], column, f"{own[0]} {column}", *own[1:])

    def with_units(self, column: str) -> Heading:
        """The spellings of a heading of amounts, whether or not it names the unit."""
        return tuple(name for unit in ("", *UNITS) for name in self.heading(column, unit))

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        table = read.table(self.parts[0])
        cells: dict[str, ir.Value] = {name: ibis.literal(text) for name, text in self.constants.items()}
        for column in self.columns:
            text = table[first(self.heading(column))]
            if column in self.amounts:
                text = ibis.coalesce(*(self.with_unit(table, column, unit) for unit in UNITS), text)
            cells[column] = split(text, self.separator) if column in self.draft.lists else text
        rows = table.select("row", "sheet", **cells)
        drafts = {self.draft.name: rows}
        if self.titles:
            drafts[PATENTS.name] = self.titled(table, cells["numbers"])
        return drafts

    def titled(self, table: ir.Table, numbers: ir.ArrayValue) -> ir.Table:
        """What the list says of patents themselves: the title of the one in a row, once a number that is one."""
        told = table.mutate(numbers=numbers, name=table[self.titles[0]])
        told = told.filter(told.name.notnull() & (told.numbers.length() == 1)).mutate(number=tidy(told.numbers[0]))
        cn = is_cn_application(told.number)
        told = told.filter(ibis.ifelse(cn, application(told.number), publication(told.number)).notnull())
        first = told.group_by("number").agg(
            row=told.row.min(), sheet=told.sheet.argmin(told.row), title=told.name.argmin(told.row))
        applied = is_cn_application(first.number)
        return first.select("row", "sheet", "title", publication_number=ibis.cases((~applied, first.number)),
                            application_number=ibis.cases((applied, first.number)))

    def with_unit(self, table: ir.Table, column: str, unit: str) -> ir.StringValue:
        """The cells below the heading that names this unit; it is put behind what has none."""
        text = table[first(self.heading(column, unit))]
        return ibis.ifelse(text.re_search(BARE), text + unit, text)
