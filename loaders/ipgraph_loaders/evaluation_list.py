"""Evaluations of patents by their owners and by enterprises: 校企评价表."""

from __future__ import annotations

from ipgraph.sources.drafts import EVALUATIONS
from ipgraph.sources.list_layout import ListLayout
from ipgraph_loaders.demand_list import ASIDE
from ipgraph_loaders.patent_offers import HOLDERS, NUMBERS, OF_PATENTS, TITLES

EVALUATION_LIST = ListLayout(
    "evaluation_list", "校企评价表", "List of evaluations", "ipgraph template evaluations", EVALUATIONS,
    {
        "numbers": NUMBERS,
        "side": ("评价方", "评价类型", "评价主体类型", "评价主体", "评价类别"),
        "giver": ("评价单位", "评价人单位", "评价机构", "评价企业", "企业名称", "单位名称"),
        "score": ("得分", "评分", "综合得分", "总分", "评价得分", "分值"),
        "scale": ("满分", "总分值", "分制"),
        "grade": ("等级", "评价等级", "产业化前景", "评级"),
        "evaluated_on": ("评价日期", "评价时间", "评定日期"),
        "conclusion": ("评价结论", "结论", "评价意见", "意见"),
        "number": ("评价编号", "编号"),
    },
    needed=("numbers", "side"), titles=TITLES, ignored=(*ASIDE, *OF_PATENTS, *HOLDERS),
)
