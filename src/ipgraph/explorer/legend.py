"""What colours and figures mean, in both languages: one table for the page, the explorer and the API."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ipgraph.schema import EDGES, NODES


@dataclass(frozen=True)
class Status:
    """A status of a segment: its key, captions, the colour of its card and the sign beside the colour."""

    key: str
    zh: str
    en: str
    color: str
    sign: str
    zh_doc: str
    en_doc: str


@dataclass(frozen=True)
class Measure:
    """A figure of the gap board: captions, unit and explanation. format: count, number, share or flag."""

    key: str
    zh: str
    en: str
    zh_unit: str
    en_unit: str
    format: str
    zh_doc: str
    en_doc: str


STATUSES = (
    Status("choked", "卡脖子候选", "Choke point?", "#7a2a86", "lock",
           "价值高、差距大、境外集中度高且难以突破的候选环节，须经专家复核。",
           "High value, large gap, strong foreign concentration, hard to break: a candidate for expert review."),
    Status("missing", "缺链", "Missing", "#b3261e", "open", "本地没有形成优势的主体，也没有高质量的有效专利。",
           "No local holder with an advantage, and no good local patent in force."),
    Status("fragile", "断链风险", "At risk", "#bd4b00", "break",
           "上下游所有路径都经过该环节，且权利集中或依赖境外。",
           "Every path along the chain passes here, and ownership is concentrated or foreign."),
    Status("weak", "弱链", "Weak", "#946800", "down", "相对优势低于 1，或质量加权份额低于同阶段中位数。",
           "Relative advantage below 1, or a quality-weighted share below the median of its stage."),
    Status("strong", "优势", "Strong", "#1f7a54", "check", "相对优势不低于 1，且不存在其他各项问题。",
           "Relative advantage of at least 1, and none of the faults above."),
)
MEASURES = (
    Measure("patents", "专利数", "Patents", "件", "patents", "count",
            "命中该环节规则的专利件数；仅供参考，不单独用于评价。",
            "Different patents that meet the segment's rules; never used alone to judge."),
    Measure("weighted", "质量加权专利", "Quality-weighted patents", "件当量", "equivalents", "number",
            "每件专利按匹配度与质量（类型、法律状态、被引、同族等）加权后求和。",
            "Sum over patents of match score times quality (type, legal status, citations, family)."),
    Measure("holders", "权利人数", "Holders", "家", "holders", "count", "在该环节持有专利的企业、高校院所和个人数。",
            "Enterprises, institutions and persons that hold patents here."),
    Measure("local_patents", "本地专利数", "Local patents", "件", "patents", "count",
            "其中权利人位于所选地区（未选地区时为全国）的专利件数。",
            "Those held in the region chosen, or in the country where none is chosen."),
    Measure("local_share", "本地质量份额", "Local quality share", "%", "%", "share",
            "本地质量加权专利占该环节全部质量加权专利的比重。",
            "Local quality-weighted patents over all of the segment."),
    Measure("rta", "相对优势 RTA", "Relative advantage (RTA)", "倍", "ratio", "number",
            "所选地区在该环节的份额除以其在整条产业链的份额；大于 1 为有优势。",
            "Share of the region in this segment over its share of the whole chain; above 1 is an advantage."),
    Measure("hhi", "集中度 HHI", "Concentration (HHI)", "", "", "number",
            "权利人份额的平方和，取值 0–1；越接近 1 越集中，超过 0.4 视为高度集中。",
            "Sum of the squared shares of holders, 0–1; above 0.4 counts as concentrated."),
    Measure("cr4", "前四份额 CR4", "Top-four share (CR4)", "%", "%", "share", "前四名权利人份额之和。",
            "Shares of the four largest holders together."),
    Measure("foreign", "境外占比", "Foreign share", "%", "%", "share",
            "境外权利人持有的份额；优先按申请人住所，不详时按来源国。",
            "Share held abroad, by residence of the holder where known, else by where the patent comes from."),
    Measure("upstreamness", "上游度", "Upstreamness", "级", "steps", "number",
            "到最终用途的平均级数；1 为最终用途，数值越大越靠近原料端。",
            "Mean steps to final use; 1 is final use, larger is nearer to raw material."),
    Measure("cut", "必经环节", "On every path", "", "", "flag",
            "从原料到最终产品的每条路径是否都经过该环节。",
            "Whether every path from raw material to final product passes through the segment."),
    Measure("value", "平均质量", "Mean quality", "", "", "number", 
            "该环节专利质量权重的平均值，取值 0–1（卡脖子四项之一：价值）。",
            "Mean quality weight of its patents, 0–1 (first of the four choke-point numbers: value)."),
    Measure("gap", "差距", "Gap", "", "", "number",
            "1 减去本国相对优势与最强国家相对优势之比，取值 0–1（卡脖子四项之二）。",
            "1 minus home's advantage over that of the leading country, 0–1 (second of the four)."),
    Measure("monopoly", "境外垄断度", "Foreign monopoly", "%", "%", "share",
            "境外前四名权利人占该环节全部专利的份额（卡脖子四项之三）。",
            "Share of all patents held by the four largest holders abroad (third of the four)."),
    Measure("hardness", "突破难度", "Hardness", "", "", "number",
            "技术复杂度（PCI）；无法计算时取申请量年增长率（卡脖子四项之四）。",
            "Complexity (PCI); where there is none, yearly growth of filings (last of the four)."),
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
