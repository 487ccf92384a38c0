"""What a report says, before it has a form: sections of paragraphs, tables and charts, all figures as values.

Every format is written from this alone. A renderer shows values and computes none, so that the same figures stand in
all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ipgraph.bundle.spreadsheet import clean

__all__ = ["Chart", "Column", "Part", "Report", "Section", "Series", "Table", "table"]

#: Formats of a column that are numbers.
NUMERIC = frozenset({"count", "number", "share"})
#: Widths of a number that one of `wide` stands for.
WIDE = 1.6


@dataclass(frozen=True)
class Column:
    """A column: key, caption and format (text, count, number, share, flag). `wide` says how much
    more of a page than a number it takes; `pages` is False for one that only a workbook has room for."""

    key: str
    caption: str
    format: str = "text"
    wide: float = 0.0
    pages: bool = True

    @property
    def numeric(self) -> bool:
        return self.format in NUMERIC


@dataclass(frozen=True)
class Table:
    """Rows of values, None for an unknown. Pages show the rows of `shown` (all where None) and say `note` below; a
    workbook has every row on a sheet called `sheet`."""

    sheet: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    shown: tuple[int, ...] | None = None
    note: str = ""

    def widths(self) -> list[float]:
        """Parts of a page's width, 0–1, that its columns take."""
        parts = [1 + WIDE * one.wide for one in self.on_pages()[0]]
        return [part / sum(parts) for part in parts]

    def on_pages(self) -> tuple[tuple[Column, ...], list[tuple[Any, ...]]]:
        """Columns and rows that pages show."""
        kept = [n for n, column in enumerate(self.columns) if column.pages]
        rows = self.rows if self.shown is None else [self.rows[n] for n in self.shown]
        return tuple(self.columns[n] for n in kept), [tuple(row[n] for n in kept) for row in rows]


@dataclass(frozen=True)
class Series:
    """Values of a chart, one a category, None where unknown; with a colour for all or one each."""

    caption: str
    values: tuple[float | None, ...]
    colors: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """kind `bars`: a group of horizontal bars a category; `lines`: a line a series over the categories.

    `format` as of a Column; `zero` is what the bars start from.
    """

    kind: str
    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    format: str = "number"


Part = str | Table | Chart


@dataclass(frozen=True)
class Section:
    """A heading of a level (1, 2) and what stands below it; a text is a paragraph."""

    title: str
    level: int
    parts: tuple[Part, ...]

    def caption(self, part: Table | Chart) -> str:
        """What stands above a table or below a chart: nothing where the heading has said it."""
        return "" if part.caption == self.title else part.caption


@dataclass(frozen=True)
class Report:
    """The whole: title, what and when it is about (caption and text), and its sections in order."""

    language: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    def tables(self) -> list[Table]:
        """Every table in order."""
        return [part for section in self.sections for part in section.parts if isinstance(part, Table)]

    def charts(self) -> list[Chart]:
        """Every chart in order."""
        return [part for section in self.sections for part in section.parts if isinstance(part, Chart)]


def table(
    sheet: str, caption: str, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]],
    shown: Sequence[int] | None = None, note: str = "",
) -> Table:
    """A table from records: the values of its columns, texts without characters that no document may hold."""
    keys = [column.key for column in columns]
    return Table(sheet, caption, tuple(columns), tuple(tuple(value(row[key]) for key in keys) for row in rows),
                 None if shown is None else tuple(shown), note)


def value(given: Any) -> Any:
    return clean(given) if isinstance(given, str) else given
