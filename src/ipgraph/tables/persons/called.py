"""Ids of persons.

A person is called `name@organisation` after the earliest mention: later patents never change the id. A further person
of that name there has the number of its earliest patent behind it: `戴明@深圳大学~CN101234567A`.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep


def named_after(con: Backend, persons: Table, shown: Table) -> Table:
    """The mentions with `person`, the id, and `base`, the id without what tells namesakes apart.

    `shown` is patent, org → shown, the name that the organisation goes by there.
    """
    told = persons.left_join(shown, ["patent", "org"]).drop("patent_right", "org_right")
    told = keep(con, "persons_called", told.mutate(called=told.key + "@" + told.shown.coalesce(told.key)))
    order = [told.day.asc(nulls_first=False), told.patent, told.key]
    first = told.group_by("p").agg(**{
        column: told[column].first(order_by=order, include_null=True) for column in ("day", "patent", "called")})
    rank = ibis.row_number().over(group_by="called", order_by=[ibis._.day.asc(nulls_first=False), ibis._.patent])
    first = first.mutate(rank=rank)
    id = ibis.ifelse(first["rank"] == 0, first.called, first.called + "~" + first.patent)
    return keep(con, "person_ids", told.join(first.select("p", base="called", person=id), "p"))
