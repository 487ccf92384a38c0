"""Yearly tables of Chinese patents (中国专利数据库YYYY年.csv), 34 columns."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.further import coded
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout, split

CODES = "统一社会信用代码"


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """The codes of those who own the patent."""
    table = read.table(CN_YEARLY.parts[0])
    holders = ibis.coalesce(columns["owners"], columns["applicants"])
    return coded(table, holders, split(table[CODES], CN_YEARLY.separator)) if read.has(CODES) else {}


CN_YEARLY = PatentLayout(
    layout="cn_yearly",
    zh="中国专利数据库年度表",
    en="Yearly table of Chinese patents",
    supplier="中国专利数据库",
    required={
        "专利名称": "title",
        "申请人": "applicants",
        "申请号": "application_number",
        "申请日": "filed_on",
        "公开公告号": "publication_number",
        "IPC分类号": "ipc",
    },
    optional={
        "专利类型": "patent_type",
        "公开公告日": "published_on",
        "授权公告日": "granted_on",
        "申请人地址": "address",
        "IPC主分类号": "main_class",
        "发明人": "inventors",
        "摘要文本": "abstract",
        "当前权利人": "owners",
        "引证次数": "citing",
        "被引证次数": "cited_by",
    },
    known=(
        "申请人类型", "申请人地区", "申请人城市", "申请人区县", "申请年份", "公开公告年份", "授权公告号",
        "授权公告年份", "主权项内容", "当前专利权人地址", "专利权人类型", CODES, "自引次数",
        "他引次数", "被自引次数", "被他引次数", "家族引证次数", "家族被引证次数",
    ),
    also=also,
)
