"""Lists of groups: a subsidiary a row, with its parent company and what share of it the parent holds."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read, first
from ipgraph.sources.turn_away import turn_away
from ipgraph_loaders.belonging import BELONGING, PARENT, belonging
from ipgraph_loaders.enterprise_list import NAME, PLAIN, USCC

CHILD = ("子公司", "subsidiary", "子公司 subsidiary", "子公司名称", "下属企业", "下属企业名称", "下属公司", "下属单位",
         "所属企业", "所属企业名称", "成员企业", "成员单位", "控股子公司", "控股企业", "子企业", "子企业名称",
         "subsidiary name", "name of subsidiary", "affiliate")
#: Beside a subsidiary, the plain name is that of its parent.
ABOVE = (*PARENT, "上市公司", "上市公司名称", *NAME)
REGION = next(heading for heading, column in PLAIN.items() if column == "region")
ADDRESS = next(heading for heading, column in PLAIN.items() if column == "address")
OTHERS = tuple(heading for heading in BELONGING if heading is not PARENT)
CODE = ("子公司统一社会信用代码", *USCC)
PART = Part((CHILD, ABOVE), (*OTHERS, CODE, REGION, ADDRESS, "序号", "级次", "层级", "备注", "No.", "#"))


def shape(read: Read) -> dict[str, ir.Table]:
    """The organisations of the list, and whose subsidiaries they are. A firm without a parent heads its group."""
    table = read.table(PART)
    kept, refused = turn_away(table, "name", ibis.cases((table[first(CHILD)].isnull(), "missing")), ibis.literal(""),
                              cell=read.cell(CHILD, table.row))
    return {
        "organisations": kept.select("row", "sheet", name=kept[first(CHILD)], uscc=kept[first(CODE)],
                                     region=kept[first(REGION)], address=kept[first(ADDRESS)]).order_by("row"),
        "subsidiaries": belonging(kept, CHILD), "refused": refused,
    }


GROUP_LIST = Layout(
    "group_list", "集团成员名单", "List of a group's companies", "ipgraph template groups", (PART,), shape,
)
