"""Which column of a workbook fills which column of the drafts, so that a fault found later can name its cell."""

from __future__ import annotations

from functools import cache

from ipgraph.sources.drafts import DRAFTS
from ipgraph.sources.loader import Heading, Loader, Place, find, spellings
from ipgraph.sources.mapping import MappedLayout
from ipgraph.sources.patent_layout import PatentLayout
from ipgraph.sources.sheet import letters

#: Letter by draft column, by sheet; the sheet is '' where the workbook has one alone.
Cells = dict[str, dict[str, str]]


def cells(loader: Loader, found: list[Place], several: bool) -> Cells:
    """The letters of the columns that fill draft columns, the leftmost of several; nothing for other files."""
    told: Cells = {}
    for place in found:
        if place.sheet.lettered and place.heading >= 0:
            seen = told.setdefault(place.sheet.name if several else "", {})
            named = ((find(heading, place.sheet.head[place.heading]), filled_by(loader, heading))
                     for heading in (*place.part.required, *place.part.optional))
            for index, columns in sorted((index, columns) for index, columns in named if index is not None):
                for column in columns:
                    seen.setdefault(column, letters(index))
    return told


def filled_by(loader: Loader, heading: Heading) -> tuple[str, ...]:
    """Draft columns that a heading fills: those a layout of patents or a mapping says, else those it is a name of.

    A unit behind the name does not count: budget(万元) fills budget.
    """
    if isinstance(loader, PatentLayout):
        column = {**loader.required, **loader.optional}.get(heading)
        return (column,) if column else ()
    if isinstance(loader, MappedLayout):
        return tuple(column for column, names in loader.columns.items() if heading in names)
    return tuple(name for spelling in spellings(heading) if (name := spelling.partition("(")[0]) in columns())


@cache
def columns() -> frozenset[str]:
    return frozenset(column for draft in DRAFTS.values() for column in (*draft.required, *draft.texts, *draft.lists))
