"""Templates of the lists that operation centres keep. Each has one worked example that loads as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ipgraph.sources.list_layout import ListLayout
from ipgraph.sources.loader import spellings
from ipgraph_loaders.demand_list import DEMAND_LIST
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


def write_list(path: Path, layout: ListLayout, sheet: str, example: Mapping[str, str], notes: tuple[Note, ...]) -> None:
    """The workbook of a list: its columns in both languages, one example, and notes."""
    shown = tuple((*spellings(layout.heading(column))[:2], column in layout.needed) for column in layout.columns)
    rows = (tuple(example.get(column, "") for column in layout.columns),)
    write_book(path, (TemplateSheet(sheet, shown, rows),), notes)
