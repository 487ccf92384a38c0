"""PatSnap (智慧芽) exports, Chinese or English headings; each user picks the columns, so few are required.

A row is a publication, or a whole family where the user groups by family: then the number is that of the publication
that stands for it, and 简单同族 lists the others.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.further import cited, coded, deals, passed_on
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout, filled, split

SEPARATOR = "[|;；\n]"
EMPTY = ("-",)
CODES = ("工商统一社会信用代码", "统一社会信用代码", "Unified Social Credit Code")
CITES = ("引用专利", "Cites", "Cites Patent", "Cited Patents")
CITED_BY = ("被引用专利", "Cited By", "Cited By Patent", "Cited By Patents")
EVENTS = ("法律状态/事件", "法律状态", "Legal Status/Event", "Legal Status")
STANDARDS = ("SEP信息", "SEP Information", "SEP")
LICENSORS, LICENSEES = ("许可人", "Licensor"), ("被许可人", "Licensee")
COUNT = "^[0-9]{1,5}$"
#: Where the first holder sits, from wide to narrow.
PLACES = (
    ("当前申请(专利权)人州/省", "Current Assignee State/Province"),
    ("当前申请(专利权)人地市", "Current Assignee City"),
    ("当前申请(专利权)人区县", "Current Assignee County/District", "Current Assignee County"),
)


def lists(table: ir.Table, heading: tuple[str, ...]) -> ir.ArrayValue:
    return split(filled(table[heading[0]], EMPTY), SEPARATOR)


def numbers(table: ir.Table, heading: tuple[str, ...]) -> ir.ArrayValue:
    """The members of a list of patents, which a count is not."""
    return lists(table, heading).filter(lambda text: ~text.re_search(COUNT))


def more(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """The first of several addresses; where there is none, province, city and county of the first holder. Events are
    the members of the status; a standard has a number."""
    told = [split(filled(table[heading[0]], EMPTY), SEPARATOR)[0].fill_null("") for heading in PLACES]
    numbered = lists(table, STANDARDS).filter(lambda text: text.re_search("[0-9]"))
    # "Cited by" is a list of numbers in one export, and how many there are in the next.
    counts = {"cited_by": table[CITED_BY[0]], "citing": table[CITES[0]]}
    counted = {name: ibis.coalesce(columns[name], ibis.ifelse(cell.re_search(COUNT), cell, ibis.null("string")))
               for name, cell in counts.items()}
    return {
        **counted,
        "address": columns["address"].coalesce((told[0] + told[1] + told[2]).nullif("")),
        "events": lists(table, EVENTS), "standards": numbered.nullif(ibis.literal([], "array<string>")),
    }


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """Citations where numbers are listed, holders with their codes where codes are, licences with their parties."""
    table = read.table(PATSNAP.parts[0])
    backward = [numbers(table, CITES)] if read.has(CITES) else []
    forward = [numbers(table, CITED_BY)] if read.has(CITED_BY) else []
    drafts = cited(table, columns["publication_number"], backward, forward)
    holders = ibis.coalesce(columns.get("owners"), columns["applicants"])
    drafts |= coded(table, holders, lists(table, CODES)) if read.has(CODES) else {}
    if read.has(LICENSORS) or read.has(LICENSEES):
        drafts |= deals(passed_on(table, columns["publication_number"], "许可", lists(table, LICENSORS),
                                  lists(table, LICENSEES), ibis.null("array<string>")))
    return drafts


PATSNAP = PatentLayout(
    layout="patsnap",
    zh="智慧芽导出",
    en="PatSnap export",
    supplier="智慧芽 PatSnap",
    required={
        ("公开(公告)号", "Publication Number"): "publication_number",
        ("申请日", "Application Date"): "filed_on",
        ("[标]原始申请(专利权)人", "[标]当前申请(专利权)人", "原始申请(专利权)人", "当前申请(专利权)人",
         "[ST]Original Assignee", "[ST]Current Assignee", "Original Assignee", "Current Assignee",
         "[ST] Original Assignee", "[Std]Original Assignee", "[Std]Current Assignee", "Std. Original Assignee",
         "Std. Current Assignee"): "applicants",
    },
    optional={
        ("申请号", "Application Number"): "application_number",
        ("标题", "Title"): "title",
        ("标题(译)(简体中文)", "标题(译)", "中文机翻标题", "Title(Translated)(Simplified Chinese)"): "title",
        ("标题(译)(English)", "标题(译)(英文)", "英文机翻标题", "Title(Translated)(English)", "Title (English)",
         "English Translated Title"): "title_en",
        ("摘要", "Abstract"): "abstract",
        ("摘要(译)(简体中文)", "摘要(译)", "中文机翻摘要", "Abstract(Translated)(Simplified Chinese)"): "abstract",
        ("摘要(译)(English)", "摘要(译)(英文)", "英文机翻摘要", "Abstract(Translated)(English)", "Abstract (English)",
         "English Translated Abstract"): "abstract",
        ("专利类型", "Patent Type"): "patent_type",
        ("简单法律状态", "Simple Legal Status"): "status",
        EVENTS: "status",
        ("公开(公告)日", "Publication Date"): "published_on",
        ("授权日", "Grant Date", "Issue Date"): "granted_on",
        ("IPC主分类号", "Main IPC", "IPC Main Classification", "IPC Primary"): "main_class",
        ("IPC分类号", "IPC", "IPC Classification", "IPC Classification Number"): "ipc",
        ("CPC分类号", "CPC", "CPC Classification", "CPC Classification Number"): "cpc",
        ("[标]当前申请(专利权)人", "当前申请(专利权)人", "[ST]Current Assignee", "[Std]Current Assignee",
         "Std. Current Assignee", "Current Assignee"): "owners",
        ("发明人", "Inventor", "Inventors", "[标]发明人"): "inventors",
        ("优先权号", "Priority Number"): "priorities",
        ("优先权国家/地区", "Priority Country", "Priority Country/Region"): "priorities",
        ("第一申请人地址", "当前申请(专利权)人地址", "原始申请(专利权)人地址", "Current Assignee Address",
         "Original Assignee Address", "First Current Assignee Address"): "address",
        ("权利要求数量", "权利要求数", "Number of Claims", "Claim Count", "Claims Count"): "claims",
        ("被引用专利数量", "被引用次数", "Cited By Count", "Number of Cited By Patents"): "cited_by",
        ("引用专利数量", "引用次数", "Citing Count", "Cites Count"): "citing",
        ("简单同族编号", "Simple Family ID", "Simple Family Number"): "family",
        ("简单同族", "Simple Family", "Simple Family Members"): "family_members",
        ("简单同族专利申请数量", "简单同族申请数量", "简单同族成员数量", "同族数量", "Simple Family Size",
         "Simple Family Count", "Family Count"): "family_size",
        ("发明人数量", "Inventor Count", "Number of Inventors"): "inventor_count",
    },
    separator=SEPARATOR,
    empty=EMPTY,
    known=(
        "序号", "非专利引用文献数量", "简单同族被引用专利总数", "3年内被引用次数", "5年内被引用次数",
        "INPADOC同族专利申请数量", "INPADOC同族被引用专利总数", "INPADOC法律状态", "PatSnap同族被引用专利总数",
        "Patsnap同族专利申请数量", "当前申请(专利权)人数量", "诉讼案件数", "受理局", "UPC分类号",
        "第一发明人", "第一发明人地址", "[标]原始申请(专利权)人类型", "[标]代理机构", "扩展同族", "INPADOC同族",
        "优先权日", "IPC主分类号(小类)", "IPC主分类号(大组)", "IPC主分类号(小类)释义", "IPC主分类号(大组)释义",
        "战略新兴产业分类", "应用领域分类", "技术主题分类", "[标]技术问题短语", "[标]技术功效短语", "预估到期日",
        "失效日", "专利价值", "简单同族国家/地区", "简单同族国家/地区数量",
        "No.", "Estimated Expiry Date", "Patent Value", "Link to PatSnap", "PatSnap链接", "文献类型", "公开国别",
        "Authority", "Kind Code", "First Inventor",
        "Priority Date", "Expiry Date", "INPADOC Family", "Extended Family",
        *PLACES, CODES, CITES, CITED_BY,
        STANDARDS, LICENSORS, LICENSEES,
    ),
    more=more,
    also=also,
)
