"""Published lists of enterprises without codes (专精特新“小巨人”, 单项冠军, 高新技术企业 …): a number, a name, a place.

Which honour the list confers stands above it, in the name of its sheet or of its file, or in a column of its own. A
list of those whose honour was refused, withdrawn or only proposed confers none.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away

NAME = ("企业名称", "单位名称", "公司名称", "企业全称", "企业名称(全称)", "企业(单位)名称", "企业(公司)名称",
        "申报企业",
        "申报单位", "认定企业名称")
#: One of these makes a list of it.
LISTED = ("序号", "编号", "省市", "省份", "省(区、市)", "省(自治区、直辖市)", "地区", "所属地区", "所在地", "所在地区",
          "所在市", "所属市", "市", "地市", "区县", "所属区县", "县(市、区)", "证书编号", "推荐单位", "批次",
          "认定年份")
REGION = LISTED[2:18]
ADDRESS = ("地址", "注册地址", "企业地址", "住所", "通讯地址")
HONOUR = ("企业类型", "认定类型", "资质", "资质类型", "称号", "荣誉", "荣誉称号", "企业类别", "类别")
#: What else a table with names of enterprises may be about.
OTHERWISE = ("专利号", "专利名称", "专利权", "申请号", "公开号", "需求", "成果", "许可", "转让", "受让", "质押",
             "合同", "交易",
             "产业链", "环节")
PART = Part((NAME, LISTED), (REGION, ADDRESS, HONOUR, "发证日期", "备注", "有效期", "有效期限"))
#: Honour → how lists speak of it.
HONOURS = {"小巨人": "小巨人", "单项冠军": "单项冠军", "高新": "高新技术企业|高企", "链主": "链主",
           "样板企业": "样板企业"}
UNDONE = "取消|撤销|未通过|不予|注销|失效|拟|培育|后备|储备|申报|推荐|征求意见"
HEADINGS = "|".join(("企业名称", "单位名称", "公司名称", "名称"))
SUMMARY = r"^(?:合计|总计|小计|共计|总数|备注|说明|注)[:：]?|^共\s*[0-9]+\s*[家户个]"


def conferred(told: ir.StringValue | str) -> list[ir.StringValue]:
    """The honours that a text confers, null for each of the others."""
    text = ibis.literal(told) if isinstance(told, str) else told.fill_null("")
    return [ibis.cases((text.re_search(words) & ~text.re_search(UNDONE), flag)) for flag, words in HONOURS.items()]


def shape(read: Read) -> dict[str, ir.Table]:
    """Enterprises with the honours of their list; sums, notes and headings that come again are turned away."""
    table = read.table(PART)
    name = table[NAME[0]].re_replace(r"\s+", "")
    reason = ibis.cases(
        (name.isnull(), "missing"),
        (name.re_search(f"^(?:{HEADINGS})$"), "repeated-heading"),
        (name.re_search(SUMMARY) | ~name.re_search(r"[\p{L}]"), "summary-row"),
    )
    table = table.mutate(told=titles(read, table))
    kept, refused = turn_away(table, "name", reason, table[NAME[0]].fill_null(""))
    flags = ibis.array([*conferred(kept.told), *conferred(kept[HONOUR[0]])]).filter(lambda flag: flag.notnull())
    # Under 单位名称 stand institutions too: there the name decides.
    kind = ibis.literal(None if read.has("单位名称") or read.has("申报单位") else "Enterprise", "string")
    return {"organisations": kept.select(
        "row", "sheet", name=kept[NAME[0]], kind=kind, region=kept[REGION[0]],
        address=kept[ADDRESS[0]], flags=flags.unique().nullif(ibis.literal([], "array<string>")),
    ).order_by("row"), "refused": refused}


def titles(read: Read, table: ir.Table) -> ir.StringValue:
    """What stands above the headings of a row's sheet; the name of the file where that says nothing of an honour."""
    words = [word for spoken in HONOURS.values() for word in spoken.split("|")]
    above = {sheet: text if any(word in text for word in words) else f"{text}\n{read.name}"
             for sheet, text in read.titles.items()}
    if len(above) == 1:
        return ibis.literal(next(iter(above.values())))
    return table.sheet.cases(*above.items(), else_=read.name)


ENTERPRISE_ROLL = Layout(
    "enterprise_roll", "企业公示名单", "Published list of enterprises", "工业和信息化、科技等主管部门的公示名单",
    (PART,),
    shape, general=True, unless=OTHERWISE,
)
