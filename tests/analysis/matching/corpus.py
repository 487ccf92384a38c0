"""An invented corpus: things of six fields, each with titles, abstracts that paraphrase them, classes and citations.

Nothing here asserts.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pyarrow as pa
from analysis.graphs import graph_of

from ipgraph.projection import Projection
from ipgraph.text import TextIndex, open_texts

#: Field: main class, segment, things, what they are for, words that its abstracts have in common.
FIELDS = {
    "隔膜": ("H01M50/403", "s1", ("陶瓷涂层隔膜", "聚乙烯微孔膜", "耐热隔离膜"),
           ("提高耐热性", "降低收缩率", "防止短路"),
           "将基膜浸入浆料后烘干，孔隙均匀"),
    "电解液": ("H01M10/0567", "s2", ("含氟添加剂电解液", "低温电解液", "阻燃电解质"),
           ("拓宽工作温度", "抑制产气", "提高循环寿命"),
           "溶剂与锂盐按比例混合，加入成膜助剂"),
    "电机": ("H02K1/27", "s3", ("永磁同步电机转子", "扁线定子", "轮毂电机"),
           ("减小转矩脉动", "降低噪声", "改善散热"),
           "铁芯槽内嵌放绕组，磁钢呈V形排列"),
    "光伏": ("H01L31/0224", "s4", ("背接触太阳能电池", "叠瓦组件", "钙钛矿薄膜"),
           ("减少栅线遮挡", "提高转换效率", "便于量产"),
           "硅片表面钝化后印刷电极，经烧结成型"),
    "灌溉": ("A01G25/02", "s5", ("滴灌带", "果园喷灌器", "水肥一体机"),
           ("节约用水", "均匀施肥", "防止堵塞"),
           "管壁开设流道，水经滤网进入滴头"),
    "纺织": ("D01H5/72", "s6", ("细纱机牵伸器", "织机送经机构", "纺纱罗拉"),
           ("减少断头", "提高条干均匀度", "降低能耗"),
           "罗拉与胶辊对纱条加压，锭子带动筒管"),
}


#: Publication of every third patent: in the past, in the future, unknown.
DAYS = (date(2024, 1, 2), date(2199, 1, 2), None)


def patents() -> list[dict[str, Any]]:
    """54 patents: id, title, abstract, field, class, segment. The abstract begins by repeating the title."""
    rows: list[dict[str, Any]] = []
    for field, (symbol, segment, things, aims, common) in FIELDS.items():
        for thing, aim in product(things, aims):
            title = f"一种{thing}及其{aim}的方法"
            rows.append({
                "id": f"CN{100 + len(rows)}A", "title": title, "field": field, "class": symbol, "segment": segment,
                "abstract": f"本发明公开了{title}。{common}；所述{thing[-2:]}用于{aim[-3:]}，{aim[:2]}明显。",
            })
    return rows


def corpus_graph() -> Projection:
    """Patents of the corpus: each cites the one before it of its field; the institute 大学 holds those of the fields
    隔膜 and 电机, the firm 农机 the rest; two persons invented the first three together."""
    rows = patents()
    before = [(b, a) for a, b in pairwise(rows) if a["field"] == b["field"]]
    of = {row["id"]: "i:大学" if row["field"] in ("隔膜", "电机") else "e:农机" for row in rows}
    return graph_of(
        {
            "Patent": [{"id": row["id"], "status": "active" if n % 2 else "ended", "published_on": DAYS[n % 3]}
                       for n, row in enumerate(rows)],
            "TechClass": [{"id": field[0], "scheme": "IPC"} for field in FIELDS.values()],
            "Segment": [{"id": field[1], "name": name, "chain": "c"} for name, field in FIELDS.items()],
            "Chain": [{"id": "c", "name": "链"}],
            "Holder": [{"id": "i:大学"}, {"id": "e:农机"}, {"id": "p:甲"}, {"id": "p:乙"}],
            "Region": [{"id": "CN", "name": "中国", "level": "country"},
                       {"id": "370000", "name": "山东省", "level": "province", "parent": "CN"}],
            "Listing": [{"id": "l", "mode": "open_licence"}],
        },
        {
            "FILED": [{"source": holder, "target": patent} for patent, holder in of.items()],
            "CLASSIFIED_AS": [{"source": r["id"], "target": r["class"], "main": True} for r in rows],
            "SERVES": [{"source": r["id"], "target": r["segment"], "score": 1.0} for r in rows],
            "CITES": [{"source": a["id"], "target": b["id"]} for a, b in before],
            "INVENTED": [{"source": p, "target": r["id"]} for p in ("p:甲", "p:乙") for r in rows[:3]],
            "LOCATED_IN": [{"source": "e:农机", "target": "370000", "inferred": False}],
            "LISTS": [{"source": "l", "target": rows[0]["id"]}],
        },
    )


def texts() -> pa.Table:
    """What the statement project/texts gives of them."""
    rows = patents()
    return pa.table({
        "id": [r["id"] for r in rows], "title": [r["title"] for r in rows],
        "title_en": pa.nulls(len(rows), pa.string()), "abstract": [r["abstract"] for r in rows],
    })


def corpus_index(graph: Projection, home: Path) -> TextIndex:
    return open_texts(texts, graph.nodes["Patent"]["id"], graph.version, home)
