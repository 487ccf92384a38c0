"""What colours and figures mean, in both languages: one table for the page, the explorer and the API."""

from __future__ import annotations

from dataclasses import dataclass

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
    Status("优势", "优势", "Strong", "#1f7a54", "check",
           "本地区在该环节的专利份额不低于其总体份额,且不存在下列问题。",
           "The region holds at least its overall share of patents here, and none of the faults below applies."),
    Status("弱链", "弱链", "Weak", "#a87400", "down", "相对优势低于 1,或质量加权份额低于同阶段中位数。",
           "Specialisation below 1, or a quality-weighted share below the median of its stage."),
    Status("缺链", "缺链", "Missing", "#b3261e", "open", "本地区没有形成优势的主体,也没有高质量的有效专利。",
           "No holder with an advantage and no effective patent of high quality in the region."),
    Status("断链风险", "断链风险", "At risk of breaking", "#c2500a", "break",
           "上下游所有路径都经过该环节,且权利集中或依赖境外。",
           "Every path up and down the chain passes here, and ownership is concentrated or foreign."),
    Status("卡脖子候选", "卡脖子候选", "Choke-point candidate", "#7a2a86", "lock",
           "价值高、差距大、境外集中度高且难以突破的候选环节,须专家复核。",
           "High value, large gap, strong foreign concentration, hard to break: a candidate for expert review."),
)
MEASURES = (
    Measure("patents", "专利数", "Patents", "件", "patents", "count",
            "命中该环节规则的专利件数,仅供参考,不单独用于评价。", "Patents that meet the segment's rule; never used alone to judge."),
    Measure("weighted", "质量加权专利", "Quality-weighted patents", "件当量", "patent equivalents", "number",
            "按专利类型、法律状态、被引、同族等质量因素加权后的专利量。",
            "Patents weighted by quality: type, legal status, citations, family."),
    Measure("holders", "权利人数", "Holders", "家", "holders", "count", "在该环节拥有专利的企业、高校院所和个人数。",
            "Enterprises, institutions and persons with patents here."),
    Measure("rta", "相对优势 RTA", "Relative advantage (RTA)", "倍", "ratio", "number",
            "所选地区在该环节的份额除以其在全部环节的份额;大于 1 为有优势。",
            "Share of the region here over its share of everything; above 1 is an advantage."),
    Measure("hhi", "集中度 HHI", "Concentration (HHI)", "0–1", "0–1", "number",
            "权利人份额的平方和;越接近 1 越集中,超过 0.4 视为高度集中。",
            "Sum of squared shares of holders; near 1 is concentrated, above 0.4 highly so."),
    Measure("cr4", "前四份额 CR4", "Top-four share (CR4)", "%", "%", "share", "前四名权利人份额之和。",
            "Shares of the four largest holders together."),
    Measure("foreign", "境外占比", "Foreign share", "%", "%", "share",
            "来源国为境外的专利占比;优先按申请人住所,不详时按首次申请局。",
            "Share of patents from abroad, by applicant's residence where known, else by office of first filing."),
    Measure("upstreamness", "上游度", "Upstreamness", "级", "steps", "number",
            "到最终用途的平均距离;数值越大越靠近原料端。", "Mean distance to final use; larger is nearer to raw material."),
    Measure("cut", "关键节点", "Cut point", "", "", "flag",
            "从原料到最终产品的每条路径是否都必须经过该环节。",
            "Whether every path from raw material to final product passes through the segment."),
)
#: Captions of the bands of the map; a level is written with its number.
BANDS = {"上游": ("上游", "Upstream"), "中游": ("中游", "Midstream"), "下游": ("下游", "Downstream"), "": ("未分段", "Unstaged")}


def band_caption(key: str) -> tuple[str, str]:
    """Chinese and English caption of a band.

    >>> band_caption("2")
    ('第 3 级', 'Level 3')
    """
    if key in BANDS:
        return BANDS[key]
    if key.isdigit():
        return f"第 {int(key) + 1} 级", f"Level {int(key) + 1}"
    return key, key


def kinds() -> list[dict[str, str]]:
    """Node kinds of the schema: key, captions, colour, meaning."""
    return [{"key": k.label, "zh": k.zh, "en": k.en, "color": k.color, "doc": k.doc} for k in NODES.values()]


def edge_kinds() -> list[dict[str, str]]:
    """Edge kinds of the schema: key, captions, meaning."""
    return [{"key": k.type, "zh": k.zh, "en": k.en, "doc": k.doc} for k in EDGES.values()]
