"""Lens exports: headings in English, lists parted by two semicolons, days as 25/04/13."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

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
        "Owners": "owners",
        ("Type", "Document Type"): "patent_type",
        "Legal Status": "status",
        "CPC Classifications": "cpc",
        ("Cited Count", "Cited by Patent Count"): "cited_by",
        "Cites Patent Count": "citing",
        "Simple Family Members": "family_members",
        "Simple Family Size": "family_size",
    },
    separator=";;",
    known=(
        "#", "Kind", "Publication Year", "URL", "Full Text", "Extended Family Size", "Sequence Count",
        "US Classifications", "PubMed Id(s)", "DOI(s)", "Non-Patent Citations", "Lens ID",
        "Earliest Priority Date", "Has Full Text", "Extended Family Members", "CPC Classifications Title",
        "NPL Citation Count", "NPL Resolved Citation Count", "NPL Resolved Lens ID(s)", "NPL Resolved External ID(s)",
        "NPL Citations", "Cites Count",
    ),
)
