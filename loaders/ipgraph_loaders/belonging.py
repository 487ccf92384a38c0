"""Whose subsidiary an organisation is: the headings that say so, in whatever list of organisations they stand."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Heading, first
from ipgraph.sources.patent_layout import split

PARENT = ("母公司", "parent", "母公司 parent", "母公司名称", "上级公司", "上级单位", "上级单位名称", "所属集团",
          "所属集团公司", "所属集团名称", "隶属集团", "集团", "集团公司", "集团名称", "集团母公司", "最终母公司",
          "parent company", "parent name", "ultimate parent", "group", "group name", "parent organization")
#: Whoever controls a firm may be a person, who is no parent company.
CONTROLLER = ("控股股东", "控股股东名称", "controlling shareholder")
SHARE = ("持股比例", "parent_share", "持股比例 parent_share", "控股比例", "母公司持股比例", "控股股东持股比例", "持股",
         "ownership", "shareholding", "stake", "share")
PERCENT = tuple(f"{name}{mark}" for name in SHARE for mark in ("(%)", "%"))
SINCE = ("隶属起始日", "parent_since", "隶属起始日 parent_since", "加入集团日期", "入股日期")
UNTIL = ("隶属截止日", "parent_until", "隶属截止日 parent_until", "退出集团日期", "退出日期")
BELONGING: tuple[Heading, ...] = (PARENT, CONTROLLER, SHARE, PERCENT, SINCE, UNTIL)
#: Cells that say that there is nobody above.
NOBODY = "^(?:无.*|本公司|本单位|本部|集团本部|总部|自身|独立|独立法人|none|n/?a|-+|/)$"


def belonging(table: ir.Table, name: Heading) -> ir.Table:
    """The draft `subsidiaries`, a row a parent: rows that name none are left out. A share of one of several parents is
    nobody's."""
    told = table.select(
        "row", "sheet", organisation=table[first(name)], above=parents(table[PARENT[0]]),
        held=parents(table[CONTROLLER[0]]),
        stake=ibis.coalesce(table[SHARE[0]], with_percent(table[PERCENT[0]])), since=table[SINCE[0]],
        until=table[UNTIL[0]],
    )
    named = told.filter(told.organisation.notnull())
    firms = named.filter(named.above.notnull())
    owners = named.filter(named.above.isnull() & named.held.notnull())
    both = [rows.mutate(share=ibis.ifelse(rows[names].length() == 1, rows.stake, ibis.null("string")))
            .select("row", "sheet", "organisation", "share", "since", "until", **{column: rows[names]}).unnest(column)
            .mutate(**{other: ibis.null("string")})
            for rows, names, column, other in ((firms, "above", "parent", "controller"),
                                               (owners, "held", "controller", "parent"))]
    return both[0].union(both[1].select(*both[0].columns)).order_by("row", "parent", "controller")


def parents(cell: ir.StringValue) -> ir.ArrayValue:
    """Who is named in a cell; null for nobody."""
    return split(ibis.ifelse(cell.re_search(f"(?i){NOBODY}"), ibis.null("string"), cell), "[;；、\n]")


def with_percent(cell: ir.StringValue) -> ir.StringValue:
    """A number below a heading that says %, written with it."""
    return ibis.ifelse(cell.re_search(r"^[0-9.]+$"), cell + "%", cell)
