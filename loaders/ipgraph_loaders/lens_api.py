"""Records of the Lens patent API, as its JSON answer or as JSON lines; names and numbers lie deep in `biblio`."""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.further import cited
from ipgraph.sources.json_path import in_language, text_at, texts_at
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout


def number(document: ir.StringValue, at: str = "$") -> ir.StringValue:
    """Office, number and kind of a document id."""
    part = {name: text_at(document, f"{at}.{name}") for name in ("jurisdiction", "doc_number", "kind")}
    return part["jurisdiction"] + part["doc_number"] + part["kind"].fill_null("")


def numbers(document: ir.StringValue, path: str) -> ir.ArrayValue:
    """The same of each document id in a list."""
    return texts_at(document, path).map(number)


def more(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """What lies deep. An application in another office's numbers keeps that office in front."""
    biblio = table.biblio
    return {
        "publication_number": table.jurisdiction + table.doc_number + table.kind.fill_null(""),
        "application_number": number(biblio, "$.application_reference"),
        "filed_on": text_at(biblio, "$.application_reference.date"),
        "granted_on": text_at(table.legal_status, "$.grant_date"),
        "status": text_at(table.legal_status, "$.patent_status").nullif("UNKNOWN").lower(),
        "title": in_language(text_at(biblio, "$.invention_title"), "text", "lang", "zh", "en").coalesce(
            text_at(biblio, "$.invention_title[0].text")),
        "title_en": in_language(text_at(biblio, "$.invention_title"), "text", "lang", "en"),
        "abstract": in_language(table.abstract, "text", "lang", "zh", "en").coalesce(
            text_at(table.abstract, "$[0].text")),
        "applicants": texts_at(biblio, "$.parties.applicants[*].extracted_name.value"),
        "inventors": texts_at(biblio, "$.parties.inventors[*].extracted_name.value"),
        "owners": texts_at(biblio, "$.parties.owners_all[*].extracted_name.value"),
        "residence": text_at(biblio, "$.parties.applicants[0].residence"),
        "address": text_at(biblio, "$.parties.applicants[0].extracted_address"),
        "ipc": texts_at(biblio, "$.classifications_ipcr.classifications[*].symbol"),
        "cpc": texts_at(biblio, "$.classifications_cpc.classifications[*].symbol"),
        "priorities": numbers(biblio, "$.priority_claims.claims[*]"),
        "citing": text_at(biblio, "$.references_cited.patent_count"),
        "cited_by": text_at(biblio, "$.cited_by.patent_count"),
        "family_size": text_at(table.families, "$.simple_family.size"),
        "family_members": numbers(table.families, "$.simple_family.members[*].document_id"),
    }


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """Citations both ways."""
    table = read.table(LENS_API.parts[0])
    backward = numbers(table.biblio, "$.references_cited.citations[*].patcit.document_id")
    forward = numbers(table.biblio, "$.cited_by.patents[*].document_id")
    return cited(table, columns["publication_number"], [backward], [forward])


LENS_API = PatentLayout(
    layout="lens_api", zh="Lens 接口", en="Lens patent API", supplier="The Lens",
    required={"lens_id": "lens_id", "jurisdiction": "jurisdiction", "doc_number": "doc_number", "biblio": "biblio"},
    optional={
        "kind": "kind", "date_published": "published_on", "publication_type": "patent_type", "abstract": "abstract",
        "families": "families", "legal_status": "legal_status",
    },
    known=("doc_key", "docdb_id", "lang", "claims", "description", "sequence_listing"),
    more=more, also=also,
)
