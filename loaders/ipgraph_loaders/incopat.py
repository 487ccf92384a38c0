"""incoPat (合享) exports, older and newer headings: each user picks the columns; lists are parted by semicolons."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.further import cited, coded, deals, passed_on
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout, filled, split

SEPARATOR = "[;；\n]"
EMPTY = ("-", "--", "无")
CODES = ("工商统一社会信用代码", "统一社会信用代码")
CITES = ("引证专利", "引用专利")
CITED_BY = ("被引证专利", "被引用专利")
EVENTS = ("当前法律状态", "法律状态")
STANDARDS = ("标准号", "标准项目")
#: Mode of a deal: headings of who grants, of who receives, of the days on record.
DEALS = {
    "转让": (("转让人",), ("受让人", "标准受让人"), ("转让执行日",)),
    "许可": (("许可人",), ("被许可人", "当前被许可人"), ("许可合同备案日期",)),
    "质押": (("出质人",), ("质权人", "当前质权人"), ()),
}
#: A term as incoPat writes it, 2015.01.01-2018.01.01 or with 至.
TERM = r"([0-9]{4}[-./]?[0-9]{1,2}[-./]?[0-9]{1,2})\s*[-~至]+\s*([0-9]{4}[-./]?[0-9]{1,2}[-./]?[0-9]{1,2})"
#: Where the first applicant sits, from wide to narrow.
PLACES = (("申请人省市代码", "申请人省份"), ("中国申请人地市", "申请人地市"), ("中国申请人区县", "申请人区县"))


def lists(table: ir.Table, heading: tuple[str, ...]) -> ir.ArrayValue:
    return split(filled(table[heading[0]], EMPTY), SEPARATOR)


def more(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Where there is no address: province, city and county of the first applicant, behind the number of the province.
    Events are the words of the legal status."""
    told = [filled(table[heading[0]], EMPTY).re_replace("[;；].*$", "").fill_null("") for heading in PLACES]
    place = (told[0].re_replace("^[0-9]+", "") + told[1] + told[2]).strip().nullif("")
    words = [lists(table, (heading,)) for heading in (*EVENTS, *STANDARDS)]
    return {
        "address": columns["address"].coalesce(place), "events": words[0].coalesce(words[1]),
        "standards": words[2].coalesce(words[3]),
    }


def known_by(table: ir.Table, headings: tuple[str, ...]) -> ir.ArrayValue:
    """The list under the first of the headings that is not empty."""
    return ibis.coalesce(*(lists(table, (heading,)) for heading in headings), ibis.null("array<string>"))


def passed(table: ir.Table, number: ir.StringValue, mode: str) -> ir.Table:
    """Deals of one mode; a term is told of pledges, a type of licences."""
    grantors, grantees, days = (known_by(table, headings) for headings in DEALS[mode])
    details: dict[str, ir.Value] = {}
    if mode == "质押":
        term = table["质押期限"]
        details = {name: term.re_extract(TERM, n).nullif("") for n, name in ((1, "since"), (2, "until"))}
    if mode == "许可":
        details = {"licence_type": filled(table["许可类型"], EMPTY)}
    return passed_on(table, number, mode, grantors, grantees, days, **details)


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """Citations where numbers are listed, holders with their codes where codes are, deals where parties are."""
    table = read.table(INCOPAT.parts[0])
    backward = [lists(table, CITES)] if read.has(CITES) else []
    forward = [lists(table, CITED_BY)] if read.has(CITED_BY) else []
    drafts = cited(table, columns["publication_number"], backward, forward)
    drafts |= coded(table, columns["applicants"], lists(table, CODES)) if read.has(CODES) else {}
    told = [mode for mode, headings in DEALS.items() if any(read.has(one) for one in (*headings[0], *headings[1]))]
    number = columns["publication_number"].coalesce(columns["application_number"])
    return drafts | (deals(*(passed(table, number, mode) for mode in told)) if told else {})


