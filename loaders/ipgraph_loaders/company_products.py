"""Products of listed companies with their share of revenue, from ChainKnowledgeGraph, as JSON lines or dumped."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away

PART = Part(
    required=("company_code", ("product", "product_name"), ("revenue_weight", "rel_weight")),
    optional=("company_name", "rel"),
)
#: Lines of a segment report that balance the books and name no product.
BOOKKEEPING = (
    "抵[销消减]|平衡项目|调整项目|未分配|公允价值变动|(?:利息|佣金)支出"
    "|(?:合计|小计|总计)$|^(?:其[他它](?:业务)?|间|分部)?(?:[(（]补充[)）])?$"
)


def shape(read: Read) -> dict[str, ir.Table]:
    """MAKES with its share; bookkeeping lines and shares outside 0–1 are refused."""
    table = read.table(PART)
    share = table.revenue_weight.try_cast("float64")
    reason = ibis.cases(
        (table["product"].re_search(BOOKKEEPING), "not-a-product"),
        ((share < 0) | (share > 1), "absurd"),
    )
    kept, refused = turn_away(table, "product", reason, table["product"], table.revenue_weight)
    makes = kept.select(
        "row", "sheet", product=kept["product"], stock_code=kept.company_code, share=kept.revenue_weight
    )
    return {"makes": makes, "refused": refused}


COMPANY_PRODUCTS = Layout(
    "company_products", "企业产品", "Products of companies", "ChainKnowledgeGraph company_product", (PART,), shape
)
