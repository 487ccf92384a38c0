"""Enterprises along a chain, as operation centres list them: chain, segment, stage, enterprise, one a row."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

CHAIN = ("产业链", "产业链名称", "所属产业链", "所在产业链")
SEGMENT = ("环节", "链环节", "环节名称", "所属环节", "产业链环节", "所处环节", "链条环节", "细分环节")
NAME = ("企业名称", "单位名称", "公司名称", "企业全称", "代表企业", "重点企业")
STAGE = ("阶段", "上中下游", "上下游", "产业链位置", "链条位置", "所处位置", "链位")
USCC = ("统一社会信用代码", "社会信用代码", "信用代码")
STOCK = ("证券代码", "股票代码")
REGION = ("地区", "所属地区", "所在地", "省市", "所在市", "区县", "所属区县")
ADDRESS = ("地址", "注册地址", "住所")
PART = Part((CHAIN, SEGMENT, NAME), (STAGE, USCC, STOCK, REGION, ADDRESS, "序号", "备注"))


def shape(read: Read) -> dict[str, ir.Table]:
    """Chains and segments by name, as in our own workbook, and who works in them. A segment listed under two stages
    takes the one with most rows."""
    table = read.table(PART)
    rows = table.mutate(chain=table[CHAIN[0]], segment=table[CHAIN[0]] + ":" + table[SEGMENT[0]])
    place = {"row": rows.row.min(), "sheet": rows.sheet.min()}
    full = rows.filter(rows.segment.notnull())
    return {
        "chains": rows.filter(rows.chain.notnull()).group_by(id="chain").agg(**place, name=rows.chain.min()),
        "segments": full.group_by(id="segment").agg(
            row=full.row.min(), sheet=full.sheet.min(), chain=full.chain.min(), name=full[SEGMENT[0]].min(),
            stage=full[STAGE[0]].mode()),
        "organisations": rows.select(
            "row", "sheet", name=rows[NAME[0]], kind=ibis.literal("Enterprise"), uscc=rows[USCC[0]],
            stock_code=rows[STOCK[0]], region=rows[REGION[0]], address=rows[ADDRESS[0]]),
        "operates": rows.select("row", "sheet", "segment", organisation=rows[NAME[0]], stock_code=rows[STOCK[0]]),
    }


CHAIN_ROLL = Layout(
    "chain_roll", "链上企业清单", "Enterprises along a chain", "产业链图谱、链上企业清单（各地运营中心、链办）",
    (PART,), shape,
)
