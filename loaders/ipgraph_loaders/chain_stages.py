"""Chains as lists by stage: {"锂电池": {"上游": [正极材料, …], "中游": […], "下游": […]}}, or a sheet of these."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.patent_layout import split

STAGES = ("上游", "中游", "下游")
NAME = ("产业链", "产业链名称", "所属产业链", "产业", "chain", "industry_chain", "industry", "name", "key")
PART = Part(STAGES, (NAME,))
APART = "[;；、,，|\n]"


def shape(read: Read) -> dict[str, ir.Table]:
    """Chains and segments by name, as in our own workbook. Stages are all they say: nobody feeds anybody yet."""
    table = read.table(PART)
    table = table.mutate(chain=table[NAME[0]].coalesce(read.name.split(".")[0]))
    staged = ibis.union(*(
        table.select("row", "sheet", "chain", stage=ibis.literal(stage), name=split(table[stage], APART).unnest())
        for stage in STAGES
    ))
    staged = staged.mutate(id=staged.chain + ":" + staged.name)
    return {
        "chains": table.group_by(id="chain").agg(row=table.row.min(), sheet=table.sheet.min(), name=table.chain.min()),
        "segments": staged.select("row", "sheet", "id", "chain", "name", "stage").order_by("row", "id"),
    }


CHAIN_STAGES = Layout(
    "chain_stages", "产业链上中下游表", "Chains by stage", "产业链图谱（JSON、表格）", (PART,), shape, general=True,
)
