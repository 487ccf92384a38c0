"""Our own tables, for what is compiled by hand: patents, citations, organisations, pools, declarations."""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.drafts import CITATIONS, DECLARATIONS, ORGANISATIONS, PATENTS, POOL_PATENTS
from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.own_layout import SEPARATOR, OwnLayout
from ipgraph.sources.patent_layout import split

SUPPLIER = "ipgraph"
#: Chinese names of the columns, as the templates show them above the English ones.
PATENT_CAPTIONS = {
    "publication_number": "公开(公告)号", "application_number": "申请号", "title": "标题", "title_en": "英文标题",
    "abstract": "摘要", "patent_type": "专利类型", "status": "法律状态", "filed_on": "申请日", "published_on": "公开日",
    "granted_on": "授权日", "main_class": "主分类号", "ipc": "IPC分类号", "cpc": "CPC分类号", "applicants": "申请人",
    "owners": "当前权利人", "inventors": "发明人", "address": "申请人地址", "residence": "申请人国别",
    "priorities": "优先权", "claims": "权利要求数", "cited_by": "被引次数", "citing": "引用次数",
    "family": "同族编号", "family_members": "同族成员", "family_size": "同族数量", "inventor_count": "发明人数量",
    "events": "法律事件", "standards": "标准号",
}
DECLARATION_CAPTIONS = {
    "number": "专利号", "standard": "标准号", "body": "标准组织", "declarant": "声明人", "declared_on": "声明日",
}
POOL_CAPTIONS = {
    "pool": "专利池标识", "number": "专利号", "pool_name": "专利池名称", "pool_name_en": "英文名称",
    "administrator": "管理人", "country": "国别", "licensor": "许可人", "profile": "标准或档次", "inventors": "发明人",
}


def spelt(name: str) -> tuple[str, str]:
    return name, f"{POOL_CAPTIONS[name]} {name}"


POOL_PART = Part(
    required=tuple(map(spelt, ("pool", "number"))),
    optional=tuple(map(spelt, list(POOL_CAPTIONS)[2:])),
)


def shape_pool(read: Read) -> dict[str, ir.Table]:
    """Pools as the list names them, and the patents in each."""
    table = read.table(POOL_PART)
    pools = table.group_by(id="pool").agg(
        row=table.row.min(), sheet=table.sheet.min(), name=table.pool_name.min().coalesce(table.pool.min()),
        name_en=table.pool_name_en.min(), administrator=table.administrator.min(),
    )
    patents = table.mutate(inventors=split(table.inventors, SEPARATOR))
    return {"pools": pools, POOL_PATENTS.name: patents}


IPGRAPH_PATENTS = OwnLayout(
    "ipgraph_patents", "本项目专利表", "ipgraph patents", SUPPLIER, PATENTS, ("title", "applicants", "filed_on", "ipc"),
    PATENT_CAPTIONS,
)
IPGRAPH_CITATIONS = OwnLayout(
    "ipgraph_citations", "本项目引证表", "ipgraph citations", SUPPLIER, CITATIONS, ("citing", "cited"),
)
IPGRAPH_ORGANISATIONS = OwnLayout(
    "ipgraph_organisations", "本项目机构表", "ipgraph organisations", SUPPLIER, ORGANISATIONS, ("name", "kind"),
)
IPGRAPH_DECLARATIONS = OwnLayout(
    "ipgraph_declarations", "本项目标准声明表", "ipgraph declarations", SUPPLIER, DECLARATIONS, ("number", "standard"),
    DECLARATION_CAPTIONS,
)
IPGRAPH_POOL = Layout("ipgraph_pool", "本项目专利池表", "ipgraph pool list", SUPPLIER, (POOL_PART,), shape_pool)
