"""Lists of patents on offer: declared for open licence, or in a bank of patents that are to be put to use."""

from __future__ import annotations

from ipgraph.sources.drafts import LISTINGS
from ipgraph.sources.list_layout import ListLayout
from ipgraph_loaders.demand_list import ASIDE

NUMBERS = ("专利号", "专利号/申请号", "申请号/专利号", "申请号", "专利申请号", "公开(公告)号", "授权公告号", "专利编号")
HOLDERS = ("专利权人", "权利人", "申请(专利权)人", "专利权人名称", "许可人", "持有单位", "所属单位", "申请人")
TITLES = ("专利名称", "发明名称", "发明创造名称", "名称")
#: What such lists also say of a patent is taken from lists of patents alone.
OF_PATENTS = ("专利类型", "发明人", "申请日", "授权公告日", "授权日", "IPC分类号", "主分类号",
          "法律状态", "摘要")
FEE_MODE = ("付费方式", "支付方式", "许可使用费支付方式", "费用支付方式", "收费方式")
SHARED = {
    "fee_mode": FEE_MODE,
    "grade": ("等级", "专利等级", "分级", "评级", "价值等级", "星级"),
    "category": ("类别", "分类", "技术领域", "所属领域", "产业领域", "专利类别"),
}

OPEN_LICENCE_LIST = ListLayout(
    "open_licence_list", "开放许可清单", "List of open licences", "ipgraph template open_licences", LISTINGS,
    {
        "numbers": NUMBERS,
        "holders": HOLDERS,
        "fee": ("许可使用费", "许可费", "开放许可使用费", "许可使用费标准", "许可费标准", "许可使用费支付标准",
                "许可使用费支付方式和标准",
                "许可使用费支付标准和方式", "费用", "许可费用"),
        "number": ("声明编号", "开放许可声明编号", "声明号", "开放许可编号", "编号"),
        **SHARED,
        "since": ("许可起始日", "生效日", "开放许可生效日", "声明日期", "公告日期", "开放许可公告日", "许可开始日期",
                  "起始日"),
        "until": ("许可期限届满日", "许可届满日", "许可期限", "有效期至", "许可截止日", "许可结束日期", "截止日"),
    },
    needed=("numbers", "holders", "fee"), amounts=("fee",), constants={"mode": "open_licence"}, titles=TITLES,
    ignored=(*ASIDE, *OF_PATENTS),
)
CONVERTIBLE_LIST = ListLayout(
    "convertible_list", "可转化专利资源库", "Bank of convertible patents", "ipgraph template convertible", LISTINGS,
    {
        "numbers": NUMBERS,
        "holders": HOLDERS,
        "since": ("入库日期", "入库时间", "入库日"),
        "number": ("入库编号", "资源库编号", "编号"),
        "fee": ("预期价格", "意向价格", "拟转让价格", "转让价格", "拟许可费用", "意向金额", "价格", "费用"),
        **SHARED,
        "until": ("有效期至", "出库日期", "截止日"),
    },
    needed=("numbers", "holders", "since"), amounts=("fee",), constants={"mode": "convertible"}, ignored=(
        "转化方式", "拟转化方式", *ASIDE, *OF_PATENTS), titles=TITLES,
)
