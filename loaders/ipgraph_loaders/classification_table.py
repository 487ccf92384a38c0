"""Tables that tie an industry classification to IPC symbols (参照关系表), as a sheet: code, name, IPC, keywords.

`G06F1/*` and `G06F1*` mean a symbol and all below it; （不含G06F17/00） takes symbols out. A row without a code goes on
with the branch above. Parents are the longest code that a code begins with, or what stands before its last dot.
"""

from __future__ import annotations

import re
from typing import Any

import ibis
import ibis.expr.types as ir

from ipgraph.sources.drafts import CHAINS, RULES, SEGMENTS
from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away
from ipgraph_loaders.classification import draft_table, short_name

OF = ("", "产业", "行业", "分类", "产业分类", "行业分类", "技术分支", "分支", "国民经济行业", "国民经济行业分类",
      "战略性新兴产业",
      "战略性新兴产业分类", "数字经济核心产业", "数字经济核心产业分类", "知识产权(专利)密集型产业", "专利密集型产业",
      "绿色技术",
      "关键数字技术", "产业链环节")
CODE = tuple(f"{what}{word}" for word in ("代码", "编号") for what in OF)
NAME = ("名称", *(f"{what}名称" for what in OF[1:]), "技术分支", "产业链环节", "分支")
IPC = ("国际专利分类号", "国际专利分类", "国际专利分类(IPC)", "国际专利分类号(IPC)", "国际专利分类IPC", "IPC分类号",
       "IPC", "IPC号",
       "对应IPC", "对应IPC分类号", "参照国际专利分类", "国际专利分类代码", "IPC 分类号", "IPC小组", "专利分类号")
WITHOUT = ("排除分类", "排除IPC", "不含", "排除分类号")
KEYWORDS = ("关键词", "关键词概述", "关键词描述", "检索关键词", "主题词")
PART = Part((CODE, NAME, IPC), (WITHOUT, KEYWORDS, "说明", "备注", "序号"))
SYMBOL = re.compile(r"[A-HY][0-9]{2}[A-Z](?:[0-9]{1,4}(?:/(?:[0-9]{2,6}|(?=\*)))?)?\*?", re.IGNORECASE)
TITLE = re.compile(r"[^\n]*(?:参照关系表|分类体系|分类表|对照表)[^\n]*")
APART = "[;；,，、|\n]"
EMPTY = ("/", "-", "—", "无")


def shape(read: Read) -> dict[str, ir.Table]:
    """One chain for the table, a segment for each branch, a rule for each row with symbols or keywords.

    A row whose cell of symbols holds something else is turned away.
    """
    table = read.table(PART)
    cell = table[IPC[0]].fill_null("")
    plain = cell.upper().re_replace(r"\s", "").re_replace("不含|除外|除|但|及|和|以及", "")
    odd = ~plain.re_search(r"^(?:[A-HY][0-9]{2}[A-Z][0-9/*]*|[A-H]|[;；,，、|()（）:：。/*—-])*无?$")
    table, refused = turn_away(table, "patterns", ibis.cases((odd, "impossible-symbol")), cell)
    told = TITLE.search("\n".join(read.titles.values()))
    title = told.group().strip() if told else read.name.split(".")[0]
    stem = short_name(title)
    rows = table.order_by("sheet", "row").to_pyarrow().to_pylist()
    branches = named(rows)
    segments = [{"row": row["row"], "sheet": row["sheet"], "id": f"{stem}:{code}", "chain": stem, "name": row[NAME[0]],
                 "number": code, "parent": f"{stem}:{above}" if (above := parent(code, set(branches))) else None}
                for code, row in branches.items()]
    rules = [{"row": row["row"], "sheet": row["sheet"], "id": f"{stem}:{row[CODE[0]]}#{row['row']}",
              "segment": f"{stem}:{row[CODE[0]]}", **lists}
             for row in rows if row[CODE[0]] and any((lists := rule(row)).values())]
    chain = [{"row": rows[0]["row"], "sheet": rows[0]["sheet"], "id": stem, "name": title,
              "title": title}] if rows else []
    return {"chains": draft_table(CHAINS, chain), "segments": draft_table(SEGMENTS, segments),
            "rules": draft_table(RULES, rules), "refused": refused}


def named(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The first row of each branch by its code; rows without a code get that of the branch above."""
    found: dict[str, dict[str, Any]] = {}
    code = None
    for row in rows:
        code = row[CODE[0]] = row[CODE[0]] or code
        if code:
            found.setdefault(code, row)
    return found


def parent(code: str, codes: set[str]) -> str | None:
    """The nearest branch above that the table lists.

    >>> parent("010101", {"01", "0101", "010101"}), parent("1.2.3", {"1", "1.2.3"}), parent("01", {"01"})
    ('0101', '1', None)
    """
    while "." in code:
        code = code.rpartition(".")[0]
        if code in codes:
            return code
    return next((code[:n] for n in range(len(code) - 1, 0, -1) if code[:n] in codes), None)


def rule(row: dict[str, Any]) -> dict[str, list[str]]:
    """Patterns, exclusions and keywords of a row.

    >>> rule({"国际专利分类号": "G06F1/*；H05K（不含H05K3/00）", "排除分类": None,
    ...       "关键词": "键盘、鼠标"})["exclusions"]
    ['H05K3/00']
    """
    text = row[IPC[0]] or ""
    out = re.findall(r"[(（](?:不含|除)([^)）]*)[)）]", text)
    kept = re.sub(r"[(（](?:不含|除)[^)）]*[)）]", ";", text)
    words = [word.strip() for word in re.split(APART, row[KEYWORDS[0]] or "")]
    return {
        "patterns": symbols(kept), "exclusions": symbols(";".join([*out, row[WITHOUT[0]] or ""])),
        "keywords": [word for word in words if word and word not in EMPTY],
    }


def symbols(text: str) -> list[str]:
    """Patterns in a cell, `G06F1/*` as `G06F1*`."""
    return [found.replace("/*", "*") for found in SYMBOL.findall("".join(text.split(" ")))]


CLASSIFICATION_TABLE = Layout(
    "classification_table", "分类参照关系表", "Table of a classification and IPC symbols",
    "国家知识产权局各参照关系表（xlsx、docx）", (PART,), shape,
)
