"""Shenwan industries (申万行业) of ChainKnowledgeGraph: the list, their levels, and who works in which."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

CHAIN = "sw:申万行业"
SUPPLIER = "ChainKnowledgeGraph"
LIST = Part(required=("code", "name"))
PARENT = Part(required=("child_code", "parent_code"))
FIRMS = Part(required=("company_code", "sw_industry_code"))


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
    return {
        "segments": table.select(
            "row", "sheet", id=segment_id(table.child_code), chain=ibis.literal(CHAIN),
            parent=segment_id(table.parent_code), name=ibis.null("string"),
        )
    }


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
COMPANY_INDUSTRIES = Layout(
    "company_industries", "企业所属行业", "Industries of companies", f"{SUPPLIER} company_industry", (FIRMS,),
    shape_firms,
)
