"""Turning rows away while shaping: those kept, and the refused ones as a draft."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def turn_away(table: ir.Table, field: str | ir.StringValue, reason: ir.StringValue, value: ir.StringValue,
              detail: ir.StringValue | None = None) -> tuple[ir.Table, ir.Table]:
    """Rows whose `reason` is null, and the others as rows of the draft `refused`."""
    judged = table.mutate(
        reason=reason, value=value, detail=detail if detail is not None else ibis.null("string"),
        field=ibis.literal(field) if isinstance(field, str) else field,
    )
    bad = judged.filter(judged.reason.notnull())
    refused = bad.select("row", "sheet", "value", "reason", "detail", "field")
    return judged.filter(judged.reason.isnull()).drop("reason", "value", "detail", "field"), refused
