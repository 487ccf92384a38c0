"""Every figure of the gap board in words: captions, unit and explanation in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """A figure of the gap board: captions, unit and explanation. format: count, number, share or flag.

    main: a key figure; the others stand folded under those.
    """

    key: str
    zh: str
    en: str
    zh_unit: str
    en_unit: str
    format: str
    zh_doc: str
    en_doc: str
    main: bool = True


MEASURES = (
    Measure("patents", "专利数", "Patents", "件", "patents", "count",
            "命中该环节规则或由文本归入的专利件数；仅供参考，不单独用于评价。",
            "Different patents that meet the segment's rules or that texts placed here; never used alone to judge."),
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
    Measure("steady", "状态稳健", "Steady status", "", "", "flag",
            "任一阈值上下变动 20% 时，状态是否保持不变。",
            "Whether the status stays the same whichever threshold moves by 20 %.", False),
    Measure("local_actors", "本地优势主体", "Local holders with an advantage", "家", "holders", "count",
            "所选地区中相对优势不低于 1 的权利人数。",
            "Holders of the region whose own relative advantage is at least 1.", False),
    Measure("local_good", "本地优质专利", "Good local patents", "件", "patents", "count",
            "所选地区持有、质量不低于 0.6 且未失效的专利件数。",
            "Patents of the region with a quality of at least 0.6 that have not ended.", False),
    Measure("by_text", "按文本归入专利", "Patents by text", "件", "patents", "count",
            "其中无分类号、由标题与摘要归入该环节的专利件数，按校准概率加权。",
            "Those of the patents that no rule could place and whose title and abstract did, weighted by probability.",
            False),
    Measure("inventions", "发明数", "Inventions", "项", "inventions", "count",
            "命中该环节规则的专利中，同族只计一次。", "Patents of the segment with each family counted once.", False),
    Measure("graded", "有质量依据占比", "Share with graded quality", "%", "%", "share",
            "质量判断不只依据专利类型的专利所占比重。",
            "Share of the patents whose quality rests on more than their type.", False),
    Measure("local_holders", "本地权利人数", "Local holders", "家", "holders", "count",
            "位于所选地区的权利人数。", "Holders located in the region.", False),
    Measure("local_weighted", "本地质量加权专利", "Local quality-weighted patents", "件当量", "equivalents", "number",
            "所选地区权利人所持专利的质量加权之和。", "Quality-weighted patents held in the region.", False),
    Measure("enterprises", "布局单位数", "Organisations working there", "家", "organisations", "count",
            "已知在该环节布局的企业和高校院所数。",
            "Enterprises and institutions known to work in the segment.", False),
    Measure("local_enterprises", "本地布局单位数", "Local organisations working there", "家", "organisations", "count",
            "其中位于所选地区的单位数。", "Those of them located in the region.", False),
    Measure("products", "产品数", "Products", "种", "products", "count", "归属该环节的产品数。",
            "Products that belong to the segment.", False),
    Measure("local_products", "本地产品数", "Local products", "种", "products", "count",
            "其中所选地区（或企业）生产的产品数。", "Those of them that somebody of the place makes.", False),
    Measure("industry_rta", "产业相对优势", "Relative advantage of industry", "倍", "ratio", "number",
            "以布局单位数代替专利数计算的相对优势；大于 1 为产业有优势。",
            "Relative advantage counted in organisations working there in place of patents; above 1 is an advantage.",
            False),
    Measure("rsta", "对称相对优势", "Symmetric advantage", "", "", "number",
            "（RTA − 1）/（RTA + 1），取值 −1–1；大于 0 为有优势。",
            "(RTA − 1) / (RTA + 1), −1 to 1; above 0 is an advantage.", False),
    Measure("hhi_corrected", "校正集中度", "Corrected concentration", "", "", "number",
            "按专利件数校正小样本偏差后的集中度 HHI，取值 0–1。",
            "HHI corrected for the small number of patents, 0–1.", False),
    Measure("foreign_effective", "有效发明境外占比", "Foreign share in force", "%", "%", "share",
            "有效发明专利中境外权利人持有的份额；没有法律状态时不详。",
            "Share of inventions in force that is held abroad; unknown where no status is given.", False),
    Measure("trophic", "营养级", "Trophic level", "级", "levels", "number",
            "顺着供给方向的层级，最低为 0；有回流时也能计算。",
            "Place along the feeds, lowest 0; can be told where there are returns too.", False),
    Measure("articulation", "关节点", "Articulation point", "", "", "flag",
            "去掉该环节后产业链是否断成几部分（不计方向）。",
            "Whether the chain falls apart without the segment, edges taken without direction.", False),
    Measure("paths", "独立供给路径", "Independent supply paths", "条", "paths", "count",
            "从原料到该环节、互不经过同一环节的路径数；原料环节不计。",
            "Paths from raw material that share no segment; unknown for raw segments.", False),
)
#: What the thresholds of the statuses are about.
THRESHOLDS = {
    "advantage": ("相对优势", "advantage"),
    "concentrated": ("集中度", "concentration"),
    "foreign": ("境外占比", "foreign share"),
    "value": ("平均质量", "mean quality"),
    "gap": ("差距", "gap"),
    "monopoly": ("境外垄断度", "foreign monopoly"),
    "hardness": ("突破难度", "hardness"),
    "proof": ("本地最少专利数", "fewest local patents"),
    "evidence": ("环节最少专利数", "fewest patents of a segment"),
}
