"""Taking in one file: open it, find its layout, read its rows, shape them into drafts on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.schema.engine import open_ibis
from ipgraph.sources.cells import Cells, cells
from ipgraph.sources.detect import choose, fitting
from ipgraph.sources.drafts import DRAFTS, REFUSED
from ipgraph.sources.file_set import mapping_of
from ipgraph.sources.loader import Part, Place, Read, find, first, places, spellings
from ipgraph.sources.mapping import read_mapping
from ipgraph.sources.open_file import open_file
from ipgraph.sources.sheet import NOTES, Body, SourceFile, letters, normal, refusals


@dataclass(frozen=True)
class Intake:
    """What came out of a file: a Parquet file a draft, columns exactly `Draft.schema()`, text as the supplier wrote it.

    `read` counts data rows, refused ones included; the draft `refused` is always there. `unknown` lists headings of
    the file that the layout does not know, `unread` its sheets that are something else; `cells` has the letters of a
    workbook's columns.
    """

    file: Path
    layout: str
    read: int
    drafts: dict[str, Path]
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    cells: Cells = field(default_factory=dict)

    def path(self, name: str) -> Path:
        return self.drafts[name]

    def table(self, name: str) -> pa.Table:
        return pq.read_table(self.drafts[name], schema=DRAFTS[name].schema())


def take_in(path: Path, spool: Path, layout: str | None = None, mapping: Path | None = None) -> Intake:
    """Read one supplier file into drafts under `spool`: by a mapping file, by the layout named, or by the one detected.

    Raises NotFound, UnreadableFile, LayoutError or UsageError; rows that cannot be used are refused, not raised.
    """
    mapping = mapping or mapping_of(path)
    mapped = read_mapping(mapping) if mapping else None
    spool.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=spool, prefix="read-") as scratch:
        rooms = Path(scratch)
        file = open_file(path, rooms)
        loader = fitting(mapped, file) if mapped else choose(file, layout)
        found = places(loader.parts, file)
        con = engine(rooms)
        try:
            bodies = [body(place, rooms / f"body{i}.parquet", path) for i, place in enumerate(found)]
            several = len(file.sheets) > 1
            rows = tables(con, loader.parts, found, bodies, several)
            read = Read(path.name, rows, file.constants, headings(found), lettered(found), titles(found))
            shaped = loader.shape(read)
            drafts = {name: write(con, name, table, spool) for name, table in shaped.items() if name != REFUSED.name}
            turned_away = [shaped[REFUSED.name].to_pyarrow()] if REFUSED.name in shaped else []
            early = [located(body.refused, place, several) for place, body in zip(found, bodies, strict=True)]
        finally:
            con.disconnect()
    drafts[REFUSED.name] = write_refused(turned_away + early, spool)
    read_rows = sum(body.read for body in bodies)
    return Intake(path, loader.layout, read_rows, drafts, unknown(found), unread(file, found),
                  cells(loader, found, several))


def engine(rooms: Path) -> Any:
    """A private engine that spills into `rooms`. Ibis writes lambdas with an arrow, which DuckDB takes when told."""
    con = open_ibis(rooms)
    con.raw_sql("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")
    con.raw_sql("SET enable_progress_bar = false")  # it would go to standard output
    return con


def body(place: Place, out: Path, path: Path) -> Body:
    """The rows of one sheet; UnreadableFile where the reader gives up, as on a row of many megabytes."""
    try:
        return place.sheet.body(place.heading, out)
    except pa.ArrowInvalid as error:
        raise UnreadableFile(
            f"{path.name}: cannot be read to its end ({str(error).splitlines()[0]})",
            f"{path.name}：无法完整读取（{str(error).splitlines()[0]}）",
        ) from error


def tables(con: Any, parts: Iterable[Part], found: list[Place], bodies: list[Body],
           several: bool) -> dict[Part, ir.Table]:
    """For each part its rows from all sheets where it was found, in columns named by the layout's headings."""
    result: dict[Part, ir.Table] = {}
    for part in parts:
        columns = {first(heading): heading for heading in (*part.required, *part.optional)}
        pieces = []
        for place, body in zip(found, bodies, strict=True):
            if place.part == part:
                cells = place.sheet.head[place.heading] if place.heading >= 0 else tuple(columns)
                table = con.read_parquet(body.path)
                formulas = any(text.startswith('="') for row in place.sheet.head for text in row)
                picked = {name: cell(table, find(heading, cells), formulas) for name, heading in columns.items()}
                sheet = ibis.literal(place.sheet.name if several else None, type="string")
                pieces.append(table.select(table.row, sheet=sheet, **picked))
        result[part] = ibis.union(*pieces) if len(pieces) > 1 else pieces[0] if pieces else nothing(tuple(columns))
    return result


