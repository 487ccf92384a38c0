"""The country a patent comes from, and what says so."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import first_known, keep
from ipgraph.tables.places import country


def with_origin(con: Backend, merged: Table, rows: Table, placed: Table, where: Table) -> Table:
    """Patents with `origin` and `origin_basis`: the residence that a source gives or that its first applicant has, else
    the office of the first priority, else the office that published. WO, EP and the like are no country."""
    first = placed.filter((placed.role == "FILED") & (placed.position == 1))
    home = first.join(where.select("country", node="id"), "node").group_by("patent").agg(residence=ibis._.country.min())
    # `country` asks its argument of every country there is, so what it takes is computed before.
    offices = keep(con, "priority_offices", rows.select(
        "id", "rank", "sheet", "row", "residence",
        office=number.office(tidy(rows.priorities[0]).upper().re_replace("[^A-Z0-9]", ""))))
    said = keep(con, "origins_said", offices.mutate(
        told=country(offices.residence), earliest=country(offices.office)))
    own = said.group_by("id").agg(told=first_known(said, "told"), earliest=first_known(said, "earliest"))
    table = merged.left_join(own, "id").drop("id_right")
    table = keep(con, "patents_origin", table.left_join(home, table.id == home.patent).drop("patent"))
    residence = table.told.coalesce(table.residence)
    office = ibis.ifelse(number.is_country(table.office), table.office, ibis.null("string"))
    basis = ibis.cases(
        (residence.notnull(), "residence"), (table.earliest.notnull(), "priority"), (office.notnull(), "office"),
        else_=ibis.null("string"),
    )
    return table.mutate(origin=residence.coalesce(table.earliest, office), origin_basis=basis)
