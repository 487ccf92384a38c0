"""Colleges and departments of a university, which are no bodies of their own: they count as the university.

A college founded with a partner is one of its own (浙江大学城市学院, 南京大学金陵学院), and its name is made alike; so
only names of nothing but subjects are taken, and not those that such colleges like to bear. Hospitals, research
institutes and campuses stay themselves.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

SUBJECT = (
    "材料|化学|化工|机械|机电|电气|电子|电机|电力|信息|计算机|软件|自动化|控制|能源|动力|热能|环境|生态|生命|生物|基础医|临床医|医|药|中医|中药|"
    "农|林|水利|水电|土木|建筑|交通|汽车|车辆|航空|航天|航海|物理|数学|统计|力学|光电|光学|通信|网络|空间|人工智能|机器人|食品|纺织|服装|"
    "地质|地球|地理|矿业|冶金|石油|海洋|船舶|管理|经济|人文|外国语|艺术|设计|工程|科学|技术|基础|应用|先进|智能|制造|资源|遥感|测绘|园艺|园林|"
    "动物|植物|护理|公共卫生|口腔|兽医|微电子|集成电路|核|仪器|精密|安全|高分子|粉末|与|及|和|、"
)
#: Names that independent colleges bear as often as departments do.
OWN = (
    "^(?:(?:科学|工程|应用|经济|信息|农|林|生态|与|和)*(?:技术|科学)?(?:工程)?|信息工程|机电|机电工程|艺术设计|医药|中医药|人文|"
    "基础医学?)学院$"
)
PART = rf"^(?:(?:{SUBJECT})+学?(?:学院|系|学部)|(?:深圳)?(?:国际)?研究生院|\p{{Han}}*重点实验室)$"
UNIVERSITY = r"^(?P<university>\p{Han}{2,14}?大学)(?P<unit>\p{Han}+)$"


def university(keys: pa.Array) -> pa.Array:
    """The key of the university that a name is a part of, null where it is none.

    >>> university(pa.array(["浙江大学化学系", "浙江大学城市学院", "北京大学第三医院"])).to_pylist()
    ['浙江大学', None, None]
    """
    taken = pc.extract_regex(keys, UNIVERSITY)
    whole, unit = pc.struct_field(taken, "university"), pc.struct_field(taken, "unit")
    part = pc.and_(pc.match_substring_regex(unit, PART), pc.invert(pc.match_substring_regex(unit, OWN)))
    return pc.if_else(pc.fill_null(part, False), whole, pa.scalar(None, pa.string()))
