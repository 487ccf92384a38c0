"""Industry value chains of the Taipei Exchange (產業價值鏈資訊平台): industry, stage, module, company."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

PART = Part(
    required=("industry", "industry_id", "stream", "industry_module", "company_name"),
    optional=("company_code", "market", "stream_name", "chain_group", "business_id", "company_url"),
)
TITLE = "臺灣產業價值鏈"


def shape(read: Read) -> dict[str, ir.Table]:
    """Industries as chains, modules as segments with their stage, companies at work in them.

    無上中下游 means that the industry has no stages. A module listed under two stages takes the one with most
    companies. A code is completed by its exchange: TW the stock exchange, TWO the others.
    """
    table = read.table(PART)
    chain = ibis.literal("tpex:") + table.industry_id
    stage = ibis.cases((table.stream.isin(["上游", "中游", "下游"]), table.stream))
    exchange = ibis.cases((table.market == "本國上市公司", ".TW"), else_=".TWO")
    rows = table.mutate(
        chain=chain, segment=chain + "/" + table.industry_module, stage=stage,
        stock_code=ibis.cases((table.market.startswith("本國") | table.market.isin(["創櫃公司"]),
                               table.company_code + exchange), else_=table.company_code + ".TW"),
        country=ibis.cases((table.market.startswith("本國") | (table.market == "創櫃公司"), "TW")),
    )
    place = {"row": rows.row.min(), "sheet": rows.sheet.min()}
    chains = rows.group_by(id="chain").agg(**place, name=rows.industry.min(), title=ibis.literal(TITLE))
    segments = rows.group_by(id="segment").agg(
        **place, chain=rows.chain.min(), name=rows.industry_module.min(), stage=rows.stage.mode()
    )
    companies = rows.group_by(name="company_name", stock_code="stock_code").agg(
        **place, kind=ibis.literal("Enterprise"), country=rows.country.min()
    )
    operates = rows.select("row", "sheet", "segment", "stock_code", organisation=rows.company_name)
    return {"chains": chains, "segments": segments, "organisations": companies, "operates": operates}


TPEX = Layout("tpex", "台湾产业价值链", "Taiwan value chains", "證券櫃檯買賣中心 產業價值鏈資訊平台", (PART,), shape)
