"""Products and what they are made of, from ChainKnowledgeGraph: mined from text, so much of it must be refused.

Direction, as found in the data: 上游材料 (from is made of to), 下游产品 (from goes into to),
产品小类 (to is a kind of from).

Refused, in this order:
- self-reference: a product linked to itself.
- absurd: an end is an amount ("瘦肉二两", "适量冰糖"), a limit ("铁≤") or a phrase ("采用碳钢线材"), not a product.
- not-a-kind: a Chinese compound is a sort of what its name ends in: 薄膜电池 is a 电池, 沥青喷洒机 is no 沥青.
- inverted: both directions are claimed, so neither can be believed; or a liquid, film, powder or agent is said to be
  made of a battery, capacitor, machine or vehicle (电解液 of 电解电容), which is the wrong way round.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away

TYPES = {"上游材料": "USED_IN", "下游产品": "USED_IN", "产品小类": "KIND_OF"}
PART = Part(required=(("from_product", "from_entity"), ("to_product", "to_entity"), ("relation", "rel")))
AMOUNT = (
    "适量|少许|若干|[≥≤≧≦…]|^(?:主要)?采用|^适用于|^是|是一种|制成"
    "|[半一二三四五六七八九十两几\\d](?:斤|两|克|勺|只|根|块|条|把|颗|粒|袋|盒|支|瓣|包|杯|匙)$"
    "|^[半一二三四五六七八九十两几](?:斤|两|克|勺|只|根|块|把|颗|粒|杯|匙)"
)
SUBSTANCE = "(?:液|膜|箔|粉|剂|浆|油|树脂)$"
DEVICE = "(?:电容器?|电池|电机|发动机|变压器|传感器|[^有无]机|车)$"


def shape(read: Read) -> dict[str, ir.Table]:
    """Links from material to product (USED_IN) and from product to wider product (KIND_OF)."""
    table = read.table(PART)
    material_first = table.relation == "下游产品"
    links = table.mutate(
        start=ibis.ifelse(material_first, table.from_product, table.to_product),
        end=ibis.ifelse(material_first, table.to_product, table.from_product),
        type=ibis.cases(*((table.relation == relation, kind) for relation, kind in TYPES.items())),
    )
    back = links.filter(links.type == "USED_IN").select(start=links.end, end=links.start, back=True).distinct()
    links = links.left_join(back, ["start", "end"]).select(links, "back")
    reason = ibis.cases(
        (links.type.isnull(), "unknown-value"),
        (links.start == links.end, "self-reference"),
        (links.start.re_search(AMOUNT) | links.end.re_search(AMOUNT), "absurd"),
        ((links.type == "KIND_OF") & ~links.start.endswith(links.end), "not-a-kind"),
        ((links.type == "USED_IN") & links.back, "inverted"),
        ((links.type == "USED_IN") & links.end.re_search(SUBSTANCE) & links.start.re_search(DEVICE), "inverted"),
    )
    pair = links.from_product + " → " + links.to_product
    kept, refused = turn_away(links, "to_product", reason, pair, links.relation)
    return {"product_links": kept.select("row", "sheet", "start", "end", "type").order_by("row"), "refused": refused}


PRODUCT_LINKS = Layout(
    "product_links", "产品上下游", "Products and their materials", "ChainKnowledgeGraph product_product", (PART,), shape
)
