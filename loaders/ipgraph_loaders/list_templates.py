"""Templates of the lists that operation centres keep. Each has one worked example that loads as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ipgraph.sources.list_layout import ListLayout
from ipgraph.sources.loader import spellings
from ipgraph_loaders.deal_lists import IPGRAPH_DEALS
from ipgraph_loaders.demand_list import DEMAND_LIST
from ipgraph_loaders.evaluation_list import EVALUATION_LIST
from ipgraph_loaders.patent_offers import CONVERTIBLE_LIST, OPEN_LICENCE_LIST
from ipgraph_loaders.template_book import TemplateSheet, write_book
from ipgraph_loaders.templates import DATES, EXAMPLE, LISTS

Note = tuple[str, str]
AMOUNTS: Note = (
    "金额写明单位：50万元、3.5万、120000元、10万美元；可写区间（50-100万元）或“面议”。不换算外币。",
    "Write amounts with their unit: 50万元, 3.5万, 120000元, 10万美元; a range (50-100万元) or 面议 (open) will do. "
    "Nothing is converted.")
DAYS: Note = (f"{DATES[0]}只写年月的日期不采用，并在载入报告中列出。",
              f"{DATES[1]} A month without a day is not taken, and told in the report of the load.")
PRIVATE: Note = ("请勿填写联系人和电话：即使存在这些列，也不会读取。",
                 "Leave contacts out: columns of names and telephone numbers are not read.")
SEGMENTS: Note = (
    "环节写环节标识、编号或名称；名称在多条产业链中重复时，请同时填写产业链。",
    "Name segments by id, number or name, and the chain too where several chains have a segment of that name.")
NUMBERS: Note = (
    "专利号可写申请号（ZL202010123456.7）或公开(公告)号（CN112345678B）。",
    "A patent may be named by its application (ZL202010123456.7) or its publication (CN112345678B).")

DEMAND = {
    "number": "XQ-示例-001", "title": "高电压体系耐氧化隔膜（示例）", "organisation": "示例电池有限公司",
    "text": "寻求 4.5 V 以上体系用耐氧化涂覆隔膜的量产技术。", "kind": "技术攻关", "region": "山东省泰安市",
    "budget": "50万元",
    "published_on": "2025-03-01", "deadline": "2026-12-31", "state": "待对接",
}
FEES: Note = (
    "付费方式：零门槛、一次总付、分期、里程碑、提成、免费。",
    "Fee mode: 零门槛 (no entry fee), 一次总付 (lump sum), 分期 (instalments), 里程碑 (milestones), 提成 (royalty), "
    "免费 (free).")
OFFER = {
    "numbers": "CN100000001B", "title": "一种电池及其制备方法（示例）", "holders": "示例大学", "fee_mode": "分期",
    "grade": "A",
    "category": "电池", "since": "2025-01-01",
}
EVALUATION = {
    "numbers": "CN100000001B", "title": "一种电池及其制备方法（示例）", "side": "企业评价", "giver": "示例电池有限公司",
    "score": "85",
    "scale": "100", "grade": "高", "evaluated_on": "2025-03-01", "conclusion": "具备产业化条件",
}
DEAL = {
    "mode": "许可", "numbers": "CN100000001B", "title": "一种电池及其制备方法（示例）", "grantors": "示例大学",
    "grantees": "示例电池有限公司", "licence_type": "普通许可", "record_number": "X2025370000001（示例）",
    "signed_on": "2025-02-01", "recorded_on": "2025-02-20", "since": "2025-02-01", "until": "2028-01-31",
    "amount": "12万元", "fee_mode": "一次总付",
}


def write_demands(path: Path) -> None:
    """Technical needs."""
    write_list(path, DEMAND_LIST, "技术需求", DEMAND, (
        ("需求编号可留空：此时以单位和需求名称识别，请勿改动这两项。1、2、3 之类的流水号不作为编号。",
         "The number may stay empty: a demand is then known by organisation and title. Serial numbers (1, 2, 3) do "
         "not count."),
        SEGMENTS, ("状态：待对接、对接中、已对接、已关闭、已撤回。",
                   "State: 待对接 (open), 对接中 (talks), 已对接 (matched), 已关闭 (closed), 已撤回 (withdrawn)."),
        AMOUNTS, DAYS, PRIVATE, LISTS, EXAMPLE,
    ))


def write_open_licences(path: Path) -> None:
    """Patents declared for open licence."""
    write_list(path, OPEN_LICENCE_LIST, "开放许可", OFFER | {
        "number": "KFXK-示例-001", "fee": "2万元/年", "until": "2027-12-31"}, (NUMBERS, FEES, AMOUNTS, DAYS, PRIVATE,
        LISTS,
                                                                      EXAMPLE))


def write_convertible(path: Path) -> None:
    """The bank of patents that are to be put to use."""
    write_list(path, CONVERTIBLE_LIST, "可转化专利", OFFER | {"number": "ZHK-示例-001", "fee": "10-30万元"},
               (NUMBERS, FEES, AMOUNTS, DAYS, PRIVATE, LISTS, EXAMPLE))


def write_evaluations(path: Path) -> None:
    """What owners and enterprises think of patents."""
    write_list(path, EVALUATION_LIST, "校企评价", EVALUATION, (
        ("评价方写 高校自评 或 企业评价；同一专利的两方评价各占一行。",
         "Side: 高校自评 (by the owner) or 企业评价 (by an enterprise); each has a row of its own."),
        ("得分可写 85、85/100、4.5分；满分写在“满分”列。", "Scores: 85, 85/100 or 4.5分; the best score goes to 满分."),
        NUMBERS, DAYS, PRIVATE, EXAMPLE,
    ))


def write_deals(path: Path) -> None:
    """Rights passed on."""
    write_list(path, IPGRAPH_DEALS, "许可转让质押", DEAL, (
        ("方式：转让、许可、开放许可、质押、作价入股。",
         "Mode: 转让 (transfer), 许可 (licence), 开放许可 (open licence), 质押 (pledge), 作价入股 (equity)."),
        ("备案号相同的各行为同一笔交易，内容须一致。", "Rows with one record number are one deal and must agree."),
        NUMBERS, FEES, AMOUNTS, DAYS, LISTS, EXAMPLE,
    ))


def write_list(path: Path, layout: ListLayout, sheet: str, example: Mapping[str, str], notes: tuple[Note, ...]) -> None:
    """The workbook of a list: its columns in both languages, one example, and notes."""
    headings = [layout.heading(column) for column in layout.columns] + list(layout.title)
    names = [spellings(heading)[:2] for heading in headings]
    shown = tuple((zh, en, en in layout.needed) for zh, en in names)
    rows = (tuple(example.get(en, "") for _, en, _ in shown),)
    write_book(path, (TemplateSheet(sheet, shown, rows),), notes)
