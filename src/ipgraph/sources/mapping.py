"""A mapping file: how any table becomes a draft, written by a person (or proposed by `propose_mapping`) and kept.

    kind: patents                  # a draft: patents, organisations, citations, …
    sheet: Sheet1                  # only where the file has several; any sheet where left out
    columns:                       # heading: draft column, or a list of them
      Pub. No.: publication_number
      Assignee: applicants
    separator: ";"                 # between the members of a list, as it is written
    separators: {inventors: ","}   # where one column differs
    dates: dmy                     # order of day, month and year where the year is not first: dmy or mdy; else told
                                   # by the dates themselves
    empty: ["-", "n/a"]            # words for nothing
    constants: {residence: CN}     # the same in every row

Where several headings fill one column, the first that is not empty does, and not all of them need be there; a heading
that fills a column alone must be there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import yaml

from ipgraph.errors import LayoutError, NotFound
from ipgraph.sources.date_order import ORDERS, settle
from ipgraph.sources.drafts import DRAFTS, PATENTS, REFUSED, Draft
from ipgraph.sources.loader import Part, Read, missing
from ipgraph.sources.patent_layout import filled, split
from ipgraph.sources.sheet import SourceFile, normal

ENTRIES = ("kind", "sheet", "columns", "separator", "separators", "dates", "empty", "constants")
SEPARATORS = "[;；]"


@dataclass(frozen=True)
class MappedLayout:
    """A loader made from a mapping file; its layout is the file's name."""

    layout: str
    draft: Draft
    columns: Mapping[str, tuple[str, ...]]
    sheet: str | None = None
    separators: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    empty: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    supplier: str = ""

    @property
    def zh(self) -> str:
        return f"映射 {self.layout}"

    @property
    def en(self) -> str:
        return f"Mapping {self.layout}"

    @property
    def parts(self) -> tuple[Part, ...]:
        alone = [names[0] for names in self.columns.values() if len(names) == 1]
        required = tuple(dict.fromkeys(alone))
        others = (name for names in self.columns.values() for name in names if name not in required)
        return (Part(required, tuple(dict.fromkeys(others)), (self.sheet,) if self.sheet else ()),)

    def lacks(self, file: SourceFile) -> list[str]:
        return missing(self.parts, file)

    def shape(self, read: Read) -> dict[str, ir.Table]:
        """The draft, from the columns mapped and the constants."""
        table = read.table(self.parts[0])
        columns: dict[str, ir.Value] = {
            name: split(ibis.literal(text), self.separator(name)) if name in self.draft.lists else ibis.literal(text)
            for name, text in self.constants.items()
        }
        for name, headings in self.columns.items():
            text = ibis.coalesce(*(filled(table[heading], self.empty) for heading in headings))
            columns[name] = split(text, self.separator(name)) if name in self.draft.lists else text
        shaped = table.select("row", "sheet", **columns)
        mapped, unclear = settle(shaped, tuple(name for name in self.columns if name.endswith("_on")), self.dates)
        return {self.draft.name: mapped, **({REFUSED.name: unclear} if unclear is not None else {})}

    def separator(self, column: str) -> str:
        return self.separators.get(column, self.separators.get("", SEPARATORS))


def read_mapping(path: Path) -> MappedLayout:
    """The loader that a mapping file describes; LayoutError names the entry that is wrong."""
    if not path.is_file():
        raise NotFound(f"{path}: no such mapping file", f"{path}：没有此列映射文件")
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LayoutError(
            f"{path.name}: not YAML ({str(error).splitlines()[0]})",
            f"{path.name}：不是 YAML（{str(error).splitlines()[0]}）",
        ) from error
    if not isinstance(content, dict):
        raise LayoutError(
            f"{path.name}: a mapping has entries, {', '.join(ENTRIES)}",
            f"{path.name}：列映射须由条目组成：{'、'.join(ENTRIES)}",
        )
    try:
        return layout(path.name, content)
    except LayoutError as fault:
        raise LayoutError(f"{path.name}: {fault}", f"{path.name}：{fault.zh}") from fault
    except (ValueError, TypeError, AttributeError) as error:
        raise LayoutError(f"{path.name}: {error}", f"{path.name}：列映射写法有误（{error}）") from error


def layout(name: str, content: dict[str, Any]) -> MappedLayout:
    """A loader from the entries of a mapping; LayoutError says which is wrong."""
    among("the entries", "条目", ENTRIES, content)
    drafts = [draft for draft in DRAFTS if draft != REFUSED.name]
    among("the kinds", "类别", drafts, [kind := str(content.get("kind", PATENTS.name))])
    draft = DRAFTS[kind]
    known = (*draft.required, *draft.texts, *draft.lists)
    constants = {str(column): str(text) for column, text in (content.get("constants") or {}).items()}
    columns: dict[str, list[str]] = {}
    for heading, fills in (content.get("columns") or {}).items():
        for column in [fills] if isinstance(fills, str) else fills or []:
            columns.setdefault(str(column), []).append(str(heading))
    among(f"the columns of {kind}", f"{kind} 的列", known, [*columns, *constants])
    if lacking := [column for column in needed(draft) if not set(column) & {*columns, *constants}]:
        raise LayoutError(
            f"{kind} must have {' and '.join(' or '.join(column) for column in lacking)}",
            f"{kind} 必须有 {'、'.join(' 或 '.join(column) for column in lacking)}",
        )
    among("the orders of dates", "日期顺序", ("", *ORDERS), [dates := str(content.get("dates") or "")])
    headings = {normal(heading): heading for names in columns.values() for heading in names}
    separators = {"": content.get("separator"), **(content.get("separators") or {})}
    among(f"the lists of {kind}", f"{kind} 的列表列", ("", *draft.lists), separators)
    return MappedLayout(
        name, draft, {column: tuple(headings[normal(each)] for each in names) for column, names in columns.items()},
        content.get("sheet"), {column: pattern(str(text)) for column, text in separators.items() if text is not None},
        dates, tuple(map(str, content.get("empty") or ())), constants,
    )


def needed(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """Columns without which no row of the draft is kept, each with those that do instead."""
    if draft == PATENTS:
        return (("publication_number", "application_number"),)
    return tuple((column,) for column in draft.required)


def pattern(separator: str) -> str:
    """A separator as written, as a pattern: a comma or semicolon of either width, a line end as \\n."""
    return {";": SEPARATORS, ",": "[,，]", "\\n": "\n"}.get(separator) or re.escape(separator.strip() or separator)


def among(en: str, zh: str, allowed: Any, given: Any) -> None:
    """LayoutError where something is given that is not allowed."""
    if unknown := [str(name) for name in given if name not in allowed]:
        names = ", ".join(filter(None, map(str, allowed)))
        raise LayoutError(
            f"{', '.join(unknown)} is not among {en}: {names}", f"{'、'.join(unknown)} 不在{zh}之列：{names}",
        )
