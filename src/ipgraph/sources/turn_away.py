"""Turning rows away while shaping: those kept, and the refused ones as a draft."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def turn_away(table: ir.Table, field: str | ir.StringValue, reason: ir.StringValue, value: ir.StringValue,
              detail: ir.StringValue | None = None, cell: ir.StringValue | None = None) -> tuple[ir.Table, ir.Table]:
    """Rows whose `reason` is null, and the others as rows of the draft `refused`."""
    judged = table.mutate(
        reason=reason, value=value, field=ibis.literal(field) if isinstance(field, str) else field,
        **{name: ibis.null("string") if text is None else text for name, text in (("detail", detail), ("cell", cell))},
    )
    told = ("value", "reason", "detail", "cell", "field")
    refused = judged.filter(judged.reason.notnull()).select("row", "sheet", *told)
    return judged.filter(judged.reason.isnull()).drop(*told), refused
