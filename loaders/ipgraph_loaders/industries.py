"""Shenwan industries (申万行业) of ChainKnowledgeGraph: the list, their levels, and who works in which."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away

CHAIN = "sw:申万行业"
SUPPLIER = "ChainKnowledgeGraph"
LIST = Part(required=("code", "name"))
PARENT = Part(required=("child_code", "parent_code"))
#: The same in JSON lines: relations between industries, of which those upwards are levels.
RELATED = Part(required=("from_code", "from_industry", "to_code", "to_industry", "rel"))
FIRMS = Part(required=("company_code", ("sw_industry_code", "industry_code")),
             optional=("company_name", "industry_name", "rel"))


def segment_id(code: ir.StringValue) -> ir.StringValue:
    return ibis.literal("sw:") + code


def shape_list(read: Read) -> dict[str, ir.Table]:
    """The industries as segments of one chain."""
    table = read.table(LIST)
    chain = table.limit(1).select(
        "row", "sheet", id=ibis.literal(CHAIN), name=ibis.literal("申万行业"),
        name_en=ibis.literal("Shenwan industries"), title=ibis.literal("申万行业分类"),
    )
    segments = table.select(
        "row", "sheet", id=segment_id(table.code), chain=ibis.literal(CHAIN), name=table.name, number=table.code,
    )
    return {"chains": chain, "segments": segments}


def shape_parents(read: Read) -> dict[str, ir.Table]:
    """Rows that add the parent to segments which the list names."""
    table = read.table(PARENT)
    return {"segments": placed(table, table.child_code, table.parent_code)}


def shape_related(read: Read) -> dict[str, ir.Table]:
    """The same; relations that are none of levels are turned away."""
    table = read.table(RELATED)
    kept, refused = turn_away(table, "rel", ibis.cases((table.rel != "上级行业", "unknown-value")), table.rel)
    return {"segments": placed(kept, kept.from_code, kept.to_code), "refused": refused}


def placed(table: ir.Table, child: ir.StringValue, parent: ir.StringValue) -> ir.Table:
    return table.select(
        "row", "sheet", id=segment_id(child), chain=ibis.literal(CHAIN), parent=segment_id(parent),
        name=ibis.null("string"),
    )


def shape_firms(read: Read) -> dict[str, ir.Table]:
    """Which listed firm works in which industry."""
    table = read.table(FIRMS)
    return {
        "operates": table.select(
            "row", "sheet", segment=segment_id(table.sw_industry_code), stock_code=table.company_code
        )
    }


INDUSTRIES = Layout("industries", "申万行业", "Shenwan industries", f"{SUPPLIER} industry.json", (LIST,), shape_list)
INDUSTRY_PARENTS = Layout(
    "industry_parents", "申万行业层级", "Levels of Shenwan industries", f"{SUPPLIER} industry_parent", (PARENT,),
    shape_parents,
)
INDUSTRY_RELATIONS = Layout(
    "industry_relations", "申万行业关系", "Relations of Shenwan industries", f"{SUPPLIER} industry_industry.json",
    (RELATED,), shape_related,
)
COMPANY_INDUSTRIES = Layout(
    "company_industries", "企业所属行业", "Industries of companies", f"{SUPPLIER} company_industry", (FIRMS,),
    shape_firms,
)
