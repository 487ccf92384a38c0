"""Our own workbook of a chain: chains, segments, what feeds what, rules, enterprises; as xlsx or as YAML."""

from __future__ import annotations

import json
import re
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from ipgraph.sources.drafts import CHAINS, FEEDS, OPERATES, ORGANISATIONS, RULES, SEGMENTS, Draft
from ipgraph.sources.loader import Layout, Part, Read

Row = dict[str, Any]


def column(zh: str, en: str) -> tuple[str, ...]:
    """A heading in Chinese, in English, or both in one cell as the template has it."""
    return zh, en, f"{zh} {en}"


CHAIN_PART = Part(
    required=(column("产业链名称", "name"),),
    optional=(column("产业链标识", "id"), column("英文名称", "name_en"), column("分类体系", "title")),
    sheets=("产业链", "chains"), may_be_absent=True,
)
SEGMENT_PART = Part(
    required=(column("环节名称", "name"), column("所属产业链", "chain")),
    optional=(column("环节标识", "id"), column("英文名称", "name_en"), column("编号", "number"),
              column("阶段", "stage"), column("上级环节", "parent")),
    sheets=("链环节", "segments"), may_be_absent=True,
)
FEED_PART = Part(
    required=(column("供给环节", "start"), column("接受环节", "end")), optional=(column("理由", "reason"),),
    sheets=("供给", "feeds"), may_be_absent=True,
)
RULE_PART = Part(
    required=(column("环节", "segment"), column("分类模式", "patterns")),
    optional=(column("规则标识", "id"), column("排除分类", "exclusions"), column("关键词", "keywords"),
              column("排除关键词", "keyword_exclusions"), column("权重", "weight")),
    sheets=("规则", "rules"), may_be_absent=True,
)
ENTERPRISE_PART = Part(
    required=(column("企业名称", "name"), column("环节", "segments")),
    optional=(column("英文名称", "name_en"), column("统一社会信用代码", "uscc"), column("证券代码", "stock_code"),
              column("地址", "address"), column("别名", "aliases")),
    sheets=("企业", "enterprises"), may_be_absent=True,
)
PARTS = (CHAIN_PART, SEGMENT_PART, FEED_PART, RULE_PART, ENTERPRISE_PART)


def rows(read: Read, part: Part) -> list[Row]:
    """Rows of a sheet, columns by their English names."""
    names = {heading[0]: heading[1] for heading in (*part.required, *part.optional)}
    return [
        {names.get(name, name): value for name, value in row.items()}
        for row in read.table(part).to_pyarrow().sort_by("row").to_pylist()
    ]


def members(cell: str | None) -> list[str]:
    """A list in a cell: parted by semicolons or lines, or a list of YAML."""
    if cell and cell.startswith("["):
        return [str(member) for member in json.loads(cell)]
    return [member.strip() for member in re.split("[;；\n]", cell or "") if member.strip()]


def identities(listed: list[Row]) -> dict[str, str]:
    """Ids by id and by name, so that a person may refer by either."""
    return {row["name"]: row["id"] for row in listed if row["name"]} | {row["id"]: row["id"] for row in listed}


def shape(read: Read) -> dict[str, ir.Table]:
    """The five sheets as drafts. A chain without an id is its name, a segment its chain with its number or name.

    Chains and segments may be referred to by id or by name; one that the workbook does not hold is taken as an id.
    """
    chains, segments = rows(read, CHAIN_PART), rows(read, SEGMENT_PART)
    for chain in chains:
        chain["id"] = chain["id"] or chain["name"]
    of_chain = identities(chains)
    for segment in segments:
        segment["chain"] = of_chain.get(segment["chain"], segment["chain"])
        segment["id"] = segment["id"] or f"{segment['chain']}:{segment['number'] or segment['name']}"
    of_segment = identities(segments)
    for segment in segments:
        segment["parent"] = of_segment.get(segment["parent"], segment["parent"])
    feeds = [{**row, "start": of_segment.get(row["start"], row["start"]), "end": of_segment.get(row["end"], row["end"])}
             for row in rows(read, FEED_PART)]
    rules = []
    for row in rows(read, RULE_PART):
        named = of_segment.get(row["segment"], row["segment"])
        lists = {name: members(row[name]) for name in RULES.lists}
        rules.append({**row, "segment": named, "id": row["id"] or f"{named}#{row['row']}", **lists})
    enterprises = rows(read, ENTERPRISE_PART)
    operates = [
        {"row": row["row"], "sheet": row["sheet"], "organisation": row["name"],
         "stock_code": row["stock_code"], "segment": of_segment.get(name, name)}
        for row in enterprises for name in members(row["segments"])
    ]
    firms = [{**row, "kind": "Enterprise", "aliases": members(row["aliases"])} for row in enterprises]
    return {
        "chains": table(CHAINS, chains), "segments": table(SEGMENTS, segments), "feeds": table(FEEDS, feeds),
        "rules": table(RULES, rules), "organisations": table(ORGANISATIONS, firms),
        "operates": table(OPERATES, operates),
    }


def table(draft: Draft, listed: list[Row]) -> ir.Table:
    return ibis.memtable(pa.Table.from_pylist(listed, schema=draft.schema()))


CHAIN_WORKBOOK = Layout(
    "chain_workbook", "产业链工作簿", "Chain workbook", "ipgraph template chain", PARTS, shape
)
