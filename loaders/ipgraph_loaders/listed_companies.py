"""Listed companies of ChainKnowledgeGraph (company.json): name, full name, code, exchange, day of listing."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

PART = Part(required=("name", "fullname", "code", "location", "time"))
#: A day of listing as the source writes it.
DAY = r"^\d{4}-\d{1,2}-\d{1,2}$"


def shape(read: Read) -> dict[str, ir.Table]:
    """One organisation a row, the short name as alias.

    In some rows the cells slipped to the left or right: `location` then holds the day, or `time` the exchange. The
    day is taken from whichever of the two looks like one; where neither does ('-'), there is none.
    """
    table = read.table(PART)
    day = ibis.cases((table.time.re_search(DAY), table.time), (table.location.re_search(DAY), table.location))
    alias = ibis.array([table.name])
    return {
        "organisations": table.select(
            "row", "sheet", name=table.fullname.coalesce(table.name), kind=ibis.literal("Enterprise"),
            stock_code=table.code, country=ibis.literal("CN"), listed_on=day,
            aliases=ibis.cases((table.name.notnull() & (table.name != table.fullname), alias)),
        )
    }


LISTED_COMPANIES = Layout(
    layout="listed_companies",
    zh="上市公司名录",
    en="Listed companies",
    supplier="ChainKnowledgeGraph company.json",
    parts=(PART,),
    shaper=shape,
)
