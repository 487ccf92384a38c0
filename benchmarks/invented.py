"""Words that the generator draws from, and the chains whose rules name its classes."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from ipgraph.schema.types.region import regions

#: Subclass → what its patents are about; the first are drawn most often.
SUBCLASSES = {
    "G06F": "数据处理设备", "H04L": "通信设备", "H01L": "半导体器件", "A61K": "药物组合物", "G01N": "检测仪器",
    "H01M": "电池", "B65G": "输送机", "G06Q": "交易平台", "C08L": "高分子材料", "B23K": "焊接设备",
    "C02F": "水处理设备", "H02J": "供电设备", "B01D": "过滤设备", "G05B": "控制器", "F16H": "减速器",
    "B60L": "电动车辆", "C22C": "合金", "B29C": "注塑模具", "H04N": "摄像设备", "A23L": "食品", "B01J": "催化剂",
    "E04B": "建筑构件", "C04B": "水泥制品", "G02B": "光学元件", "B25J": "机械臂", "A01G": "栽培设备",
    "B24B": "磨削设备", "F16K": "阀门", "H02K": "电机", "C07D": "杂环化合物", "D06M": "织物", "B21D": "冲压模具",
    "A61B": "诊断仪器", "C12N": "酶制剂", "F24F": "空调", "H05K": "电路板", "E02D": "基础结构", "B62D": "车身",
    "G01R": "测量仪器", "C09D": "涂料",
}
FIELDS = [
    "新材料", "智能装备", "电子科技", "生物医药", "机械制造", "新能源", "环保科技", "化工", "汽车零部件", "信息技术",
]
CLAUSES = [
    "包括壳体、底座与驱动机构", "所述壳体内设有多个相互平行的支撑板", "通过改进的结构提高了工作效率",
    "按质量份计由下列原料制成", "所述控制单元与传感器电连接", "降低了生产成本，便于推广应用",
    "在惰性气氛下于八百度煅烧四小时", "有效避免了现有技术中易损坏的缺点", "获取待处理数据并提取其特征向量",
    "本发明结构简单、使用方便、安全可靠", "将所得浆料涂布于基材表面并干燥", "延长了使用寿命，减少了维护次数",
]
#: Characters that make names; three of them tell 148,000 holders of one city and field apart.
SYLLABLES = list(
    "安邦博昌诚达德东丰福刚高光广国海浩恒宏华辉汇嘉建金锦晶"
    "凯康科朗乐力立联隆龙美明宁鹏强清荣瑞润森盛顺泰天伟祥"
)
CITIES = [region.name for region in regions().values() if region.level == "city"]
CHAINS, SEGMENTS = 8, 10


def invented_chains(seed: int) -> dict[str, list[dict[str, Any]]]:
    """Chains of ten segments from upstream to downstream; each feeds the next, some feed the one after too."""
    choice = random.Random(seed)
    book: dict[str, list[dict[str, Any]]] = {"chains": [], "segments": [], "feeds": [], "rules": []}
    for number in range(1, CHAINS + 1):
        chain = f"invented:{number}"
        book["chains"].append({"name": f"产业链{number}", "id": chain, "title": "Invented for benchmarks"})
        classes = choice.sample(sorted(SUBCLASSES), SEGMENTS)
        names = [f"{chain}.{place}" for place in range(1, SEGMENTS + 1)]
        for place, (segment, symbol) in enumerate(zip(names, classes, strict=True)):
            stage = ("上游", "中游", "下游")[place * 3 // SEGMENTS]
            book["segments"].append(
                {"id": segment, "chain": chain, "name": f"{SUBCLASSES[symbol]}{number}", "stage": stage})
            groups = choice.sample(range(1, 20), 4)
            book["rules"].append(
                {"segment": segment, "patterns": [f"{symbol}{group}*" for group in groups], "keywords": []})
        book["feeds"] += [{"start": a, "end": b, "reason": "invented"} for a, b in pairwise(names)]
        book["feeds"] += [{"start": a, "end": b, "reason": "invented"}
                          for a, b in zip(names, names[2:], strict=False) if choice.random() < 0.4]
    return book
