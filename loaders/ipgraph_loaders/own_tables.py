"""Our own tables, for what is compiled by hand: patents, citations, organisations, pools."""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.drafts import CITATIONS, ORGANISATIONS, PATENTS, POOL_PATENTS
from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.own_layout import SEPARATOR, OwnLayout
from ipgraph.sources.patent_layout import split

SUPPLIER = "ipgraph"
POOL_PART = Part(
    required=("pool", "number"),
    optional=("pool_name", "pool_name_en", "administrator", "country", "licensor", "profile", "inventors"),
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
)
IPGRAPH_CITATIONS = OwnLayout(
    "ipgraph_citations", "本项目引证表", "ipgraph citations", SUPPLIER, CITATIONS, ("citing", "cited"),
)
IPGRAPH_ORGANISATIONS = OwnLayout(
    "ipgraph_organisations", "本项目机构表", "ipgraph organisations", SUPPLIER, ORGANISATIONS, ("name", "kind"),
)
IPGRAPH_POOL = Layout("ipgraph_pool", "本项目专利池表", "ipgraph pool list", SUPPLIER, (POOL_PART,), shape_pool)