#: Columns of newer exports that say nothing we read.
FURTHER = (
    "小类代码", "申请人贡献分", "摘要(小语种原文)", "优先权国别", "PCT国际公布号", "PCT进入国家阶段日",
    "提出实审时长", "审查时长",
    "独立权利要求数量", "从属权利要求数量", "首权字数", "首权翻译", "技术功效句", "技术功效1级", "技术功效2级",
    "技术功效3级",
    "技术功效TRIZ参数", "申请人(翻译)", "申请人(其他)", "申请人地址(其他)", "工商别名", "工商英文名", "工商注册地址",
    "工商公司类型", "工商成立日期", "工商注册号", "工商企业状态", "发明(设计)人(其他)", "发明人国别", "发明人地址",
    "发明(设计)人地址(其他)", "家族引证申请人", "家族被引证申请人", "被引证国别(forward)", "扩展同族ID", "DocDB同族ID",
    "扩展同族个数", "DocDB同族个数", "同族国家/地区", "法律文书日期", "法律文书编号", "复审决定", "复审无效决定日",
    "复审无效法律依据", "复审决定日", "无效决定日", "口审日期", "法律事件", "复审请求日", "小类名称", "中类代码",
    "中类名称",
    "大类代码", "大类名称", "预估到期日",
)
INCOPAT = PatentLayout(
    layout="incopat",
    zh="合享导出",
    en="incoPat export",
    supplier="合享 incoPat",
    required={
        ("标题", "标题(中文)", "标题 (中文)"): "title",
        ("申请人", "申请(专利权)人", "标准化申请人"): "applicants",
        ("公开(公告)号", "公开号"): "publication_number",
        "申请号": "application_number",
        "申请日": "filed_on",
    },
    optional={
        ("标题(翻译)", "标题(中文翻译)"): "title",
        ("标题(英文)", "标题(英文翻译)"): "title_en",
        ("摘要", "摘要(中文)"): "abstract",
        ("摘要(翻译)", "摘要(中文翻译)"): "abstract",
        ("公开(公告)日", "公开日"): "published_on",
        ("授权公告日", "授权日"): "granted_on",
        "专利类型": "patent_type",
        "专利有效性": "status",
        "当前法律状态": "status",
        "法律状态": "status",
        ("IPC主分类", "IPC主分类号", "IPC主分类-小组"): "main_class",
        ("IPC", "IPC分类号"): "ipc",
        ("CPC", "CPC分类号"): "cpc",
        ("当前权利人", "标准化当前权利人", "当前专利权人"): "owners",
        ("发明人", "发明(设计)人", "当前发明人名称"): "inventors",
        ("申请人地址", "第一申请人地址", "当前权利人地址"): "address",
        ("申请人国别代码", "申请人国家/地区", "申请人国别"): "residence",
        ("优先权号", "优先权信息"): "priorities",
        ("权利要求数量", "权利要求数"): "claims",
        ("被引证次数", "家族被引证次数"): "cited_by",
        ("引证次数", "家族引证次数"): "citing",
        ("简单同族", "DocDB同族"): "family_members",
        ("简单同族个数", "简单同族数量", "同族数量"): "family_size",
        ("发明人数量", "发明(设计)人数量"): "inventor_count",
        "简单同族ID": "family",
    },
    separator=SEPARATOR,
    empty=EMPTY,
    known=(
        *FURTHER,
        "序号", "公开国别", "链接到incoPat", "国民经济分类", "新兴产业分类", "文献种类代码", "标题(小语种原文)",
        "代理机构",
        "代理人", "审查员", "优先权日", "最早优先权日", "PCT国际申请号", "首次公开日", "实质审查生效日", "失效日",
        "专利寿命(月)", "标准类型", *STANDARDS, "合享价值度", "技术稳定性", "技术先进性", "保护范围",
        "首项权利要求", "独立权利要求", "文献页数", "技术功效短语", "洛迦诺分类号", "EC", "UC", "FI", "F-term",
        "第一申请人", "申请人数量", "申请人类型", "工商上市代码", "第一发明人", "家族引证", "家族被引证", "引证申请人",
        "被引证申请人", "引证科技文献", "引证类别", "扩展同族", "母案", "分案", "一案双申", "复审请求人", "无效请求人",
        "转让次数", "许可次数", "许可类型", "质押次数", "质押期限",
        *(one for headings in DEALS.values() for column in headings for one in column), "诉讼次数", "原告",
        "被告",
        "诉讼类型", "法庭", "海关备案", "IPC主分类-部", "IPC主分类-部(释义)", "IPC主分类-大类", "IPC主分类-小类",
        "IPC主分类-大组", *PLACES, CODES, CITES, CITED_BY,
    ),
    more=more,
    also=also,
)
