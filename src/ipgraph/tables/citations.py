"""Citations between patents that are there."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import BooleanValue, StringValue, Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import CITATIONS
from ipgraph.tables.engine import keep, provenance
from ipgraph.tables.refusals import Fault, missing, sift


def flag(value: StringValue) -> BooleanValue:
    """True and false as sources write them; null where they say nothing."""
    text = tidy(value).upper()
    yes, no = text.isin(["1", "TRUE", "Y", "YES", "是"]), text.isin(["0", "FALSE", "N", "NO", "否"])
    return ibis.cases((yes, True), (no, False), else_=ibis.null("boolean"))


def cites(con: Backend, drafts: Table, patents: Table) -> tuple[Table, Table]:
    """CITES edges; a row whose either end is in no file is refused."""
    given = keep(con, "citations_given", drafts.mutate(citing=tidy(drafts.citing), cited=tidy(drafts.cited)))
    clean = keep(con, "citations_clean", given.mutate(
        citing_id=number.publication(given.citing), cited_id=number.publication(given.cited),
        examiner=flag(given.by_examiner)))
    kept, faults = sift(con, "citations", clean, [
        *missing(CITATIONS, clean),
        Fault("citing", "impossible-patent-number", clean.citing.notnull() & clean.citing_id.isnull(), clean.citing),
        Fault("cited", "impossible-patent-number", clean.cited.notnull() & clean.cited_id.isnull(), clean.cited),
        Fault("citing", "edge-to-nothing", clean.citing_id.notnull() & ~clean.citing_id.isin(patents.id), clean.citing),
        Fault("cited", "edge-to-nothing", clean.cited_id.notnull() & ~clean.cited_id.isin(patents.id), clean.cited),
        Fault("cited", "self-reference", clean.citing_id == clean.cited_id, clean.cited),
    ])
    edges = kept.group_by(start="citing_id", end="cited_id").agg(
        by_examiner=kept.examiner.any(), **provenance(kept))
    return edges, faults
