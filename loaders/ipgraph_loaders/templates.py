"""Templates of one sheet: enterprises, patents, pools. Each has one worked example that loads as it is."""

from __future__ import annotations

from pathlib import Path

from ipgraph.sources.loader import spellings
from ipgraph_loaders.belonging import PARENT, SHARE, SINCE, UNTIL
from ipgraph_loaders.enterprise_list import ALIASES, FLAGS, NAME, PLAIN, USCC
from ipgraph_loaders.group_list import CHILD
from ipgraph_loaders.own_tables import IPGRAPH_PATENTS, PATENT_CAPTIONS, POOL_CAPTIONS, POOL_PART
from ipgraph_loaders.template_book import TemplateSheet, write_book

LISTS = ("列表中的多个值用分号隔开。", "Part the members of a list by semicolons.")
EXAMPLE = ("示例行可直接删除。", "Delete the example row before use.")
DATES = ("日期写作 2020-01-31。", "Write dates as 2020-01-31.")
GROUPS = ("母公司按来源填写，不作推测；持股比例写作 60%。同一集团在集中度中合计为一个权利人。",
          "Name a parent where you know it; write its share as 60%. Concentration counts a group as one holder.")
ENTERPRISE = {
    "企业名称": "示例电池有限公司", "统一社会信用代码": "91370900MA3C00001T", "英文名称": "Example Battery Co., Ltd.",
    "地区": "山东省泰安市", "小巨人": "2022", "单项冠军": "否", "高新": "是", "样板企业": "是", "链主": "否",
    "上市": "否",
    "别名": "示例电池", "母公司": "示例控股集团有限公司", "持股比例": "60%",
}
SUBSIDIARY = {
    "子公司": "示例电池有限公司", "母公司": "示例控股集团有限公司", "持股比例": "60%", "隶属起始日": "2015-03-01",
}
PATENT = {
    "publication_number": "CN100000001B", "application_number": "CN200710000001",
    "title": "一种电池及其制备方法（示例）",
    "abstract": "示例摘要。", "patent_type": "发明", "status": "有效", "filed_on": "2007-01-04",
    "published_on": "2009-07-01",
    "granted_on": "2009-07-01", "main_class": "H01M10/05", "ipc": "H01M10/05; H01M4/13",
    "applicants": "示例电池有限公司; 示例大学", "inventors": "张三; 李四", "address": "山东省泰安市", "residence": "CN",
}
POOL = {
    "pool": "example", "number": "CN100000001B", "pool_name": "示例专利池", "pool_name_en": "Example pool",
    "administrator": "示例管理公司", "country": "CN", "licensor": "示例电池有限公司", "inventors": "张三; 李四",
}


def write_enterprises(path: Path) -> None:
    """The list of enterprises with honours and roles."""
    headings = (NAME, USCC, *map(spellings, PLAIN), *FLAGS.values(), ALIASES, PARENT, SHARE)
    shown = tuple((h[0], h[1] if h[1].isascii() else "", h is NAME) for h in headings)
    rows = (tuple(ENTERPRISE.get(zh, "") for zh, _, _ in shown),)
    write_book(path, (TemplateSheet("企业名单", shown, rows),), (
        ("企业名称必填；统一社会信用代码可留空，填写时校验其校验位。",
         "The name is required; the code may stay empty, its check digit is tested where it is given."),
        ("小巨人、单项冠军、高新、样板企业、链主、上市：填 是 或 否，也可填级别、批次或年份（国家级、第三批、2022）。",
         "Flags: 是 (yes) or 否 (no), or a level, batch or year (国家级, 第三批, 2022)."),
        GROUPS, LISTS, EXAMPLE,
    ))


def write_groups(path: Path) -> None:
    """The companies of groups."""
    shown = tuple((h[0], h[1], h in (CHILD, PARENT)) for h in (CHILD, PARENT, SHARE, SINCE, UNTIL))
    rows = (tuple(SUBSIDIARY.get(zh, "") for zh, _, _ in shown),)
    write_book(path, (TemplateSheet("集团成员", shown, rows),), (
        GROUPS, ("级次较多时每行写直接母公司，最终母公司由此逐级得出。",
                 "Name the direct parent in each row; the ultimate one follows step by step."),
        DATES, EXAMPLE,
    ))


def write_patents(path: Path) -> None:
    """Patents in our own layout."""
    shown = tuple((zh, name, name in IPGRAPH_PATENTS.needed) for name, zh in PATENT_CAPTIONS.items())
    rows = (tuple(PATENT.get(name, "") for _, name, _ in shown),)
    write_book(path, (TemplateSheet("专利", shown, rows),), (
        ("公开(公告)号与申请号至少填一个。", "Give the publication number or the application number, or both."),
        DATES, LISTS, EXAMPLE,
    ))


def write_pool(path: Path) -> None:
    """Patents in pools."""
    needed = {spellings(heading)[0] for heading in POOL_PART.required}
    shown = tuple((zh, name, name in needed) for name, zh in POOL_CAPTIONS.items())
    rows = (tuple(POOL.get(name, "") for _, name, _ in shown),)
    write_book(path, (TemplateSheet("专利池", shown, rows),), (
        ("同一专利池的各行使用同一标识；名称和管理人写一次即可。",
         "Rows of one pool bear the same id; its name and administrator need be given once."),
        LISTS, EXAMPLE,
    ))
