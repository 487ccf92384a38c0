"""Records gathered from Google Patents: focal patents, documents they cite or that cite them, and the citations."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.json_path import json_texts
from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.patent_layout import PatentLayout

SUPPLIER = "Google Patents"
#: Google writes the sort of assignee where it has no name.
NO_NAME = "Individual"
#: Forms of company, which stand after a comma without ending the name (Honda Motor Co.,Ltd.).
FORMS = (
    r"co|ltd|inc|llc|llp|lp|corp|corporation|company|limited|incorporated|l\.?p|l\.?l\.?c|s\.?a|s\.?l|s\.?l\.?u|b\.?v"
    r"|n\.?v|s\.?p\.?a|s\.?r\.?l|gmbh|ag|kg|ohg|e\.?v|jr|sr|ii|iii"
)
#: The name runs to the first comma with neither a space (Amerifab, Inc.) nor a form of company after it.
ASSIGNEE = rf"^([^,]*(?:,\s[^,]*|,(?i:{FORMS})[.)]*)*),(\S.*|)$"

CITATIONS_PART = Part(required=("citing", "cited", "examiner_cited"), optional=("family_to_family",))


def assignee(text: ir.StringValue) -> ir.StringValue:
    """The name in front of an unquoted title; null where there is none, or only a category.

    Where every comma has a space after it, nothing tells which one parts the two, and the first is taken.
    """
    name = ibis.cases(
        (text.re_search(ASSIGNEE), text.re_extract(ASSIGNEE, 1)), (text.contains(","), text.re_extract("^([^,]*),", 1)),
        else_=ibis.literal(""),
    )
    return name.strip().nullif("").nullif(NO_NAME)


def title(text: ir.StringValue) -> ir.StringValue:
    """The title behind the name, without the quotes that some have around them."""
    rest = ibis.cases(
        (text.re_search(ASSIGNEE), text.re_extract(ASSIGNEE, 2)),
        (text.contains(","), text.re_extract("^[^,]*,(.*)$", 1)),
        else_=text,
    )
    return rest.strip().re_replace('^"(.*)"$', r"\1").strip().nullif("")


def one(name: ir.StringValue) -> ir.ArrayValue:
    """A list of the one name there is."""
    return ibis.cases((name.notnull(), ibis.array([name])))


def parted(table: ir.Table, _columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    text = table.assignee_and_title_unquoted
    return {"applicants": one(assignee(text)), "title": title(text)}


def listed(table: ir.Table, _columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    return {
        "applicants": one(table.applicant.nullif(NO_NAME)), "cpc": json_texts(table.cpc),
        "priorities": json_texts(table.priorities),
    }


def searched(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    return {"ipc": json_texts(table.ipc_search_classes), **parted(table, columns)}


def shape_citations(read: Read) -> dict[str, ir.Table]:
    """Citing and cited, and whether an examiner did."""
    table = read.table(CITATIONS_PART)
    return {"citations": table.select("row", "sheet", "citing", "cited", by_examiner=table.examiner_cited)}


GOOGLE_FOCAL = PatentLayout(
    layout="google_focal", zh="谷歌专利著录项", en="Google Patents records", supplier=SUPPLIER,
    required={
        "publication_number": "publication_number", "title": "title", "applicant": "applicants",
        "application_date": "filed_on", "publication_date": "published_on", "cpc": "cpc", "priorities": "priorities",
    },
    optional={
        "abstract": "abstract", "grant_date": "granted_on", "status": "status", "inventor_count": "inventor_count",
    },
    more=listed,
)
GOOGLE_DOCUMENTS = PatentLayout(
    layout="google_documents", zh="谷歌专利引证文献", en="Google Patents cited documents", supplier=SUPPLIER,
    required={"publication_number": "publication_number", "assignee_and_title_unquoted": "title"},
    optional={"publication_date": "published_on"},
    known=("priority_date",),
    more=parted,
)
GOOGLE_ABSTRACTS = PatentLayout(
    layout="google_abstracts", zh="谷歌专利中文摘要", en="Google Patents Chinese abstracts", supplier=SUPPLIER,
    required={"publication_number": "publication_number", "abstract_zh": "abstract", "ipc_search_classes": "ipc"},
    optional={"cited_by_count": "cited_by", "assignee_and_title_unquoted": "title"},
    known=("search_year",),
    more=searched,
)
GOOGLE_CITATIONS = Layout(
    "google_citations", "谷歌专利引证关系", "Google Patents citations", SUPPLIER, (CITATIONS_PART,), shape_citations
)
