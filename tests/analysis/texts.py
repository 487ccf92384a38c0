"""A chain whose segments differ by what their patents talk of. Nothing here asserts.

Of each of three segments there are patents whose classes are told, so that rules placed them, and patents of which
nothing but the title is known; one segment has too few examples. Cookery is a field that no rule of the chain meets.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from factory import bundle_of, linked

from ipgraph.bundle import Bundle

CHAIN = "t:chain"
#: Segment: class that its rule names, and what its patents talk of.
SEGMENTS = {
    "cathode": ("H01M4/525", ("正极材料", "包覆层", "磷酸铁锂", "前驱体", "镍钴锰", "烧结", "比容量",
                              "cathode active material", "lithium nickel oxide", "positive electrode",
                              "coating of particles")),
    "separator": ("H01M50/40", ("隔膜", "孔隙率", "聚烯烃", "涂覆陶瓷", "微孔膜", "拉伸", "闭孔温度", "porous membrane",
                                "polyolefin separator", "ceramic coated film", "shutdown temperature")),
    "recycling": ("H01M10/54", ("废旧电池", "浸出液", "回收金属", "破碎分选", "萃取", "放电处理", "黑粉",
                                "leaching solution", "spent battery recycling", "recovered cobalt",
                                "shredding of scrap")),
}
FEW = ("rare", "C01B32/00", ("石墨烯", "层间剥离", "graphene flakes"))
COOKERY = ("A21D8/00", ("面团", "烤箱", "馅料", "发酵粉", "披萨饼", "奶酪", "dough", "pizza oven", "baking tray",
                        "cheese topping", "tomato sauce", "yeast"))
#: Texts of which only the title is known, by what they are about.
SILENT = {
    "CN190000001A": ("separator", "聚烯烃微孔膜隔膜的拉伸及孔隙率"),
    "US190000002A1": ("separator", "Porous membrane, polyolefin separator and ceramic coated film"),
    "CN190000003A": ("cathode", "磷酸铁锂正极材料的包覆层和烧结"),
    "US190000004A1": ("recycling", "Spent battery recycling with leaching solution and recovered cobalt"),
    "CN190000005A": ("", "披萨饼面团的烤箱"),
    "US190000006A1": ("", "Pizza oven with baking tray"),
    "US190000007A1": ("", "Method of knitting a woollen sock"),
    "CN190000008A": ("", "一种儿童雨伞"),
}


def text_bundle(folder: Path, examples: int = 45, more: dict[str, list[dict[str, Any]]] | None = None,
                german: int = 0) -> Bundle:
    """`examples` told patents a segment and twice as many of cookery, five of the rare segment, and the silent ones;
    `more` edges besides. `german` patents are told, all of cathodes, and twice as many are silent, none of cathodes."""
    chance = random.Random(7)
    patents, classes, serves = [], [], []

    def file(symbol: str, talk: tuple[str, ...], count: int, segment: str = "") -> None:
        for n in range(count):
            id = f"CN1{len(patents):08}A"
            language = [word for word in talk if word.isascii() == (n % 3 == 0)]
            words = [chance.choice(language) for _ in range(9)]
            gap = " and " if n % 3 == 0 else "及"
            patents.append({"id": id, "title": f"{gap.join(words[:3])} {n}",
                            "abstract": None if n % 4 == 0 else gap.join(words[3:])})
            classes.append((id, symbol))
            if segment:
                serves.append((id, segment))

    for segment, (symbol, talk) in SEGMENTS.items():
        file(symbol, talk, examples, segment)
    file(FEW[1], FEW[2], 5, FEW[0])
    file(*COOKERY, count=2 * examples)
    patents += [{"id": id, "title": title} for id, (_, title) in SILENT.items()]
    for n in range(german):
        patents.append({"id": f"DE{n:08}A1", "title": f"Verfahren zur Herstellung von Kathodenmaterial {n}"})
        classes.append((f"DE{n:08}A1", SEGMENTS["cathode"][0]))
        serves.append((f"DE{n:08}A1", "cathode"))
        patents += [{"id": f"DE{1000 + 2 * n + k:08}A1", "title": f"Verfahren zur Herstellung von {what} {n}"}
                    for k, what in enumerate(("Quarzglas", "Pflanzendünger"))]
    symbols = sorted({symbol for _, symbol in classes})
    return bundle_of(
        folder,
        {
            "Chain": [{"id": CHAIN, "name": "锂电池"}],
            "Segment": [{"id": id, "name": id, "number": str(n)} for n, id in enumerate((*SEGMENTS, FEW[0]), 1)],
            "Patent": patents, "TechClass": [{"id": symbol, "scheme": "IPC"} for symbol in symbols],
        },
        {
            "PART_OF.Segment.Chain": linked([(id, CHAIN) for id in (*SEGMENTS, FEW[0])]),
            "CLASSIFIED_AS.Patent.TechClass": linked(classes, main=True),
            "SERVES.Patent.Segment": [
                *linked(serves, score=1.0, basis="rule", rule="r", pattern="H01M*"), *(more or {}).get("SERVES", [])],
        },
    )
