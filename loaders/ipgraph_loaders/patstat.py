"""EPO PATSTAT tables (tls201_appln.csv …), tied together by numeric ids; files of one folder are read together.

A patent is a publication of tls211; without that table, an application of tls201. Ids mean nothing outside one edition
of PATSTAT, so a table of ids alone cannot be loaded by itself.
"""

from __future__ import annotations

from functools import reduce

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

#: PATSTAT's day for an unknown one.
NEVER = "9999-12-31"
APPLN = Part(
    ("appln_id", "appln_auth", "appln_nr", "appln_filing_date"),
    ("appln_kind", "docdb_family_id", "docdb_family_size", "nb_citing_docdb_fam", "nb_inventors", "ipr_type", "granted",
     "appln_filing_year", "appln_nr_epodoc", "appln_nr_original", "receiving_office", "internat_appln_id", "int_phase",
     "reg_phase", "nat_phase", "earliest_filing_date", "earliest_filing_year", "earliest_filing_id",
     "earliest_publn_date", "earliest_publn_year", "earliest_pat_publn_id", "inpadoc_family_id", "nb_applicants"),
    may_be_absent=True,
)
TITLE = Part(("appln_id", "appln_title"), ("appln_title_lg",), may_be_absent=True)
ABSTRACT = Part(("appln_id", "appln_abstract"), ("appln_abstract_lg",), may_be_absent=True)
PRIOR = Part(("appln_id", "prior_appln_id"), ("prior_appln_seq_nr",), may_be_absent=True)
PERSON = Part(
    ("person_id", "person_name"),
    ("person_address", "person_ctry_code", "psn_sector", "psn_name", "psn_id", "psn_level", "doc_std_name",
     "doc_std_name_id", "han_id", "han_name", "han_harmonized", "nuts", "nuts_level", "person_name_orig_lg",
     "reg_code"),
    may_be_absent=True,
)
PERS_APPLN = Part(("person_id", "appln_id", "applt_seq_nr", "invt_seq_nr"), may_be_absent=True)
IPC = Part(
    ("appln_id", "ipc_class_symbol"),
    ("ipc_class_level", "ipc_version", "ipc_value", "ipc_position", "ipc_gener_auth"), may_be_absent=True,
)
CPC = Part(("appln_id", "cpc_class_symbol"), may_be_absent=True)
PUBLN = Part(
    ("pat_publn_id", "publn_auth", "publn_nr", "publn_kind", "appln_id"),
    ("publn_date", "publn_first_grant", "publn_claims", "publn_lg", "publn_nr_original"), may_be_absent=True,
)
CITATION = Part(
    ("pat_publn_id", "citn_id", "cited_pat_publn_id"),
    ("citn_origin", "cited_appln_id", "cited_npl_publn_id", "pat_citn_seq_nr", "npl_citn_seq_nr", "citn_gener_auth",
     "citn_replenished"), may_be_absent=True,
)
CATEGORY = Part(("pat_publn_id", "citn_id", "citn_categ"), ("citn_replenished", "relevant_claim"), may_be_absent=True)


def spoken(table: ir.Table, text: str, *languages: str) -> ir.StringValue:
    """Of an application's texts the one in the first language wanted."""
    found = [table[text].max(where=table[f"{text}_lg"].lower() == language) for language in languages]
    return ibis.coalesce(*found)


def texts(read: Read) -> list[ir.Table]:
    """Title, English title and abstract of each application: Chinese, then English, then any."""
    title, abstract = read.table(TITLE), read.table(ABSTRACT)
    return [
        title.group_by("appln_id").agg(
            title=spoken(title, "appln_title", "zh", "en").coalesce(title.appln_title.min()),
            title_en=spoken(title, "appln_title", "en"),
        ),
        abstract.group_by("appln_id").agg(
            abstract=spoken(abstract, "appln_abstract", "zh", "en").coalesce(abstract.appln_abstract.min()),
        ),
    ]


