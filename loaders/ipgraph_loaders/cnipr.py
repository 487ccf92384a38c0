"""CNIPR (中外专利数据库服务平台), the 25 columns of its export, and the old SIPO layout that shares them."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

CNIPR = PatentLayout(
    layout="cnipr",
    zh="中外专利数据库导出",
    en="CNIPR export",
    supplier="知识产权出版社 CNIPR",
    required={
        "申请号": "application_number",
        "公开(公告)号": "publication_number",
        "申请日": "filed_on",
        "名称": "title",
        "主分类号": "main_class",
        "申请(专利权)人": "applicants",
    },
    optional={
        "公开(公告)日": "published_on",
        "分类号": "ipc",
        "优先权": "priorities",
        "发明(设计)人": "inventors",
        "地址": "address",
        "颁证日": "granted_on",
        "摘要": "abstract",
        ("法律状态", "当前法律状态"): "status",
    },
    known=(
        "专利号", "分案原申请号", "国际申请", "国际公布", "进入国家日期", "专利代理机构", "代理人",
        "主权项", "国省代码", "参考文献", "审查员", "光盘号", "PCT公开",
    ),
)
