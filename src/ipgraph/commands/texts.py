"""Every phrase that commands print, in both languages; code and language give the phrase."""

from __future__ import annotations

TEXTS = {
    "file": ("文件", "File"),
    "layout": ("格式", "Layout"),
    "read": ("读入", "Read"),
    "kept": ("保留", "Kept"),
    "refused": ("拒收", "Refused"),
    "reasons": ("原因", "Reasons"),
    "loaded": ("载入结果", "Loaded"),
    "refused at": ("拒收明细：{0}", "Refused rows are in {0}"),
    "published": ("已发布到 {0}：版本 {1}", "Published to {0}: version {1}"),
    "kind": ("类别", "Kind"),
    "count": ("数量", "Count"),
    "nodes": ("节点", "Nodes"),
    "edges": ("关系", "Edges"),
    "problems": ("问题", "Problems"),
    "no problems": ("未发现问题", "No problems found"),
    "chains": ("产业链", "Industry chains"),
    "chain": ("产业链", "Chain"),
    "segment": ("链环节", "Segment"),
    "segments": ("环节数", "Segments"),
    "stage": ("阶段", "Stage"),
    "status": ("状态", "Status"),
    "patents": ("专利", "Patents"),
    "weighted": ("质量加权", "Weighted"),
    "holders": ("持有人", "Holders"),
    "rta": ("RTA", "RTA"),
    "hhi": ("HHI", "HHI"),
    "cr4": ("CR4", "CR4"),
    "foreign": ("国外占比", "Foreign"),
    "upstreamness": ("上游度", "Upstreamness"),
    "cut": ("必经", "Cut"),
    "gap board": ("缺链图谱：{0}（{1}，截至 {2}）", "Gap board: {0} ({1}, as of {2})"),
    "country": ("全国", "China"),
    "partners": ("合作对象推荐：{0}", "Partners for {0}"),
    "name": ("名称", "Name"),
    "score": ("得分", "Score"),
    "new": ("新伙伴", "New"),
    "teams": ("科研团队：{0}", "Research teams of {0}"),
    "leader": ("带头人", "Leader"),
    "members": ("成员", "Members"),
    "years": ("年份", "Years"),
    "pools": ("专利池", "Patent pools"),
    "licensors": ("许可人", "Licensors"),
    "serving": ("浏览器打开 {0} （Ctrl+C 结束）", "Open {0} in a browser (Ctrl+C ends it)"),
    "written": ("已写入 {0}", "Wrote {0}"),
    "analysed": ("分析完成：{0} 个团队，运行 ipgraph publish 写入图库",
                 "Analysed: {0} teams; `ipgraph publish` brings them to the graph"),
    "stopped": ("已中断", "Stopped"),
    "defect": ("程序缺陷（{0}：{1}）；设置 IPGRAPH_TRACEBACK=1 可查看详情",
               "A defect of the program ({0}: {1}); IPGRAPH_TRACEBACK=1 shows where"),
    "sample": ("示例图谱（真实专利，仅供演示）", "Sample graph (real patents, for demonstration)"),
    "id": ("标识", "Id"),
    "upstream": ("上游", "upstream"),
    "midstream": ("中游", "midstream"),
    "downstream": ("下游", "downstream"),
}

#: Steps of long work, as `tables` and `load` name them.
STEPS = {
    "patents": ("专利", "patents"), "names": ("名称", "names"), "classes": ("分类", "classes"),
    "chains": ("产业链", "chains"), "segments served": ("链环节匹配", "segments served"),
    "tables": ("数据表", "tables"), "bundle": ("数据包", "bundle"),
}


def say(code: str, language: str, *values: object) -> str:
    """The phrase in the language, values filled in."""
    return TEXTS[code][0 if language == "zh" else 1].format(*values)
