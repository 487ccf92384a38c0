"""WIPO PATENTSCOPE result lists: eight columns, days as 21.08.2009, NA for nothing."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

PATENTSCOPE = PatentLayout(
    layout="patentscope",
    zh="PATENTSCOPE 检索结果",
    en="PATENTSCOPE result list",
    supplier="WIPO PATENTSCOPE",
    required={
        "Publication Number": "publication_number",
        "Publication Date": "published_on",
        "Title": "title",
        "IPC": "ipc",
        "Applicants": "applicants",
        "Inventors": "inventors",
    },
    optional={
        "Priority Data": "priorities", "Application Number": "application_number", "Application Date": "filed_on",
        "Abstract": "abstract",
    },
    empty=("NA",),
    known=("FP Image",),
)
