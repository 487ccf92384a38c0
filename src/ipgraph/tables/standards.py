"""Standards, and the patents declared essential to them."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import date, number
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import DECLARATIONS
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import EMPTY, distinct, keep, provenance
from ipgraph.tables.refer import refer
from ipgraph.tables.refusals import Fault, lost, missing, sift


def spelt(value: StringValue) -> StringValue:
    """A standard's number in one spelling: IEEE 802.11AX from ieee-802.11ax, TS 38.211 from TS 38.211 v15.2.0."""
    text = value.upper().re_replace(r"[,;]?\s+V(?:ERSION)?\.?\s*[0-9][0-9.]*$", "")
    return text.re_replace(r"^([A-Z]+)[-_ ]*([0-9])", r"\1 \2").re_replace(r"\s+", " ").strip().nullif("")


def listed(con: Backend, rows: Table) -> Table:
    """Standards named on the rows of patents, in the shape of declarations with their patent's `id`."""
    named = rows.select("id", "source", "rank", "as_of", "sheet", "row", standard="standards").unnest("standard")
    named = keep(con, "standards_named", named.mutate(standard=tidy(named.standard)))
    return named.filter(named.standard.notnull()).mutate(
        body=ibis.null("string"), declarant=ibis.null("string"), declared_on=ibis.null("date"))


def clean_declarations(con: Backend, drafts: Table, patents: Table) -> tuple[Table, Table]:
    """Declarations with the `id` of their patent, a row for each that the number means, and the faults."""
    given = keep(con, "declarations_given", drafts.mutate(
        **{n: tidy(drafts[n]) for n in ("number", "standard", "body", "declarant")},
        declared_on_given=tidy(drafts.declared_on)))
    meant = refer(con, given.filter(given.number.notnull()).select("number").distinct(), patents)
    clean = given.mutate(
        declared_on=date.date(given.declared_on_given), shape=number.publication(given.number).coalesce(
            number.application(given.number)))
    clean = keep(con, "declarations_clean", clean.left_join(meant, "number").drop("number_right"))
    known = clean.shape.notnull()
    return sift(con, "declarations", clean, [
        *missing(DECLARATIONS, clean),
        Fault("number", "impossible-patent-number", clean.number.notnull() & ~known, clean.number),
        Fault("number", "edge-to-nothing", known & clean.id.isnull(), clean.number),
        Fault("declared_on", "impossible-date", lost(clean, "declared_on"), clean.declared_on_given),
    ])


def tables(con: Backend, declared: Table, named: Table) -> tuple[Table, dict[str, Table]]:
    """Standard nodes and DECLARED_FOR edges by table name; `named` as `listed` gives them."""
    both = declared.select(*named.columns).union(named)
    both = keep(con, "standards_declared", both.mutate(name=both.standard, standard=spelt(both.standard)))
    nodes = first_of(both.mutate(id=both.standard), "id", ["name", "body"])
    edges = both.group_by(start="id", end="standard").agg(
        declared_on=both.declared_on.min(), declarants=distinct(both.declarant).fill_null(EMPTY), **provenance(both))
    return nodes, {"DECLARED_FOR.Patent.Standard": edges}
