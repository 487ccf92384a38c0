"""Lists of technical needs as operation centres collect them: 技术需求清单, 技术难题征集表."""

from __future__ import annotations

from ipgraph.sources.drafts import DEMANDS
from ipgraph.sources.list_layout import ListLayout

#: Headings of lists that are read by nobody. Names and numbers of contacts are never taken over.
CONTACTS = (
    "联系人", "联系电话", "联系方式", "电话", "手机", "手机号", "手机号码", "邮箱", "电子邮箱", "联系人及电话",
    "联系人电话",
    "项目联系人", "需求联系人", "微信", "contact", "phone", "email",
)
ASIDE = ("序号", "备注", "填表人", "填报人", "填报日期", *CONTACTS)

DEMAND_LIST = ListLayout(
    "demand_list", "技术需求清单", "List of demands", "ipgraph template demands", DEMANDS,
    {
        "number": ("需求编号", "编号", "需求号", "难题编号", "项目编号"),
        "title": ("需求名称", "技术需求名称", "需求标题", "技术需求", "需求题目", "难题名称", "技术难题名称",
                  "项目名称", "需求项目名称"),
        "organisation": ("需求单位", "需求单位名称", "企业名称", "单位名称", "需求企业", "需求方", "提出单位",
                         "发布单位", "申报单位",
                         "所属单位"),
        "text": ("需求内容", "需求描述", "技术需求描述", "技术需求内容", "主要内容", "难题描述", "需求说明", "详细描述",
                 "需求简介"),
        "kind": ("需求类型", "需求类别", "合作方式", "类型"),
        "chain": ("产业链", "所属产业链", "产业链名称"),
        "segments": ("环节", "所属环节", "产业链环节", "链环节", "细分领域"),
        "region": ("地区", "所在地", "所属地区", "所属区县", "区县", "市县", "需求地区"),
        "budget": ("预算", "预算金额", "投入预算", "拟投入资金", "意向投入", "拟投入金额", "资金预算", "需求预算",
                   "经费预算"),
        "published_on": ("发布日期", "发布时间", "征集日期", "提出日期", "提交日期"),
        "deadline": ("截止日期", "截止时间", "有效期至", "解决期限", "期限"),
        "state": ("状态", "需求状态", "对接状态", "对接情况", "进展"),
    },
    needed=("title", "organisation"), amounts=("budget",), ignored=ASIDE,
)
