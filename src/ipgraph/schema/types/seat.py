"""Seats of institutions whose names begin with another place, or with none: well-known facts, by the beginning of the
name. 中山大学 is named after a man and stands in 广州."""

from __future__ import annotations

import pyarrow as pa

#: Region (GB/T 2260) → institutions. The longest beginning that fits a name counts.
SEATS = {
    "110000": "中国科学院大学 清华大学 中央民族大学 华北电力大学 北方工业大学 中国石油大学(北京) 中国地质大学(北京) "
              "中国矿业大学(北京)",
    "120000": "河北工业大学 南开大学 中国民航大学",
    "130200": "华北理工大学",
    "130300": "燕山大学 东北大学秦皇岛",
    "130600": "华北电力大学(保定)",
    "140100": "中北大学",
    "210100": "东北大学",
    "220100": "吉林大学 东北师范大学",
    "230100": "东北林业大学 东北农业大学",
    "310000": "同济大学 复旦大学 东华大学 华东理工大学 华东师范大学 第二军医大学 海军军医大学",
    "320100": "东南大学 河海大学 中国药科大学",
    "320200": "江南大学",
    "320300": "中国矿业大学",
    "340100": "中国科学技术大学",
    "350200": "集美大学 华侨大学厦门",
    "350500": "华侨大学",
    "360100": "华东交通大学",
    "360800": "井冈山大学",
    "370200": "中国石油大学(华东) 中国海洋大学",
    "370900": "泰山学院 泰山医学院",
    "371000": "哈尔滨工业大学(威海)",
    "410100": "中原工学院",
    "420100": "华中科技大学 华中农业大学 华中师范大学 中南民族大学 中国地质大学(武汉) 中国地质大学",
    "420500": "三峡大学",
    "421000": "长江大学",
    "430100": "中南大学 中南林业科技大学 国防科技大学 国防科学技术大学",
    "440100": "中山大学 华南理工大学 华南农业大学 华南师范大学 暨南大学 南方医科大学",
    "440300": "南方科技大学 哈尔滨工业大学(深圳) 哈尔滨工业大学深圳 香港中文大学(深圳) 清华大学深圳 北京大学深圳",
    "440400": "北京理工大学珠海 北京师范大学珠海 吉林大学珠海 中山大学附属第五医院",
    "440700": "五邑大学",
    "440800": "岭南师范学院",
    "500000": "西南大学 西南政法大学 第三军医大学 陆军军医大学",
    "510100": "西南交通大学 西南石油大学 西南民族大学 电子科技大学",
    "510700": "西南科技大学",
    "610100": "西北工业大学 西北大学 长安大学 第四军医大学 空军军医大学",
    "610400": "西北农林科技大学 西藏民族大学",
    "620100": "西北师范大学 西北民族大学",
    "659001": "石河子大学",
    "710000": "朝阳科技大学",
}
BEGINNINGS = {name: region for region, names in SEATS.items() for name in names.split()}
LONGEST = max(map(len, BEGINNINGS))


def seat(name: str) -> str | None:
    """Id of the region where an institution is known to stand; null where nothing is known.

    >>> seat("中山大学附属第一医院"), seat("吉林大学珠海学院"), seat("中山火炬职业技术学院")
    ('440100', '440400', None)
    """
    return next((BEGINNINGS[name[:n]] for n in range(LONGEST, 3, -1) if name[:n] in BEGINNINGS), None)


def seats(names: pa.Array) -> pa.Array:
    """`seat` of every name; called with names of institutions, never row by row of patents."""
    return pa.array([None if name is None else seat(name) for name in names.to_pylist()], pa.string())
