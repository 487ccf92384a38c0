"""PatentsView bulk tables (g_patent.tsv …): granted US patents, one subject a file, tied together by `patent_id`.

Files of one folder are read together. Where g_patent is there, it says which patents there are; rows of other files
about other patents are passed over. Without it every patent that some file speaks of is one, by its number alone.
"""

from __future__ import annotations

from functools import reduce

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

PATENT = Part(
    ("patent_id", "patent_type", "patent_date", "patent_title"),
    ("wipo_kind", "num_claims", "withdrawn", "patent_abstract", "filename"), may_be_absent=True,
)
ABSTRACT = Part(("patent_id", "patent_abstract"), may_be_absent=True)
APPLICATION = Part(
    ("application_id", "patent_id", "filing_date"),
    ("patent_application_type", "series_code", "rule_47_flag"), may_be_absent=True,
)
ASSIGNEE = Part(
    ("patent_id", "assignee_sequence", ("disambig_assignee_organization", "raw_assignee_organization")),
    (("disambig_assignee_individual_name_first", "raw_assignee_individual_name_first"),
     ("disambig_assignee_individual_name_last", "raw_assignee_individual_name_last"),
     "assignee_id", "assignee_type", "location_id"), may_be_absent=True,
)
INVENTOR = Part(
    ("patent_id", "inventor_sequence", ("disambig_inventor_name_last", "raw_inventor_name_last")),
    (("disambig_inventor_name_first", "raw_inventor_name_first"), "inventor_id", "gender_code", "male_flag",
     "attribution_status", "location_id"), may_be_absent=True,
)
CPC = Part(
    ("patent_id", "cpc_sequence", "cpc_group"),
    ("cpc_section", "cpc_class", "cpc_subclass", "cpc_type", "cpc_symbol_position", "cpc_action_date"),
    may_be_absent=True,
)
IPC = Part(
    ("patent_id", "ipc_sequence", "section", "ipc_class", "subclass", "main_group", "subgroup"),
    ("classification_level", "symbol_position", "classification_value", "classification_data_source", "action_date",
     "ipc_version_indicator", "classification_status"), may_be_absent=True,
)
LOCATION = Part(
    ("location_id", "disambig_city", "disambig_country"),
    ("disambig_state", "latitude", "longitude", "county", "state_fips", "county_fips"), may_be_absent=True,
)
PRIORITY = Part(
    ("patent_id", "priority_claim_sequence", "foreign_application_id", "foreign_country_filed"),
    ("priority_claim_kind", "filing_date"), may_be_absent=True,
)
CITATION = Part(
    ("patent_id", "citation_sequence", ("citation_patent_id", "citation_document_number")),
    ("citation_date", "record_name", "wipo_kind", "citation_category"), may_be_absent=True,
)
FOREIGN = Part(
    ("patent_id", "citation_sequence", "citation_application_id", "citation_country"),
    ("citation_date", "citation_category"), may_be_absent=True,
)
#: Parts whose rows are about a patent itself.
SUBJECTS = (PATENT, ABSTRACT, APPLICATION, ASSIGNEE, INVENTOR, CPC, IPC, PRIORITY)


def listed(read: Read, part: Part, sequence: str, **texts: ir.Value) -> ir.Table:
    """Lists of a patent in the order of their sequence; texts that are null are left out."""
    rows = read.table(part).mutate(**texts)
    order = rows[sequence].try_cast("int64")
    return rows.group_by("patent_id").agg(
        **{name: rows[name].collect(where=rows[name].notnull(), order_by=[order, rows[name]]) for name in texts}
    )


def single(read: Read, part: Part, *names: str) -> ir.Table:
    """Columns of a part that has one row a patent; where it has more, the smallest value."""
    rows = read.table(part)
    return rows.group_by("patent_id").agg(**{name: rows[name].min() for name in names})


def full_name(table: ir.Table, kind: str) -> ir.StringValue:
    names = table[f"disambig_{kind}_name_first"], table[f"disambig_{kind}_name_last"]
    return (names[0].fill_null("") + " " + names[1].fill_null("")).strip().nullif("")


