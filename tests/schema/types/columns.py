"""Cleaning whole columns, as the tables do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import ibis
from ibis.expr.types import StringColumn, Value

from ipgraph.schema.types.text import session, tidy


def cleaned(expression: Callable[[StringColumn], Value], values: Sequence[str | None]) -> list[Any]:
    """The expression over the tidy form of the values, in their order."""
    rows = ibis.memtable({"place": range(len(values)), "raw": values}, schema={"place": "int64", "raw": "string"})
    tidied = session().to_pyarrow(rows.select("place", value=tidy(rows.raw)))
    column = ibis.memtable(tidied)
    done: list[Any] = session().to_pyarrow(
        column.select("place", out=expression(column.value)).order_by("place"))["out"].to_pylist()
    return done
