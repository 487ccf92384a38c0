"""Which rows are turned away, and what for. A row stays refused as a whole; a dropped cell is only noted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import BooleanValue, StringValue, Table, Value

from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import Draft
from ipgraph.sources.reasons import REASONS
from ipgraph.tables.engine import keep, stack

#: One line a fault: where it is (in a workbook its cell, C5), what was seen, why it counts, and whether the rest of the
#: row was kept.
REFUSED = pa.schema(
    {"source": pa.string(), "sheet": pa.string(), "row": pa.int64(), "cell": pa.string(), "field": pa.string(),
     "value": pa.string(), "reason": pa.string(), "detail": pa.string(), "row_kept": pa.bool_()}
)


@dataclass(frozen=True)
class Fault:
    """A condition on a row that refuses it (or, with `row_kept`, only drops the cell)."""

    field: str
    reason: str
    when: BooleanValue
    value: StringValue
    row_kept: bool = False
    detail: str | StringValue | None = None

    def rows(self, table: Table) -> Table:
        if self.reason not in REASONS:
            raise KeyError(self.reason)
        detail = self.detail if isinstance(self.detail, Value) else ibis.literal(self.detail, "string")
        return table.filter(self.when.fill_null(False)).select(
            source="source", sheet="sheet", row="row", field=ibis.literal(self.field), value=self.value.left(200),
            reason=ibis.literal(self.reason), detail=detail,
            row_kept=ibis.literal(self.row_kept),
        )


def lost(table: Table, column: str) -> BooleanValue:
    """True where cleaning made nothing of what `<column>_given` has."""
    return table[f"{column}_given"].notnull() & table[column].isnull()


def missing(draft: Draft, table: Table, *but: str) -> list[Fault]:
    """The columns that a draft requires, but those named, must not be empty."""
    return [Fault(column, "missing", tidy(table[column]).isnull(), ibis.literal(""))
            for column in draft.required if column not in but]


def repeats(table: Table, key: str, *content: str) -> BooleanValue:
    """True where an earlier row of the same file has the same key and says otherwise. Silence contradicts nothing."""
    differs = []
    for column in content:
        known_first = ibis.window(group_by=["source", key], order_by=[table[column].isnull(), "row", "sheet"])
        differs.append((table[column] != table[column].first().over(known_first)).fill_null(False))
    return table[key].notnull() & reduce(or_, differs)


def sift(con: Backend, name: str, table: Table, faults: list[Fault]) -> tuple[Table, Table]:
    """The rows without a refusing fault, and all faults as a table of the shape REFUSED."""
    found = keep(con, f"{name}_faults", stack(fault.rows(table) for fault in faults))
    bad = found.filter(~found.row_kept).select("source", "sheet", "row").distinct()
    return keep(con, f"{name}_kept", without(table, bad)), found


def spare(faults: Table, kept: Table) -> Table:
    """Faults of what stands beside something else in a row: the row counts as kept where `kept` has it."""
    there = kept.select(at_source="source", at_row="row", at_sheet=kept.sheet.fill_null(""), there=True).distinct()
    on = [faults.source == there.at_source, faults.row == there.at_row,
          faults.sheet.fill_null("") == there.at_sheet]
    found = faults.left_join(there, on)
    return found.mutate(row_kept=found.row_kept | found.there.fill_null(False)).select(*faults.columns)


def without(table: Table, bad: Table) -> Table:
    """Rows of the table that are not among the bad ones; a sheet may be null."""
    on = [table.source == bad.source, table.row == bad.row,
          table.sheet.fill_null("") == bad.sheet.fill_null("")]
    return table.anti_join(bad, on)


def located(faults: Table, letters: Table) -> Table:
    """Faults, each with the cell it is in as a workbook calls it, where the column of the field is known."""
    names = letters.rename(of_source="source", of_sheet="sheet", of_field="field")
    on = [faults.source == names.of_source, faults.field == names.of_field,
          faults.sheet.fill_null("") == names.of_sheet]
    known = faults.left_join(names, on)
    return known.mutate(cell=known.cell.coalesce(known.letter + known.row.cast("string"))).select(*REFUSED.names)
