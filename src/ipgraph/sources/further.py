"""Drafts made of the same rows as the patents: citations listed in a cell, codes beside names, deals."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from ipgraph.sources.drafts import CITATIONS, DEALS, ORGANISATIONS


def cited(table: ir.Table, number: ir.StringValue, backward: Sequence[ir.ArrayValue],
          forward: Sequence[ir.ArrayValue] = ()) -> dict[str, ir.Table]:
    """Citations from lists of numbers: `backward` those that the patent cites, `forward` those that cite it."""
    pieces = [table.select("row", "sheet", citing=number, cited=numbers.unnest()) for numbers in backward]
    pieces += [table.select("row", "sheet", citing=numbers.unnest(), cited=number) for numbers in forward]
    if not pieces:
        return {}
    whole = ibis.union(*pieces) if len(pieces) > 1 else pieces[0]
    return {CITATIONS.name: whole.filter(whole.citing.notnull() & whole.cited.notnull()).order_by("row", "cited")}


def coded(table: ir.Table, names: ir.ArrayValue, codes: ir.ArrayValue) -> dict[str, ir.Table]:
    """Organisations and their unified social credit codes, where the cell has as many codes as names.

    Anything that does not look like a code (18 characters) stands for a holder who has none, as a person.
    """
    rows = table.mutate(names=names, codes=codes).select("row", "sheet", "names", "codes")
    rows = rows.filter(rows.names.length() == rows.codes.length())
    pairs = rows.select("row", "sheet", name=rows.names.unnest(), uscc=rows.codes.unnest())
    firms = pairs.filter(pairs.uscc.re_search("^[0-9A-Z]{18}$") & pairs.name.notnull())
    return {ORGANISATIONS.name: firms.group_by(["name", "uscc"]).agg(row=firms.row.min(), sheet=firms.sheet.min())}


def passed_on(table: ir.Table, number: ir.StringValue, mode: str, grantors: ir.ArrayValue, grantees: ir.ArrayValue,
              days: ir.ArrayValue, **texts: ir.Value) -> ir.Table:
    """Rows of deals from the parties in a row's cells.

    Where there are several days, and as many grantors and grantees, each day is a deal of its own; else the row is
    one deal, on the day where there is one alone.
    """
    rows = table.select("row", "sheet", number=number, givers=grantors, getters=grantees, days=days, **texts)
    rows = rows.filter(rows.number.notnull() & (rows.givers.notnull() | rows.getters.notnull()))
    count = rows.days.length().fill_null(0)
    several = (count > 1) & (rows.givers.length() == count) & (rows.getters.length() == count)
    rows = rows.mutate(at=ibis.ifelse(several, ibis.range(count), ibis.array([-1])).unnest(), count=count)
    single, one = rows["at"] < 0, [rows.givers[rows["at"]], rows.getters[rows["at"]]]
    return rows.select(
        "row", "sheet", *texts, mode=ibis.literal(mode), numbers=ibis.array([rows.number]),
        grantors=ibis.ifelse(single, rows.givers, ibis.array([one[0]])),
        grantees=ibis.ifelse(single, rows.getters, ibis.array([one[1]])),
        recorded_on=ibis.ifelse(single, ibis.ifelse(rows["count"] == 1, rows.days[0], ibis.null("string")),
                                rows.days[rows["at"]]),
    )


def deals(*tables: ir.Table) -> dict[str, ir.Table]:
    """One draft of all, null where a table lacks a column."""
    wanted = ibis.Schema.from_pyarrow(DEALS.schema())
    return {DEALS.name: ibis.union(*(table.select(**{
        name: table[name].cast(kind) if name in table.columns else ibis.null(kind) for name, kind in wanted.items()
    }) for table in tables)).order_by("row", "mode", "recorded_on")}