def patents(read: Read) -> ir.Table:
    """The patents spoken of, where first, and the kind code where g_patent tells it."""
    subjects = (PATENT,) if read.has("patent_title") else SUBJECTS
    rows = reduce(lambda a, b: a.union(b), (read.table(part).select("patent_id", "row", "sheet") for part in subjects))
    rows = rows.filter(rows.patent_id.notnull())
    first = rows.group_by("patent_id").agg(row=rows.row.min(), sheet=rows.sheet.argmin(rows.row))
    known = single(read, PATENT, "wipo_kind", "patent_title", "patent_date", "patent_type", "num_claims", "withdrawn")
    return joined(first, known)


def joined(left: ir.Table, right: ir.Table) -> ir.Table:
    return left.left_join(right, "patent_id").drop("patent_id_right")


def shape(read: Read) -> dict[str, ir.Table]:
    """One row a patent, its lists gathered from the other files, and its citations."""
    base = patents(read)
    assignee, inventor, ipc = read.table(ASSIGNEE), read.table(INVENTOR), read.table(IPC)
    place = read.table(LOCATION)
    holder = assignee.disambig_assignee_organization.coalesce(full_name(assignee, "assignee_individual"))
    symbol = (ipc.section + ipc.ipc_class.lpad(2, "0") + ipc.subclass + ipc.main_group + "/" + ipc.subgroup)
    priority = read.table(PRIORITY)
    sides = [
        single(read, ABSTRACT, "patent_abstract"), single(read, APPLICATION, "application_id", "filing_date"),
        listed(read, ASSIGNEE, "assignee_sequence", applicants=holder, places=assignee.location_id),
        listed(read, INVENTOR, "inventor_sequence", inventors=full_name(inventor, "inventor")),
        listed(read, CPC, "cpc_sequence", cpc=read.table(CPC).cpc_group),
        listed(read, IPC, "ipc_sequence", ipc=symbol),
        listed(read, PRIORITY, "priority_claim_sequence",
               priorities=priority.foreign_country_filed + priority.foreign_application_id),
    ]
    table = reduce(joined, sides, base)
    table = table.mutate(location_id=table.places[0]).left_join(
        place.group_by("location_id").agg(
            residence=place.disambig_country.min(),
            address=(place.disambig_city + ibis.coalesce(", " + place.disambig_state, ibis.literal(""))).min(),
        ), "location_id",
    )
    rows = table.mutate(
        publication_number="US" + table.patent_id + table.wipo_kind.fill_null(""),
        application_number="US" + table.application_id, title=table.patent_title, title_en=table.patent_title,
        abstract=table.patent_abstract, filed_on=table.filing_date, published_on=table.patent_date,
        granted_on=table.patent_date, claims=table.num_claims,
        status=ibis.cases((table.withdrawn == "1", "withdrawn")),
    )
    return {"patents": rows.order_by("row"), "citations": citations(read, base)}


def citations(read: Read, base: ir.Table) -> ir.Table:
    """Citations of US patents and applications, and of foreign ones; those by patents that g_patent lacks are left."""
    home, abroad = read.table(CITATION), read.table(FOREIGN)
    rows = home.select(
        "row", "sheet", "patent_id", "citation_category",
        cited="US" + home.citation_patent_id + home.wipo_kind.fill_null(""),
    ).union(abroad.select(
        "row", "sheet", "patent_id", "citation_category",
        cited=abroad.citation_country + abroad.citation_application_id,
    ))
    kinds = base.select("patent_id", "wipo_kind")
    rows = rows.inner_join(kinds,
    "patent_id") if read.has("patent_title") else rows.mutate(wipo_kind=ibis.null("string"))
    return rows.select(
        "row", "sheet", "cited", citing="US" + rows.patent_id + rows.wipo_kind.fill_null(""), citer="citation_category",
    )


PATENTSVIEW = Layout(
    "patentsview", "PatentsView 批量表", "PatentsView bulk tables", "USPTO PatentsView (g_*.tsv)",
    (*SUBJECTS, LOCATION, CITATION, FOREIGN), shape, members=r"g_\w+\.tsv(\.gz)?",
)
