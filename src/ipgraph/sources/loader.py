"""What a loader must offer, and how a layout is held against a file's headings.

A loader is a value with the same verbs in the same order: `lacks` says what a file lacks to fit, `shape` turns the
rows read into drafts. Nearly all are a `Layout` that says which headings it needs and how rows become drafts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir

from ipgraph.sources.sheet import Sheet, SourceFile, normal

#: A heading, or its alternative spellings.
Heading = str | tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One table of a layout: its headings, and the names its sheet may bear (any name where none is given).

    `cells` describes a table without headings: one pattern a column, which the first row must meet.
    """

    required: tuple[Heading, ...]
    optional: tuple[Heading, ...] = ()
    sheets: tuple[str, ...] = ()
    may_be_absent: bool = False
    cells: tuple[str, ...] = ()

    def takes(self, sheet: Sheet) -> bool:
        return not self.sheets or normal(sheet.name) in {normal(name) for name in self.sheets}


@dataclass(frozen=True)
class Place:
    """Where a part was found: the sheet and the index of its row of headings (-1: it has none)."""

    part: Part
    sheet: Sheet
    heading: int
    matched: int


@dataclass(frozen=True)
class Read:
    """What a loader shapes: the tables of the parts found, columns named by the heading as the layout spells it.

    Headings of the layout that the file lacks are there too, as columns of nulls. `row` and `sheet` say where each
    row came from. `constants` are the scalars beside the lists of a JSON or YAML document. `letters` are those of the
    columns of a workbook, by heading; `titles` what stands above the headings, by sheet.
    """

    name: str
    tables: Mapping[Part, ir.Table]
    constants: Mapping[str, Any]
    headings: tuple[str, ...]
    letters: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def table(self, part: Part) -> ir.Table:
        return self.tables[part]

    def cell(self, heading: Heading, row: ir.IntegerValue) -> ir.StringValue:
        """What a person calls the cell in a workbook: C5; null in other files."""
        letter = self.letters.get(first(heading))
        return ibis.literal(letter, "string") + row.cast("string")

    def has(self, heading: Heading) -> bool:
        """True where the file has the heading."""
        return find(heading, self.headings) is not None


class Loader(Protocol):
    """One supplier layout."""

    @property
    def layout(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def supplier(self) -> str: ...
    @property
    def parts(self) -> tuple[Part, ...]: ...
    def lacks(self, file: SourceFile) -> list[str]: ...
    def shape(self, read: Read) -> dict[str, ir.Table]: ...


@dataclass(frozen=True)
class Layout:
    """A loader that is told how rows become drafts by a function.

    `members` is set where a supplier spreads its records over several files, tied together by ids of its own: the
    pattern of their names. Such files of one folder are taken in as one. Of `anchors`, parts that say what the ids
    stand for, one at least must be there. A `general` layout is taken only where no other fits;
    it is none where a heading has one of the words `unless`, for then the table is about something else.
    """

    layout: str
    zh: str
    en: str
    supplier: str
    parts: tuple[Part, ...]
    shaper: Callable[[Read], dict[str, ir.Table]] = field(repr=False)
    members: str = ""
    anchors: tuple[Part, ...] = ()
    general: bool = False
    unless: tuple[str, ...] = ()

    def lacks(self, file: SourceFile) -> list[str]:
        lacking = missing(self.parts, file) or self.strange(file)
        if lacking or not self.anchors or places(self.anchors, file):
            return lacking
        return missing((replace(self.anchors[0], may_be_absent=False),), file)

    def strange(self, file: SourceFile) -> list[str]:
        """Headings that say that the table is about something else."""
        cells = (cell for place in places(self.parts, file) for cell in place.sheet.head[max(place.heading, 0)])
        return [f"≠ {cell}" for cell in cells if any(word in cell for word in self.unless)]

    def shape(self, read: Read) -> dict[str, ir.Table]:
        return self.shaper(read)


def spellings(heading: Heading) -> tuple[str, ...]:
    return (heading,) if isinstance(heading, str) else heading


def first(heading: Heading) -> str:
    """How the layout itself names a heading."""
    return spellings(heading)[0]


def find(heading: Heading, cells: tuple[str, ...]) -> int | None:
    """Index of the cell that bears the heading, the layout's first spelling first."""
    normals = [normal(cell) for cell in cells]
    return next((normals.index(name) for name in map(normal, spellings(heading)) if name in normals), None)


def absent(part: Part, cells: tuple[str, ...]) -> list[str]:
    """The required headings that a row of cells does not have."""
    return [first(heading) for heading in part.required if find(heading, cells) is None]


def headless(part: Part, cells: tuple[str, ...]) -> bool:
    """True where a table without headings begins as the part describes."""
    return bool(part.cells) and len(cells) == len(part.cells) and all(
        re.fullmatch(pattern, cell) for pattern, cell in zip(part.cells, cells, strict=True)
    )


def locate(part: Part, sheet: Sheet) -> Place | None:
    """The row that has all the headings required and most of the others, of equals the first; or none."""
    if sheet.head and headless(part, sheet.head[0]):
        return Place(part, sheet, -1, len(part.cells))
    found = [
        Place(part, sheet, index, sum(find(heading, cells) is not None for heading in (*part.required, *part.optional)))
        for index, cells in enumerate(sheet.head) if not absent(part, cells)
    ]
    return max(found, key=lambda place: place.matched, default=None)


def places(parts: tuple[Part, ...], file: SourceFile) -> list[Place]:
    """Every part in every sheet where it is found."""
    found = (locate(part, sheet) for part in parts for sheet in file.sheets if part.takes(sheet))
    return [place for place in found if place is not None]


def missing(parts: tuple[Part, ...], file: SourceFile) -> list[str]:
    """What a file lacks to fit: empty when it fits."""
    lacking: list[str] = []
    for part in parts:
        sheets = [sheet for sheet in file.sheets if part.takes(sheet)]
        if not sheets and not part.may_be_absent:
            lacking.append(f"the table {' or '.join(part.sheets)}")
        elif part.may_be_absent and not part.sheets:
            continue
        elif sheets and not any(locate(part, sheet) for sheet in sheets):
            nearest = min((absent(part, cells) for sheet in sheets for cells in sheet.head), key=len, default=["rows"])
            lacking += nearest
    if not lacking and not places(parts, file):
        named = [f"a table {' or '.join(name for part in parts for name in part.sheets[:1])}"]
        lacking = named if any(part.sheets for part in parts) else list(map(first, parts[0].required))
    return lacking
