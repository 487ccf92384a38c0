"""What Google Patents hands out itself: rows of BigQuery `patents.publications`, and the csv of a search."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.json_path import in_language, json_texts, text_at, texts_at
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout
from ipgraph_loaders.google_patents import FORMS, SUPPLIER

#: Stands for a comma that belongs to a name while a list is parted at commas.
KEPT = "\x1e"


def nested(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Members of nested columns: harmonised names first, as printed where there are none. Day 0 is unknown."""
    return {
        "title": in_language(table.title_localized, "text", "language", "zh", "en").coalesce(
            text_at(table.title_localized, "$[0].text")),
        "title_en": in_language(table.title_localized, "text", "language", "en"),
        "abstract": in_language(table.abstract_localized, "text", "language", "zh", "en").coalesce(
            text_at(table.abstract_localized, "$[0].text")),
        "applicants": texts_at(table.assignee_harmonized, "$[*].name").coalesce(named(table.assignee)),
        "inventors": texts_at(table.inventor_harmonized, "$[*].name").coalesce(named(table.inventor)),
        "residence": text_at(table.assignee_harmonized, "$[0].country_code"),
        "ipc": texts_at(table.ipc, "$[*].code"),
        "cpc": texts_at(table.cpc, "$[*].code"),
        "priorities": texts_at(table.priority_claim, "$[*].application_number"),
        **{name: columns[name].nullif("0") for name in ("filed_on", "published_on", "granted_on")},
    }


def named(names: ir.StringValue) -> ir.ArrayValue:
    return json_texts(names).nullif(ibis.literal([], "array<string>"))


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """Citations of patents; those of other literature have an empty number. `category` says who cited, `type` what
    for: X, Y, A …"""
    table = read.table(GOOGLE_BIGQUERY.parts[0])
    rows = table.select("row", "sheet", citing=columns["publication_number"], each=json_texts(table.citation).unnest())
    rows = rows.select("row", "sheet", "citing", cited=text_at(rows.each, "$.publication_number").nullif(""),
                       citer=text_at(rows.each, "$.category"), category=text_at(rows.each, "$.type").nullif(""))
    return {"citations": rows.filter(rows.cited.notnull()).order_by("row", "cited")}


def parted(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Lists of names parted at commas, but for those before a form of company (Foo Co., Ltd.)."""
    return {"applicants": at_commas(table.assignee), "inventors": at_commas(table["inventor/author"])}


def at_commas(names: ir.StringValue) -> ir.ArrayValue:
    kept = names.re_replace(rf",(\s*(?i:{FORMS})\b)", rf"{KEPT}\1")
    members = kept.re_split(r"\s*,\s*").map(lambda name: name.replace(KEPT, ","))
    return members.filter(lambda name: name != "").nullif(ibis.literal([], "array<string>"))


GOOGLE_BIGQUERY = PatentLayout(
    layout="google_bigquery", zh="谷歌专利 BigQuery", en="Google Patents in BigQuery",
    supplier="Google patents-public-data.patents.publications",
    required={
        "publication_number": "publication_number", "title_localized": "title",
        "assignee_harmonized": "applicants", "filing_date": "filed_on",
    },
    optional={
        "application_number": "application_number", "publication_date": "published_on", "grant_date": "granted_on",
        "inventor_harmonized": "inventors", "ipc": "ipc", "cpc": "cpc", "priority_claim": "priorities",
        "abstract_localized": "abstract", "family_id": "family", "assignee": "assignee", "inventor": "inventor",
    },
    known=(
        "country_code", "kind_code", "application_kind", "application_number_formatted", "pct_number",
        "spif_publication_number",
        "spif_application_number", "claims_localized", "claims_localized_html", "description_localized",
        "description_localized_html", "publication_type", "priority_date", "examiner", "uspc", "fi", "fterm", "locarno",
        "citation", "parent", "child", "entity_status", "art_unit",
    ),
    more=nested, also=also,
)
GOOGLE_WEB = PatentLayout(
    layout="google_web", zh="谷歌专利检索导出", en="Google Patents search export", supplier=SUPPLIER,
    required={
        "id": "publication_number", "title": "title", "assignee": "applicants", "inventor/author": "inventors",
        "filing/creation date": "filed_on",
    },
    optional={"publication date": "published_on", "grant date": "granted_on"},
    known=("priority date", "result link", "representative figure link"),
    more=parted,
)
