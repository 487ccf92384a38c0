"""Layouts of lists that operation centres keep: the headings of our template, and those that centres write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from ipgraph.sources.drafts import Draft
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
    unit, which is then put behind bare numbers. `constants` are the same in every row. `ignored` headings are known
    and read by nobody, above all names and numbers of contacts.
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
    ignored: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        others = (self.heading(column) for column in self.columns if column not in self.needed)
        units = (self.heading(column, unit) for column in self.amounts for unit in UNITS)
        return (Part(tuple(map(self.heading, self.needed)), (*others, *units, *self.ignored)),)

    def heading(self, column: str, unit: str = "") -> Heading:
        """The spellings of a column's heading, or of that heading with a unit behind it."""
        own = self.columns[column]
        if unit:
            named = tuple(f"{name}{mark}" for name in (*own, column) for mark in UNITS[unit])
            return (f"{own[0]}({unit})", *named)
        return (own[0], column, f"{own[0]} {column}", *own[1:])

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        table = read.table(self.parts[0])
        cells: dict[str, ir.Value] = {name: ibis.literal(text) for name, text in self.constants.items()}
        for column in self.columns:
            text = table[first(self.heading(column))]
            if column in self.amounts:
                text = ibis.coalesce(text, *(self.with_unit(table, column, unit) for unit in UNITS))
            cells[column] = split(text, self.separator) if column in self.draft.lists else text
        return {self.draft.name: table.select("row", "sheet", **cells)}

    def with_unit(self, table: ir.Table, column: str, unit: str) -> ir.StringValue:
        """The cells below the heading that names this unit; it is put behind what has none."""
        text = table[first(self.heading(column, unit))]
        return ibis.ifelse(text.re_search(BARE), text + unit, text)
