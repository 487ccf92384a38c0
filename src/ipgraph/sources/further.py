"""Drafts made of the same rows as the patents: citations listed in a cell, codes listed beside names."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from ipgraph.sources.drafts import CITATIONS, ORGANISATIONS


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
