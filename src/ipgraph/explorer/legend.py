"""What colours and figures mean, in both languages: one table for the page, the explorer and the API."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ipgraph.explorer.measures import MEASURES, Measure
from ipgraph.schema import EDGES, NODES

__all__ = [
    "BANDS", "EVIDENCE", "MEASURES", "STATUSES", "Evidence", "Measure", "Status", "band_caption", "edge_kinds", "kinds",
]


@dataclass(frozen=True)
class Status:
    """A status of a segment: its key, captions, the colour of its card and the sign beside the colour.

    en_short is the English caption where there is little room; the docs say the tests of docs/measures.md in words.
    """

    key: str
    zh: str
    en: str
    en_short: str
    color: str
    sign: str
    zh_doc: str
    en_doc: str


@dataclass(frozen=True)
class Evidence:
    """What a row of the board rests on, where that is little: its key, captions and meaning."""

    key: str
    zh: str
    en: str
    zh_doc: str
    en_doc: str


STATUSES = (
    Status("choked", "卡脖子候选", "Choke-point candidate", "Choked?", "#7a2a86", "lock",
           "专利不少于 5 件，且价值、差距、境外垄断度和突破难度四项均达到阈值；仅为候选，须经专家复核。",
           "At least 5 patents, and value, gap, foreign monopoly and hardness all reach their thresholds: a candidate "
           "for review by experts, not a verdict."),
    Status("missing", "缺链", "Missing segment", "Missing", "#b3261e", "open",
           "本地没有具备优势的权利人，没有未失效的优质专利，也没有本地单位在此布局。",
           "No local holder with an advantage, no good local patent that has not ended, and no local organisation "
           "working there."),
    Status("fragile", "断链风险", "Segment at risk", "At risk", "#bd4b00", "break",
           "从原料到最终产品的每条路径都经过该环节，且集中度 HHI 高于 0.4 或境外占比高于 50%。",
           "Every path from raw material to final product passes here, and the concentration (HHI) is above 0.4 or the "
           "foreign share above 50%."),
    Status("weak", "弱链", "Weak segment", "Weak", "#946800", "down",
           "相对优势低于 1，或本地质量份额低于同阶段中位数，或本地专利少于 3 件。",
           "Relative advantage below 1, or a local quality share below the median of its stage, or fewer than 3 local "
           "patents."),
    Status("strong", "优势", "Strong segment", "Strong", "#1f7a54", "check",
           "以上各项均不符合：相对优势、份额和本地专利数均未低于阈值。",
           "None of the above: advantage, share and local patents are not below their thresholds."),
)
EVIDENCE = (
    Evidence("none", "数据不足", "No data", "没有任何专利，也没有已知单位布局：反映的是数据，而不是产业。",
             "Nobody has a patent here and no organisation is known to work here: this tells of the data, not of the "
             "industry."),
    Evidence("thin", "数据较少", "Few data", "专利很少，结论仅供参考。", "Few patents: read the status with care."),
)
#: Captions of the bands of the map; a level is written with its number.
BANDS = {
    "upstream": ("上游", "Upstream"), "midstream": ("中游", "Midstream"), "downstream": ("下游", "Downstream"),
    "": ("未分段", "Unstaged"),
}


def band_caption(key: str, segments: pd.DataFrame) -> tuple[str, str]:
    """Chinese and English caption of a band: a stage, a level, or the group that the segments (id, name, name_en) name.

    >>> band_caption("2", pd.DataFrame({"id": [], "name": [], "name_en": []}))
    ('第 3 级', 'Level 3')
    """
    if key in BANDS:
        return BANDS[key]
    if key.isdigit():
        return f"第 {int(key) + 1} 级", f"Level {int(key) + 1}"
    named = segments[segments["id"] == key]
    if named.empty:
        return key, key
    zh, en = named["name"].iloc[0], named["name_en"].iloc[0]
    return zh, zh if pd.isna(en) else en


def kinds() -> list[dict[str, str]]:
    """Node kinds of the schema: key, captions, colour, meaning."""
    return [{"key": k.label, "zh": k.zh, "en": k.en, "color": k.color, "doc": k.doc} for k in NODES.values()]


def edge_kinds() -> list[dict[str, str]]:
    """Edge kinds of the schema: key, captions, meaning."""
    return [{"key": k.type, "zh": k.zh, "en": k.en, "doc": k.doc} for k in EDGES.values()]
