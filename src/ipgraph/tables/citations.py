"""Citations between patents that are there, and who cited."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import BooleanValue, StringValue, Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import CITATIONS
from ipgraph.tables.engine import EMPTY, distinct, keep, provenance
from ipgraph.tables.refer import stems
from ipgraph.tables.refusals import Fault, missing, sift

#: Who cited, by the words and codes of suppliers. PATSTAT's citn_origin: SEA, ISR, SUP and CH2 are search reports, PRS
#: a search before filing, 115 an observation of third parties (Article 115 EPC), FOP a notice of opposition.
CITERS = {
    "third_party": "THIRD|^115$|^TPO$|第三方|公众", "opponent": "^OPP$|^FOP$|OPPO|异议",
    "search": "^SEA$|^ISR$|^SUP$|^CH2$|^PRS$|SEARCH|检索", "applicant": "^APP$|APPLICANT|申请人",
    "examiner": "^EXA$|EXAMIN|审查",
}


def flag(value: StringValue) -> BooleanValue:
    """True and false as sources write them; null where they say nothing."""
    text = tidy(value).upper()
    yes, no = text.isin(["1", "TRUE", "Y", "YES", "是"]), text.isin(["0", "FALSE", "N", "NO", "否"])
    return ibis.cases((yes, True), (no, False), else_=ibis.null("boolean"))


def citer(value: StringValue) -> StringValue:
    """Who cited; null where the text names none of them ("cited by other")."""
    text = value.upper()
    return ibis.cases(*((text.re_search(words), code) for code, words in CITERS.items()), else_=ibis.null("string"))


def cites(con: Backend, drafts: Table, patents: Table) -> tuple[Table, Table]:
    """CITES edges; a row whose either end is in no file is refused, and one whose end could be several."""
    given = keep(con, "citations_given", drafts.mutate(
        citing=tidy(drafts.citing), cited=tidy(drafts.cited), category=tidy(drafts.category).upper(),
        examiner=flag(drafts.by_examiner), citer=citer(tidy(drafts.citer))))
    spelt = keep(con, "citations_spelt", given.mutate(
        citing_full=number.publication(given.citing), cited_full=number.publication(given.cited),
        citer=given.citer.coalesce(ibis.ifelse(given.examiner, "examiner", ibis.null("string")))))
    clean = keep(con, "citations_clean", with_ends(con, spelt, patents))
    kept, faults = sift(con, "citations", clean, [
        *missing(CITATIONS, clean),
        *(fault for end in ("citing", "cited") for fault in end_faults(clean, end)),
        Fault("cited", "self-reference", clean.citing_id == clean.cited_id, clean.cited),
    ])
    edges = kept.group_by(start="citing_id", end="cited_id").agg(
        citers=distinct(kept.citer).fill_null(EMPTY), categories=distinct(kept.category).fill_null(EMPTY),
        **provenance(kept))
    return edges, faults


def with_ends(con: Backend, rows: Table, patents: Table) -> Table:
    """Rows with the id of either end, and with how many patents its number could mean: a number without kind code
    is that of the only patent that it begins."""
    both = rows.select(full="citing_full").union(rows.select(full="cited_full"))
    numbers = keep(con, "citations_numbers", both.filter(both.full.notnull()).distinct())
    there = numbers.semi_join(patents, numbers.full == patents.id)
    bare = numbers.anti_join(there, "full").select(number="full", publication="full")
    begun = stems(con, bare, patents)
    meant = there.select("full", id="full", means=ibis.literal(1, "int64")).union(
        begun.group_by(full="number").agg(id=begun.id.min(), means=begun.count()))
    meant = keep(con, "citations_meant", meant)
    for end in ("citing", "cited"):
        one = meant.rename({f"{end}_id": "id", f"{end}_means": "means", f"{end}_number": "full"})
        rows = rows.left_join(one, rows[f"{end}_full"] == one[f"{end}_number"]).drop(f"{end}_number")
    return rows


def end_faults(rows: Table, end: str) -> list[Fault]:
    given, full, means = rows[end], rows[f"{end}_full"], rows[f"{end}_means"]
    return [
        Fault(end, "impossible-patent-number", given.notnull() & full.isnull(), given),
        Fault(end, "edge-to-nothing", full.notnull() & means.isnull(), given),
        Fault(end, "ambiguous", means > 1, given),
    ]
