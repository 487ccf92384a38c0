"""Every phrase of a report in both languages; {0}, {1} … are filled in by `say`."""

from __future__ import annotations

WORDS = {
    "title": ("{0}产业链专利导航报告", "Patent navigation of the industry chain {0}"),
    "country": ("全国", "{0}, whole country"),
    "region": ("地区", "Place"), "chain": ("产业链", "Chain"), "defined by": ("产业链依据", "Chain defined by"),
    "as of": ("数据截至", "Data as of"), "version": ("数据版本", "Version of the data"),
    "made by": ("生成工具", "Made by"), "unknown": ("不详", "unknown"),
    "summary": ("摘要", "Summary"),
    "whole": ("{0}产业链共 {1} 个环节，命中专利 {2} 件，其中 {3} 的专利有质量依据。"
              "{4}单位或个人参与持有的专利 {5} 件。",
              "The chain {0} has {1} segments, served by {2} patents; the quality of {3} of them is graded. "
              "Holders of {4} have a part in {5} of them."),
    "no segments": ("该产业链没有环节。", "The chain has no segments."),
    "thin": ("{0} 个环节没有任何数据，{1} 个环节数据较少：这些环节的状态反映的是数据多少，引用时须注明。",
             "{0} segments have no data at all and {1} have few: their status tells of the data, and should be quoted "
             "with that said."),
    "unsteady": ("{0} 个环节的状态会因某一阈值变动 20% 而改变（见态势表“状态稳健”一列）。",
                 "The status of {0} segments would change if some threshold moved by 20 % (column Steady status)."),
    "by status": ("各状态的环节", "Segments by status"), "status": ("状态", "Status"), "meaning": ("含义", "Meaning"),
    "count": ("环节数", "Segments"), "segments": ("环节", "Segments"), "segment": ("环节", "Segment"),
    "state": ("一、现状：产业与专利", "1 State: the industry and its patents"),
    "structure": ("产业链结构", "Structure of the chain"), "stage": ("阶段", "Stage"),
    "structure said": ("上游度表示到最终用途的平均级数；必经环节一旦缺失，原料与最终产品之间不再有通路。",
                       "Upstreamness is the mean number of steps to final use. Without a segment that is on every "
                       "path, raw material no longer reaches the final product."),
    "patents": ("专利布局", "Patents of the segments"),
    "patents said": ("专利件数仅说明规模，不单独用于评价；评价依据质量加权值、集中度与归属。",
                     "Counts of patents say how much there is and judge nothing by themselves: see the "
                     "quality-weighted figures, the concentration and who holds them."),
    "weighted chart": ("各环节质量加权专利（全部与本地）", "Quality-weighted patents by segment, all and local"),
    "all": ("全部", "All"), "local": ("本地", "Local"),
    "yearly": ("历年申请", "Filings by year"),
    "yearly said": ("因公开滞后，最近两年的申请量不完整。",
                    "The last two years are incomplete, because applications are published late."),
    "year": ("年份", "Year"), "no years": ("专利没有申请日和公开日，无法按年统计。",
                                      "The patents have no day of filing or publication."),
    "holders": ("主要权利人", "Leading holders"), "holder": ("权利人", "Holder"), "kind": ("类型", "Kind"),
    "holders said": ("按质量加权值排序；多个权利人共有的专利按人数均分。",
                     "By quality-weighted patents; a patent of several holders is shared equally."),
    "weighted": ("质量加权", "Weighted"), "share": ("份额", "Share"), "in segments": ("涉及环节", "Segments"),
    "here": ("本地", "Local"),
    "position": ("二、定位：{0}", "2 Position of {0}"),
    "board": ("链上态势表", "The gap board"),
    "board said": ("每个环节一行，状态按先后顺序取首个符合者；数字均可在附录中逐项查到公式和专利。",
                   "One row a segment; the status is the first whose tests are met. The annex opens every number to "
                   "its formula and patents."),
    "advantage chart": ("各环节对称相对优势（大于 0 为有优势）",
                        "Symmetric advantage by segment (above 0 is an advantage)"),
    "evidence": ("数据", "Evidence"), "enough": ("足够", "enough"),
    "basis": ("状态判定依据", "What decided each status"), "tests": ("符合的条件", "Tests that are met"),
    "none met": ("未触发任何条件", "none"),
    "choke": ("卡脖子四项", "The four numbers of a choke point"),
    "choke said": ("价值、差距、境外垄断度、突破难度均为全国口径；四项同时达到阈值方列为候选，仍须专家复核。",
                   "Value, gap, foreign monopoly and hardness are national; a candidate reaches all four thresholds, "
                   "and is for review by experts."),
    "leader": ("领先国家", "Leader"),
    "rest": ("其余数字", "Further figures"),
    "paths": ("三、路径：补链、强链、延链", "3 Paths: fill, strengthen, extend"),
    "fill": ("补链", "Fill"), "strengthen": ("强链", "Strengthen"), "extend": ("延链", "Extend"),
    "fill said": ("缺链、弱链、断链风险和卡脖子候选环节，按需求程度排列。"
                  "候选单位先列本地技术邻近者，再列国内可引进者（*）。",
                  "Segments that are missing, weak, at risk or choked, by need. Candidates are those of the place that "
                  "are near, then those at home who could be drawn (*)."),
    "strengthen said": ("本地已有优势主体、但近五年份额低于前五年的环节。候选单位为本地权利人。",
                        "Segments with strong local holders whose share fell against the five years before. Candidates "
                        "are those holders."),
    "extend said": ("由本地优势环节供给、而自身尚不强的环节。候选单位为上游环节的本地权利人。",
                    "Segments fed by one where the place is strong, and not strong themselves. Candidates are the "
                    "local holders upstream."),
    "nobody": ("没有此类环节。", "No such segment."),
    "score": ("得分", "Score"), "reason": ("理由", "Reason"), "candidates": ("候选单位", "Candidates"),
    "partners": ("可对接的合作方", "Partners to bring together"),
    "partners said": ("最急需的环节各列前几位，理由可逐条核对。",
                      "The first few for the segments in greatest need, with reasons that can be checked."),
    "partner": ("合作方", "Partner"), "reasons": ("理由", "Reasons"),
    "method": ("四、方法与来源", "4 Method and sources"),
    "formulas": ("指标与公式", "Figures and formulas"), "figure": ("指标", "Figure"), "unit": ("单位", "Unit"),
    "formula": ("公式", "Formula"),
    "rules": ("状态规则与阈值", "Rules and thresholds of the statuses"), "threshold": ("阈值", "Threshold"),
    "at": ("取值", "Value"),
    "quality": ("专利质量", "Quality of a patent"),
    "quality said": ("质量方案“{0}”：{1} 件专利中 {2} 有质量依据；记录中没有的指标不计入，绝不当作 0。",
                     "Scenario {0}: {2} of {1} patents are graded. An indicator that the record lacks does not "
                     "count, and is never taken for 0."),
    "indicator": ("指标", "Indicator"), "weight": ("权重", "Weight"), "known": ("有记录的占比", "Share that has it"),
    "sources": ("数据来源", "Sources"), "source": ("来源", "Source"), "layout": ("格式", "Layout"),
    "rows": ("行数", "Rows"), "source day": ("截至", "As of"),
    "no sources": ("来源清单不在本工作区。", "The list of sources is not in this workspace."),
    "limits": ("适用范围", "What the figures do not say"),
    "limit rules": ("专利按分类号与关键词规则对应环节，规则未覆盖的专利不在其中。",
                    "Patents are tied to segments by classes and keywords; what no rule covers is not here."),
    "limit place": ("归属地优先按权利人住所，不详时按专利来源国；住所不详的单位不计入地区。",
                    "A holding is where its holder resides, else the country the patent comes from; a holder of "
                    "unknown residence counts for no region."),
    "limit industry": ("布局单位仅为已载入名单所列，未列出不等于没有。",
                       "Organisations working in a segment are those of the lists loaded: not listed is not absent."),
    "annex": ("附录：逐项可查", "Annex: every number opened"),
    "numbers": ("每个数字的公式、代入与专利", "Formula, sums and patents of every number"),
    "value": ("数值", "Value"), "worked": ("公式与代入", "Formula with its sums"),
    "behind": ("涉及专利（件）", "Patents behind it"), "first": ("其中专利", "First of them"),
    "list": ("各环节专利清单", "Patents of every segment"), "patent": ("公开号", "Number"), "name": ("名称", "Title"),
    "filed": ("申请日", "Filed"), "worth": ("匹配 × 质量", "Match × quality"),
    "list note": ("纸面仅列每个环节的前 {0} 件，共 {1} 件；同名 xlsx 报告列出全部，并标明每件专利属于哪些数字。",
                  "The first {0} of each segment, of {1} in all; the report as xlsx has all of them, and says to which "
                  "numbers each belongs."),
    "list cut": ("清单按环节与匹配质量排序，至多列出 {0} 行，共 {1} 行。",
                 "By segment and worth; at most {0} rows are listed, of {1}."),
    "numbers note": ("纸面仅列主要指标，共 {0} 行；同名 xlsx 报告列出全部 {1} 行。",
                     "Key figures alone, {0} rows; the report as xlsx has all {1}."),
    "charts": ("图表数据", "Data of the charts"), "unstaged": ("未分段", "unstaged"),
    "page": ("第", "Page"), "contents": ("目录", "Contents"), "figures sheet": ("全部指标", "All figures"),
}


def say(code: str, language: str, *values: object) -> str:
    """The phrase in the language, values filled in."""
    return WORDS[code][0 if language == "zh" else 1].format(*values)
