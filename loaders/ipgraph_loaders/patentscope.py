"""WIPO PATENTSCOPE result lists: the older eight columns and the current xls; days as 21.08.2009, NA for nothing."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

PATENTSCOPE = PatentLayout(
    layout="patentscope",
    zh="PATENTSCOPE 检索结果",
    en="PATENTSCOPE result list",
    supplier="WIPO PATENTSCOPE",
    required={
        ("Publication Number", "Application Id", "Publication No", "公布号"): "publication_number",
        ("Publication Date", "公布日"): "published_on",
        ("Title", "发明名称"): "title",
        ("IPC", "I P C", "Int. Class", "国际分类"): "ipc",
        ("Applicants", "Applicant", "申请人"): "applicants",
        ("Inventors", "Inventor", "发明人"): "inventors",
    },
    optional={
        ("Priority Data", "Priorities Data", "优先权数据"): "priorities",
        ("Application Number", "Application No", "申请号"): "application_number",
        ("Application Date", "申请日"): "filed_on",
        ("Abstract", "摘要"): "abstract",
    },
    empty=("NA",),
    known=("FP Image", "Image", "Country", "National Phase Entries", "Application Id"),
)
