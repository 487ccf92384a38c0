"""Tables that classify patents into branches of chains by rules: IPC patterns, exclusions, keywords."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from ipgraph.sources.drafts import CHAINS, RULES, SEGMENTS, Draft
from ipgraph.sources.loader import Layout, Part, Read

PART = Part(
    required=("branch_no", "branch_name", "rules"), optional=("chain", "top_no", "pdf_page"),
)
#: How much of a branch a rule covers: 全部涉及 all of it, 部分涉及 a part.
WEIGHTS = {"全部涉及": "1", "部分涉及": "0.5"}
#: How transcriptions call the IPC patterns of a rule.
PATTERNS = ("ipc_patterns", "patterns", "ipc")
#: Short names that stay put for the classifications of the CNIPA, by words of their titles.
SHORT_NAMES = (("新三样", "xinsanyang"), ("战略性新兴产业", "zhanlue"), ("绿色技术", "lvse"), ("关键数字技术", "shuzi"))


def short_name(title: str) -> str:
    """A stable name for a classification, from its title and the year in it.

    >>> short_name("“新三样”相关技术专利分类体系（2024）国知办发规字〔2024〕28号"), short_name("绿色技术专利分类体系")
    ('xinsanyang_2024', 'lvse')
    >>> short_name("机器人 产业链（2023）")
    '机器人_产业链_2023'
    """
    year = re.search(r"(?:19|20)\d\d", title)
    for word, name in SHORT_NAMES:
        if word in title:
            return f"{name}_{year.group()}" if year else name
    return "_".join(re.findall(r"\w+", title))


def shape(read: Read) -> dict[str, ir.Table]:
    """Chains, segments and rules; a branch is part of the nearest branch whose number its own begins with."""
    title = str(read.constants.get("title") or read.name.split(".")[0])
    stem = short_name(title)
    named = (value for key, value in read.constants.items() if key.startswith("top_level_names"))
    tops: dict[str, str] = next(named, {})
    chains: dict[str, dict[str, Any]] = {}
    segments: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    branches = read.table(PART).order_by("row").to_pyarrow().to_pylist()
    for branch in branches:
        branch["chain"] = branch["chain"] or tops.get(branch["top_no"]) or title
    numbers = {(branch["chain"], branch["branch_no"]) for branch in branches}
    # Where each chain counts its branches from 1 again, a number alone names none of them.
    apart = len(numbers) > len({number for _, number in numbers})
    told: Counter[str] = Counter()
    for branch in branches:
        place = {"row": branch["row"], "sheet": branch["sheet"]}
        name, number = branch["chain"], branch["branch_no"]
        chain = f"{stem}:{name}"
        chains.setdefault(chain, {**place, "id": chain, "name": name, "title": title})
        within = f"{chain}:" if apart else f"{stem}:"
        above = parent(number, {each for of, each in numbers if of == name or not apart})
        segment = f"{within}{number}"
        segments.append({
            **place, "id": segment, "chain": chain, "name": branch["branch_name"], "number": number,
            "parent": f"{within}{above}" if above else None,
        })
        for rule in json.loads(branch["rules"] or "[]"):
            told[segment] += 1
            rules.append({**place, "id": f"{segment}#{told[segment]}", "segment": segment, **rule_columns(rule)})
    return {
        "chains": draft_table(CHAINS, list(chains.values())),
        "segments": draft_table(SEGMENTS, segments),
        "rules": draft_table(RULES, rules),
    }


def parent(number: str, numbers: set[str]) -> str | None:
    """The nearest branch above that the classification lists."""
    while "." in number:
        number = number.rpartition(".")[0]
        if number in numbers:
            return number
    return None


def rule_columns(rule: dict[str, Any]) -> dict[str, Any]:
    """Patterns and words of a rule; a keyword descriptor is a list parted by ；, an empty one leaves it to the IPC."""
    words = rule.get("keywords") or [word for word in re.split("[;；]", rule.get("keyword_descriptor") or "") if word]
    return {
        "weight": WEIGHTS.get(rule.get("coverage", "")),
        "patterns": next((listed for key in PATTERNS if isinstance(listed := rule.get(key), list)), None),
        "exclusions": rule.get("ipc_exclusions"),
        "keywords": words,
        "keyword_exclusions": rule.get("keyword_exclusions") or [],
    }


def draft_table(draft: Draft, rows: list[dict[str, Any]]) -> ir.Table:
    return ibis.memtable(pa.Table.from_pylist(rows, schema=draft.schema()))


CLASSIFICATION = Layout(
    layout="classification",
    zh="产业链专利分类体系",
    en="Classification of patents by chain",
    supplier="国家知识产权局产业专利分类体系、参照关系表（JSON/YAML 转写）",
    parts=(PART,),
    shaper=shape,
)
