"""Lens exports: headings in English, lists parted by two semicolons, days as 25/04/13."""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.patent_layout import PatentLayout


def undated(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Owners without the day behind their name (ACME INC (2014-01-01))."""
    return {"owners": columns["owners"].map(lambda name: name.re_replace(r"\s*\([0-9]{4}-[0-9]{2}-[0-9]{2}\)$", ""))}


LENS = PatentLayout(
    layout="lens",
    zh="Lens 导出",
    en="Lens export",
    supplier="The Lens",
    required={
        "Jurisdiction": "jurisdiction",
        ("Publication Number", "Display Key"): "publication_number",
        "Application Number": "application_number",
        "Title": "title",
        "Applicants": "applicants",
        ("IPCR Classifications", "IPC Classifications"): "ipc",
    },
    optional={
        "Application Date": "filed_on",
        "Publication Date": "published_on",
        "Priority Numbers": "priorities",
        "Abstract": "abstract",
        "Inventors": "inventors",
        ("Owners", "Owners (US)"): "owners",
        ("Type", "Document Type"): "patent_type",
        "Legal Status": "status",
        "CPC Classifications": "cpc",
        ("Cited Count", "Cited by Patent Count"): "cited_by",
        "Cites Patent Count": "citing",
        "Simple Family Members": "family_members",
        "Simple Family Size": "family_size",
    },
    separator=";;",
    dates="dmy",
    more=undated,
    known=(
        "#", "Kind", "Publication Year", "URL", "Full Text", "Extended Family Size", "Sequence Count",
        "US Classifications", "PubMed Id(s)", "DOI(s)", "Non-Patent Citations", "Lens ID",
        "Earliest Priority Date", "Has Full Text", "Extended Family Members", "Simple Family Member Jurisdictions",
        "Extended Family Member Jurisdictions", "CPC Classifications Title",
        "NPL Citation Count", "NPL Resolved Citation Count", "NPL Resolved Lens ID(s)", "NPL Resolved External ID(s)",
        "NPL Citations", "Cites Count",
    ),
)
