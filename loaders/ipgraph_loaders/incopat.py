"""incoPat (合享) exports: each user picks the columns; lists are parted by semicolons."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

INCOPAT = PatentLayout(
    layout="incopat",
    zh="合享导出",
    en="incoPat export",
    supplier="合享 incoPat",
    required={
        ("标题", "标题(中文)"): "title",
        "申请人": "applicants",
        "公开(公告)号": "publication_number",
        "申请号": "application_number",
        "申请日": "filed_on",
    },
    optional={
        "标题(翻译)": "title",
        "标题(英文)": "title_en",
        ("摘要", "摘要(中文)"): "abstract",
        "摘要(翻译)": "abstract",
        "公开(公告)日": "published_on",
        "授权公告日": "granted_on",
        "专利类型": "patent_type",
        "专利有效性": "status",
        "当前法律状态": "status",
        "法律状态": "status",
        ("IPC主分类", "IPC主分类号", "IPC主分类-小组"): "main_class",
        ("IPC", "IPC分类号"): "ipc",
        "CPC": "cpc",
        ("当前权利人", "标准化当前权利人"): "owners",
        "发明人": "inventors",
        ("申请人地址", "第一申请人地址"): "address",
        "申请人国别代码": "residence",
        ("优先权号", "优先权信息"): "priorities",
        "权利要求数量": "claims",
        ("被引证次数", "家族被引证次数"): "cited_by",
        ("引证次数", "家族引证次数"): "citing",
        ("发明人数量", "发明(设计)人数量"): "inventor_count",
    },
    empty=("-",),
)
