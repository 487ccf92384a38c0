"""CNIPA patent search and analysis system (pss-system), as search results are saved."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

CNIPA_SEARCH = PatentLayout(
    layout="cnipa_search",
    zh="国家知识产权局检索结果",
    en="CNIPA search results",
    supplier="国家知识产权局专利检索及分析系统",
    required={
        "专利名称": "title",
        "法律状态": "status",
        "申请号": "application_number",
        "申请日": "filed_on",
        "申请人/专利权人": "applicants",
    },
    optional={
        "专利类型": "patent_type",
        ("申请公布日/授权公告日", "公开(公告)日"): "published_on",
        ("申请公布号/授权公告号", "公开(公告)号", "公布号"): "publication_number",
        "发明人": "inventors",
        ("分类号", "IPC分类号"): "ipc",
        "摘要": "abstract",
        "地址": "address",
    },
    known=("法律状态最后修改日期",),
)