def cell(table: ir.Table, index: int | None, formulas: bool) -> Any:
    """A column of cells, null where empty; all null where the file has no such heading.

    Some systems write numbers as formulas (="201210000123") so that a spreadsheet leaves them alone.
    """
    if index is None or f"c{index}" not in table.columns:
        return ibis.null("string")
    text = table[f"c{index}"]
    return (text.re_replace(r'(?s)^="(.*)"$', r"\1") if formulas else text).nullif("")


def nothing(columns: tuple[str, ...]) -> ir.Table:
    schema = pa.schema({"row": pa.int64(), "sheet": pa.string(), **dict.fromkeys(columns, pa.string())})
    return ibis.memtable(schema.empty_table())


def write(con: Any, name: str, table: ir.Table, spool: Path) -> Path:
    """A draft as Parquet; columns the loader left out are null."""
    path = spool / f"{name}.parquet"
    wanted = ibis.Schema.from_pyarrow(DRAFTS[name].schema())
    columns = {column: table[column].cast(kind) if column in table.columns else ibis.null(kind)
               for column, kind in wanted.items()}
    con.to_parquet(table.select(**columns), path)
    return path


def write_refused(pieces: list[pa.Table], spool: Path) -> Path:
    path = spool / f"{REFUSED.name}.parquet"
    schema = REFUSED.schema()
    whole = [piece.select(schema.names).cast(schema) for piece in pieces] or [refusals(())]
    pq.write_table(pa.concat_tables(whole).sort_by([("sheet", "ascending"), ("row", "ascending")]), path)
    return path


def located(refused: pa.Table, place: Place, several: bool) -> pa.Table:
    names = pa.array([place.sheet.name if several else None] * refused.num_rows, pa.string())
    return refused.set_column(refused.schema.get_field_index("sheet"), "sheet", names)


def headings(found: list[Place]) -> tuple[str, ...]:
    rows = (place.sheet.head[place.heading] for place in found if place.heading >= 0)
    return tuple(dict.fromkeys(cell for cells in rows for cell in cells))


def lettered(found: list[Place]) -> dict[str, str]:
    """The letters of the columns of a workbook, by heading as the layout spells it."""
    return {
        first(heading): letters(index)
        for place in found if place.sheet.lettered and place.heading >= 0
        for heading in (*place.part.required, *place.part.optional)
        if (index := find(heading, place.sheet.head[place.heading])) is not None
    }


def titles(found: list[Place]) -> dict[str, str]:
    """What stands above the headings of each sheet, and what the sheet is called."""
    above = {place.sheet.name: place.sheet.head[: max(place.heading, 0)] for place in found}
    return {name: "\n".join([name, *(cell for cells in rows for cell in cells if cell)]) for name,
            rows in above.items()}


def unread(file: SourceFile, found: list[Place]) -> tuple[str, ...]:
    """Sheets that no part was found in, but the notes of our templates."""
    read = {place.sheet.name for place in found} | {NOTES}
    return tuple(sheet.name for sheet in file.sheets if sheet.name not in read)


def unknown(found: list[Place]) -> tuple[str, ...]:
    """Headings of the file that no part names in any spelling."""
    seen: dict[str, None] = {}
    for place in found:
        if place.heading >= 0:
            headings = (*place.part.required, *place.part.optional)
            known = {normal(name) for heading in headings for name in spellings(heading)}
            cells = place.sheet.head[place.heading]
            seen |= dict.fromkeys(name for name in cells if name and normal(name) not in known)
    return tuple(seen)