def parties(read: Read) -> ir.Table:
    """Applicants and inventors of each application in their order, and where the first applicant is."""
    person, tie = read.table(PERSON), read.table(PERS_APPLN)
    people = person.group_by("person_id").agg(
        name=person.person_name.min(), country=person.person_ctry_code.nullif("").min(), at=person.person_address.min(),
    )
    rows = tie.inner_join(people, "person_id")
    applicant, inventor = rows.applt_seq_nr.try_cast("int64"), rows.invt_seq_nr.try_cast("int64")
    return rows.group_by("appln_id").agg(
        applicants=rows.name.collect(where=applicant > 0, order_by=[applicant, rows.name]),
        inventors=rows.name.collect(where=inventor > 0, order_by=[inventor, rows.name]),
        residence=rows.country.max(where=applicant == 1), address=rows["at"].max(where=applicant == 1),
    )


def applications(read: Read) -> ir.Table:
    """All that is known of each application, by its id."""
    appln, ipc, cpc, prior = (read.table(part) for part in (APPLN, IPC, CPC, PRIOR))
    named = appln.select("appln_id", application_number=appln.appln_auth + appln.appln_nr)
    earlier = prior.inner_join(named, prior.prior_appln_id == named.appln_id)
    sides = [
        appln.group_by("appln_id").agg(
            application_number=(appln.appln_auth + appln.appln_nr).min(),
            filed_on=appln.appln_filing_date.nullif(NEVER).min(), patent_type=appln.ipr_type.min(),
            family=appln.docdb_family_id.min(), family_size=appln.docdb_family_size.min(),
            cited_by=appln.nb_citing_docdb_fam.min(), inventor_count=appln.nb_inventors.min(),
        ),
        *texts(read), parties(read),
        ipc.group_by("appln_id").agg(
            ipc=ipc.ipc_class_symbol.collect(order_by=[ipc.ipc_position != "F", ipc.ipc_class_symbol])),
        cpc.group_by("appln_id").agg(cpc=cpc.cpc_class_symbol.collect(order_by=cpc.cpc_class_symbol)),
        earlier.group_by("appln_id").agg(priorities=earlier.application_number.collect(order_by=earlier.application_number)),
    ]
    return reduce(joined, sides)


def joined(left: ir.Table, right: ir.Table) -> ir.Table:
    return left.outer_join(right, "appln_id").mutate(
        appln_id=ibis._.appln_id.coalesce(ibis._.appln_id_right)).drop("appln_id_right")


def numbered(publn: ir.Table) -> ir.StringValue:
    return publn.publn_auth + publn.publn_nr + publn.publn_kind.fill_null("")


def shape(read: Read) -> dict[str, ir.Table]:
    """Publications with what is known of their applications, and citations between publications."""
    known = applications(read)
    if not read.has("publn_nr"):
        appln = read.table(APPLN).select("row", "sheet", "appln_id")
        return {"patents": appln.left_join(known, "appln_id").order_by("row")}
    publn, citation = read.table(PUBLN), read.table(CITATION)
    grants = publn.filter(publn.publn_first_grant.isin(["Y", "1"]))
    granted = grants.group_by("appln_id").agg(granted_on=grants.publn_date.nullif(NEVER).min())
    rows = publn.mutate(
        publication_number=numbered(publn), published_on=publn.publn_date.nullif(NEVER),
        claims=publn.publn_claims.nullif("0"),
    ).left_join(granted, "appln_id").drop("appln_id_right").left_join(known, "appln_id")
    ends = publn.select("pat_publn_id", number=numbered(publn))
    cited = ends.select(cited_id="pat_publn_id", cited="number")
    graded = read.table(CATEGORY).group_by("pat_publn_id", "citn_id").agg(citn_categ=ibis._.citn_categ.min())
    citation = citation.left_join(graded, ["pat_publn_id", "citn_id"]).drop("pat_publn_id_right", "citn_id_right")
    pairs = citation.inner_join(ends, "pat_publn_id").inner_join(cited, citation.cited_pat_publn_id == cited.cited_id)
    return {
        "patents": rows.order_by("row"),
        "citations": pairs.select(
            "row", "sheet", "cited", citing=pairs.number, citer="citn_origin", category="citn_categ",
        ).order_by("row"),
    }


PATSTAT = Layout(
    "patstat", "EPO PATSTAT 表", "EPO PATSTAT tables", "EPO PATSTAT Global (tls201–tls212, tls215, tls224, tls906)",
    (APPLN, PUBLN, TITLE, ABSTRACT, PRIOR, PERSON, PERS_APPLN, IPC, CPC, CITATION, CATEGORY), shape,
    members=r"tls[0-9]{3}_?\w*\.(csv|txt|tsv)(\.gz)?", anchors=(PUBLN, APPLN),
)
