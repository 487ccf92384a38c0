"""A city's stock of patents: title, application number, applicant, date, main class, abstract."""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.patent_layout import PatentLayout, split


def more(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """The main class is all the classes there are."""
    return {"ipc": split(table["主分类号"], "[;；]")}


TAIAN = PatentLayout(
    layout="taian",
    zh="地市专利清单",
    en="City stock of patents",
    supplier="国家知识产权局专利检索导出，地市全量（题名、申请号、申请人、申请日、主分类号、摘要）",
    required={
        "专利名称": "title",
        "申请号": "application_number",
        "申请人": "applicants",
        "申请日": "filed_on",
        "主分类号": "main_class",
    },
    optional={
        "摘要": "abstract", ("公开号", "公开(公告)号"): "publication_number",
        ("公开日", "公开(公告)日"): "published_on", ("发明人", "发明(设计)人"): "inventors", "地址": "address",
    },
    more=more,
)
