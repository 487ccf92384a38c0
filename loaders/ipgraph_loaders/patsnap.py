"""PatSnap (智慧芽) exports, Chinese or English headings; each user picks the columns, so few are required."""

from __future__ import annotations

from ipgraph.sources.patent_layout import PatentLayout

PATSNAP = PatentLayout(
    layout="patsnap",
    zh="智慧芽导出",
    en="PatSnap export",
    supplier="智慧芽 PatSnap",
    required={
        ("公开(公告)号", "Publication Number"): "publication_number",
        ("申请日", "Application Date"): "filed_on",
        ("[标]原始申请(专利权)人", "[标]当前申请(专利权)人", "原始申请(专利权)人", "当前申请(专利权)人",
         "[ST]Original Assignee", "[ST]Current Assignee", "Original Assignee", "Current Assignee"): "applicants",
    },
    optional={
        ("申请号", "Application Number"): "application_number",
        ("标题", "Title"): "title",
        ("标题(译)(简体中文)", "标题(译)"): "title",
        ("标题(译)(English)", "Title(Translated)(English)", "Title (English)"): "title_en",
        ("摘要", "Abstract"): "abstract",
        ("摘要(译)(简体中文)", "摘要(译)"): "abstract",
        ("摘要(译)(English)", "Abstract(Translated)(English)", "Abstract (English)"): "abstract",
        ("专利类型", "Patent Type"): "patent_type",
        ("简单法律状态", "Simple Legal Status"): "status",
        ("法律状态/事件", "Legal Status/Event"): "status",
        ("公开(公告)日", "Publication Date"): "published_on",
        ("授权日", "Grant Date"): "granted_on",
        ("IPC主分类号", "Main IPC", "IPC Main Classification"): "main_class",
        ("IPC分类号", "IPC", "IPC Classification"): "ipc",
        ("CPC分类号", "CPC", "CPC Classification"): "cpc",
        ("[标]当前申请(专利权)人", "当前申请(专利权)人", "[ST]Current Assignee", "Current Assignee"): "owners",
        ("发明人", "Inventor", "Inventors"): "inventors",
        ("优先权号", "Priority Number"): "priorities",
        ("优先权国家/地区", "Priority Country"): "priorities",
        ("第一申请人地址", "当前申请(专利权)人地址", "原始申请(专利权)人地址", "Current Assignee Address"): "address",
        ("权利要求数量", "Number of Claims"): "claims",
        ("被引用专利数量", "被引用次数", "Cited By Count"): "cited_by",
        ("引用专利数量", "Citing Count"): "citing",
        ("简单同族专利申请数量", "简单同族成员数量", "Simple Family Size"): "family_size",
        ("发明人数量", "Inventor Count"): "inventor_count",
    },
    separator="[|]",
    empty=("-",),
    known=(
        "序号", "非专利引用文献数量", "简单同族被引用专利总数", "3年内被引用次数", "5年内被引用次数",
        "INPADOC同族专利申请数量", "INPADOC同族被引用专利总数", "INPADOC法律状态", "PatSnap同族被引用专利总数",
        "Patsnap同族专利申请数量", "当前申请(专利权)人数量", "诉讼案件数", "受理局", "SEP信息", "UPC分类号",
    ),
)
