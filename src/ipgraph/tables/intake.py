"""What was read from one file, on disk beside the others: its drafts, where they came from, and as of when."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.sources.drafts import DRAFTS
from ipgraph.tables.engine import keep, read, stack

LETTERS = pa.schema(dict.fromkeys(("source", "sheet", "field", "letter"), pa.string()))


@dataclass(frozen=True)
class Record:
    """The facts of one intake. `rank` orders sources that disagree: the newest first, then the last loaded, so that a
    corrected file of the same day speaks louder than the one before it. `cells` is that of `sources.Intake`."""

    source: str
    layout: str
    digest: str
    as_of: str
    read: int
    order: int
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        (folder / "record.json").write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")

    @classmethod
    def open(cls, folder: Path) -> Record:
        facts = json.loads((folder / "record.json").read_text("utf-8"))
        return cls(**facts | {name: tuple(facts.get(name, ())) for name in ("unknown", "unread")})


@dataclass(frozen=True)
class Intakes:
    """All intakes of a workspace, seen as one table a draft."""

    folders: tuple[Path, ...]
    records: tuple[Record, ...]

    @classmethod
    def open(cls, folder: Path) -> Intakes:
        found = sorted(p.parent for p in folder.glob("[!.]*/record.json"))
        records = [(path, Record.open(path)) for path in found]
        records.sort(key=lambda pair: pair[1].order)
        return cls(tuple(path for path, _ in records), tuple(record for _, record in records))

    def ranks(self) -> dict[str, int]:
        """0 for the source that is believed first."""
        newest = sorted(self.records, key=lambda r: (-date_number(r.as_of), -r.order))
        return {record.source: rank for rank, record in enumerate(newest)}

    def scratch(self) -> Path:
        """A folder to spill into, on the disk of the workspace: not there yet, and swept by the next load if it stays.
        """
        return self.folders[0].parent / f".draft-{uuid.uuid4().hex}"

    def letters(self, con: Backend) -> Table:
        """source, sheet, field → letter: which column of a workbook a field was read from."""
        rows = [{"source": record.source, "sheet": sheet, "field": name, "letter": letter}
                for record in self.records for sheet, told in record.cells.items() for name, letter in told.items()]
        return keep(con, "letters", pa.Table.from_pylist(rows, LETTERS))

    def draft(self, con: Backend, name: str) -> Table:
        """Rows of one draft from every intake, each with its `source`, `rank` and `as_of`."""
        ranks = self.ranks()
        parts = []
        for folder, record in zip(self.folders, self.records, strict=True):
            path = folder / "drafts" / f"{name}.parquet"
            if path.exists():
                parts.append(with_all_columns(read(con, path), name).mutate(
                    source=ibis.literal(record.source), rank=ibis.literal(ranks[record.source], "int64"),
                    as_of=ibis.literal(record.as_of).cast("date"),
                ))
        if parts:
            return keep(con, f"draft_{name}", stack(parts))
        schema = DRAFTS[name].schema()
        for column, kind in (("source", pa.string()), ("rank", pa.int64()), ("as_of", pa.date32())):
            schema = schema.append(pa.field(column, kind))
        return keep(con, f"draft_{name}", schema.empty_table())


def with_all_columns(drafts: Table, name: str) -> Table:
    """The draft with the columns of today: an intake written by an earlier version may lack some."""
    wanted = ibis.Schema.from_pyarrow(DRAFTS[name].schema())
    return drafts.select(**{column: drafts[column] if column in drafts.columns else ibis.null(kind)
                            for column, kind in wanted.items()})


def date_number(as_of: str) -> int:
    """A date as a number that grows with it."""
    return int(as_of.replace("-", ""))
