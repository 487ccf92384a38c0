"""Lists of enterprises as parks, bureaus and operation centres keep them: name, code, region, honours and roles."""

from __future__ import annotations

from functools import reduce

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Heading, Layout, Part, Read
from ipgraph.sources.patent_layout import split
from ipgraph.sources.turn_away import turn_away
from ipgraph_loaders.belonging import BELONGING, CONTROLLER, PARENT, belonging

NAME = ("企业名称", "name", "企业名称 name", "单位名称", "公司名称", "名称")
USCC = ("统一社会信用代码", "uscc", "统一社会信用代码 uscc", "社会信用代码", "信用代码", "工商统一社会信用代码")
#: Honours and roles, one column each; a cell says yes, no, or which level, batch or year.
FLAGS: dict[str, tuple[str, ...]] = {
    "小巨人": ("小巨人", "专精特新小巨人", "专精特新“小巨人”", "专精特新小巨人企业", "是否小巨人",
               "是否专精特新小巨人"),
    "单项冠军": ("单项冠军", "制造业单项冠军", "单项冠军企业", "是否单项冠军"),
    "高新": ("高新", "高新技术企业", "高企", "是否高新", "是否高新技术企业", "是否高企"),
    "样板企业": ("样板企业", "样板企业培育库", "样板企业培育库入库"),
    "链主": ("链主", "链主企业", "是否链主", "是否链主企业"),
    "上市": ("上市", "上市企业", "是否上市"),
}
PLAIN: dict[Heading, str] = {
    ("英文名称", "name_en", "英文名称 name_en"): "name_en",
    ("地区", "region", "地区 region", "所在地", "所属地区", "省市", "所属区县", "区县", "所在市",
     "县(市、区)"): "region",
    ("地址", "address", "地址 address", "注册地址", "住所"): "address",
    ("证券代码", "stock_code", "证券代码 stock_code", "股票代码"): "stock_code",
    ("上市日期", "listed_on", "上市日期 listed_on"): "listed_on",
    ("国别", "country", "国别 country"): "country",
}
ALIASES = ("别名", "aliases", "别名 aliases", "简称", "曾用名")
#: A code or a parent makes a list of it that is more than names.
TELLS = ("统一社会信用代码 / 母公司", *USCC, *PARENT, *CONTROLLER)
PART = Part((NAME, TELLS), (USCC, *PLAIN, *FLAGS.values(), ALIASES, *BELONGING, "序号", "备注"))
YES = "是|有|√|✓|✔|1|y|yes|true"
NO = "否|无|没有|×|✗|0|n|no|false|-|/|"
#: Which level, batch or year: the flag is there.
WHICH = "(?:国家|省|市|区)级.*|第.+批.*|(?:19|20)[0-9]{2}.*"
#: GB 32100-2015: characters that a code is made of, and their weights.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def sound(code: ir.StringValue) -> ir.BooleanValue:
    """True for a code of 18 characters whose last one is right (GB 32100-2015)."""
    alphabet = ibis.literal(ALPHABET)
    total = reduce(lambda a, b: a + b, (
        alphabet.find(code.substr(place, 1)) * weight for place, weight in enumerate(WEIGHTS)
    ))
    check = (31 - total % 31) % 31
    return code.re_search(f"^[{ALPHABET}]{{18}}$") & (alphabet.substr(check, 1) == code.substr(17, 1))


def shape(read: Read) -> dict[str, ir.Table]:
    """Enterprises with their flags; a row is refused for a missing name, a wrong code or a flag that says neither."""
    table = read.table(PART)
    table = table.mutate(**{USCC[0]: table[USCC[0]].upper().re_replace(r"\s", "").nullif("")})
    refused = []
    checks: list[tuple[Heading, str, ir.StringValue]] = [
        (NAME, "name", ibis.cases((table[NAME[0]].isnull(), "missing"))),
        (USCC, "uscc", ibis.cases((~sound(table[USCC[0]]), "impossible-code"))),
        *((names, "flags", ibis.cases((~says(table[names[0]], f"{YES}|{NO}|{WHICH}"), "unknown-value")))
          for names in FLAGS.values()),
    ]
    for number, (_, _, reason) in enumerate(checks):
        table = table.mutate(**{f"fault{number}": reason})
    for number, (heading, field, _) in enumerate(checks):
        value = table[heading[0]].fill_null("")
        cell = read.cell(heading, table.row)
        table, turned = turn_away(table, field, table[f"fault{number}"], value, cell=cell)
        refused.append(turned)
    flags = [ibis.cases((says(table[names[0]], f"{YES}|{WHICH}"), flag)) for flag, names in FLAGS.items()]
    kept = table.select(
        "row", "sheet", name=table[NAME[0]], uscc=table[USCC[0]], kind=ibis.literal("Enterprise"),
        **{column: table[heading[0]] for heading, column in PLAIN.items()},
        aliases=split(table[ALIASES[0]], "[;；、]"),
        flags=ibis.array(flags).filter(lambda flag: flag.notnull()).nullif(ibis.literal([], "array<string>")),
    )
    return {"organisations": kept.order_by("row"), "subsidiaries": belonging(table, NAME),
            "refused": reduce(lambda a, b: a.union(b), refused)}


def says(cell: ir.StringValue, words: str) -> ir.BooleanValue:
    """True where the whole cell is one of the words; an empty cell is none of them but ''."""
    return cell.fill_null("").re_search(f"^(?i:{words})$")


ENTERPRISE_LIST = Layout(
    "enterprise_list", "企业名单", "List of enterprises", "ipgraph template enterprises", (PART,), shape
)
