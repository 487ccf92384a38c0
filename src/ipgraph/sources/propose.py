"""A mapping file proposed for a table that no layout knows: headings and values compared with those of the drafts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from ipgraph.errors import LayoutError, UsageError
from ipgraph.sources.drafts import DRAFTS
from ipgraph.sources.headings import SPELLINGS, every, nearness
from ipgraph.sources.mapping import needed
from ipgraph.sources.open_file import open_file
from ipgraph.sources.sheet import Sheet, SourceFile
from ipgraph.sources.values import DATES, date_orders, fits, separator, year_last

#: Values of a column that are looked at.
SAMPLE = 500
#: A heading nearer than this fills a column, where its values could.
NEAR = 0.64
NOTHING = ("-", "--", "NA", "N/A", "n/a", "null", "NULL", "None", "无", "/")
#: What the heading counts, and what the values.
WEIGHTS = (0.7, 0.3)


@dataclass(frozen=True)
class Column:
    heading: str
    values: tuple[str, ...]


def propose_mapping(path: Path, kind: str | None = None) -> str:
    """The text of a mapping file for the table, with a comment on each heading; of the kind asked for,"
    " else the likeliest.

    Raises LayoutError where the file holds no table with headings, UsageError for a kind that is not offered.
    """
    if kind is not None and kind not in SPELLINGS:
        raise UsageError(
            f"{kind}: mappings are proposed for {', '.join(SPELLINGS)}",
            f"不能为 {kind} 提议列映射；可选 {'、'.join(SPELLINGS)}",
        )
    with TemporaryDirectory() as scratch:
        rooms = Path(scratch)
        file = open_file(path, rooms)
        sheet, heading = headed(file)
        columns = sample(sheet, heading, rooms)
    kinds = [kind] if kind else list(SPELLINGS)
    fillings = {each: fill(columns, each) for each in kinds}
    best = max(kinds, key=lambda each: (worth(fillings[each], each), len(fillings[each])))
    return written(path, sheet if len(file.sheets) > 1 else None, columns, best, fillings[best])


def headed(file: SourceFile) -> tuple[Sheet, int]:
    """The sheet and row whose cells come nearest to headings; of equals the first."""
    places = [(sheet, index) for sheet in file.sheets for index, cells in enumerate(sheet.head) if sum(map(bool,
    cells)) > 1]
    if not places:
        raise LayoutError(f"{file.path.name}: holds no row of headings", f"{file.path.name}：没有表头行")

    def nearest(place: tuple[Sheet, int]) -> float:
        cells = [cell for cell in place[0].head[place[1]] if cell and len(cell) < 80]
        return sum(max((score for kind in SPELLINGS for score in nearness(cell, kind).values() if score > NEAR),
        default=0)
                   for cell in cells)

    return max(places, key=nearest)


def sample(sheet: Sheet, heading: int, rooms: Path) -> list[Column]:
    """Each heading with the first of its values."""
    body = sheet.body(heading, rooms / "sample.parquet")
    parts = pq.ParquetFile(body.path).iter_batches(SAMPLE)
    rows = next(parts, None)
    columns = []
    for index, name in enumerate(sheet.head[heading]):
        cells = rows.column(f"c{index}").to_pylist() if rows is not None and f"c{index}" in rows.schema.names else []
        if name:
            columns.append(Column(name, tuple(cell for cell in cells if cell)))
    return columns


def fill(columns: Sequence[Column], kind: str) -> dict[str, tuple[str, float]]:
    """Heading → the draft column it fills and how surely,"
    " each column filled by at most one heading: the surest first."""
    scores = []
    for column in columns:
        for name, near in nearness(column.heading, kind).items():
            could = fits(name, kind, told(column))
            if near >= NEAR and (could is None or could >= 0.5):
                score = WEIGHTS[0] * near + WEIGHTS[1] * (0.8 if could is None else could)
                scores.append((score, column.heading, name))
    found: dict[str, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, heading, name in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if heading not in found and name not in taken:
            found[heading] = name, score
            taken.add(name)
    if "owners" in taken and "applicants" not in taken:  # the only holders there are
        found = {heading: ("applicants" if name == "owners" else name, score) for heading, (name,
        score) in found.items()}
    return found | numbered(columns, kind, found, taken)


def numbered(columns: Sequence[Column], kind: str, found: dict[str, tuple[str, float]],
             taken: set[str]) -> dict[str, tuple[str, float]]:
    """A column of publication numbers tells itself by its values where no heading did."""
    if kind != "patents" or taken & {"publication_number", "application_number"}:
        return {}
    free = [column for column in columns if column.heading not in found and column.values]
    rated = [(fits("publication_number", kind, column.values) or 0, column.heading) for column in free]
    likely = [(score, heading) for score, heading in rated if score >= 0.9]
    return {max(likely)[1]: ("publication_number", max(likely)[0] / 2)} if likely else {}


def worth(filling: dict[str, tuple[str, float]], kind: str) -> float:
    """How well the kind describes the table: what it fills, nothing where a column that it must have stays empty."""
    names = {name for name, _ in filling.values()}
    required = set(DRAFTS[kind].required)
    if not required <= names or (kind == "patents" and not names & {"publication_number", "application_number"}):
        return 0.0
    return sum(score for _, score in filling.values())


def written(path: Path, sheet: Sheet | None, columns: Sequence[Column], kind: str,
            filling: dict[str, tuple[str, float]]) -> str:
    """The mapping as YAML, headings in their order; those that fill nothing are there as comments."""
    draft = DRAFTS[kind]
    lines = [f"# Mapping of {path.name} · 列映射：请核对后保存，用 ipgraph load --map 读取",
             f"# Columns of {kind} · 可用的列: {', '.join(every(draft))}", f"kind: {kind}"]
    lines += [lacking(kind)] if not worth(filling, kind) else []
    lines += [f"sheet: {text(sheet.name)}"] if sheet else []
    lines += ["columns:" if filling else "columns: {}"]
    separators, orders, unclear = {}, set(), False
    for column in columns:
        shown = "; ".join(f"e.g. {shortened(value)}" for value in islice(column.values, 1))
        if column.heading not in filling:
            lines.append(f"  # {text(column.heading)}:   # {shown}")
            continue
        name, score = filling[column.heading]
        lines.append(f"  {text(column.heading)}: {name}   # {score:.0%} {shown}".rstrip())
        if name in draft.lists and (mark := separator(told(column))):
            separators[name] = mark
        if name in DATES:
            orders |= date_orders(column.values)
            unclear = unclear or year_last(column.values)
    if separators:
        lines += ["separators:", *(f"  {name}: {text(mark)}" for name, mark in separators.items())]
    if len(orders) == 1:
        lines.append(f"dates: {min(orders)}")
    elif unclear:
        lines.append("# dates: mdy   # 日、月先后不明，请写 dmy 或 mdy · day and month cannot be told apart: say which")
    if words := nothing(columns):
        lines.append(f"empty: {json.dumps(words, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def lacking(kind: str) -> str:
    """What a person must fill in where the columns needed were not recognised."""
    needs = " · ".join(" / ".join(column) for column in needed(DRAFTS[kind]))
    return f"# 未识别出必需的列，请手工填写 · not recognised, fill in by hand: {needs}"


def nothing(columns: Sequence[Column]) -> list[str]:
    """Words for nothing that occur."""
    seen = {value for column in columns for value in column.values}
    return [word for word in NOTHING if word in seen]


def told(column: Column) -> list[str]:
    """Values that are no word for nothing."""
    return [value for value in column.values if value not in NOTHING]


def text(value: str) -> str:
    """A text as YAML writes it between quotes."""
    return json.dumps(value, ensure_ascii=False)


def shortened(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 40 else line[:39] + "…"
