"""Lists of rights passed on: our own, and the records of licences, transfers and pledges as offices and markets keep
them, where the parties' headings say which it is."""

from __future__ import annotations

from ipgraph.sources.drafts import DEALS
from ipgraph.sources.list_layout import ListLayout
from ipgraph_loaders.demand_list import ASIDE
from ipgraph_loaders.patent_offers import NUMBERS, OF_PATENTS, TITLES

ASIDE_TOO = tuple(name for name in (*ASIDE, *OF_PATENTS, "合同名称", "合同类型", "专利权人") if name != "备注")
COLUMNS = {
    "licence_type": ("许可类型", "许可种类", "许可方式"),
    "record_number": ("备案号", "登记号", "合同备案号", "许可合同备案号", "合同登记号", "登记编号", "质押登记号",
                      "合同编号", "备案编号"),
    "signed_on": ("合同签订日", "签订日期", "签约日期", "合同签订日期", "合同签订时间"),
    "recorded_on": ("备案/登记生效日", "备案日期", "登记日期", "生效日期", "备案日", "登记日", "登记生效日",
                    "变更生效日", "公告日"),
    "since": ("起始日", "许可起始日", "合同履行起始日", "质押起始日", "期限起", "开始日期"),
    "until": ("截止日", "许可截止日", "合同履行截止日", "质押截止日", "期限止", "结束日期", "有效期至"),
    "ended_on": ("提前终止日", "注销日", "注销日期", "解除日期", "终止日期", "质押注销日"),
    "amount": ("金额", "合同金额", "合同成交总额", "成交金额", "许可费", "许可金额", "转让金额", "转让费", "质押金额",
               "债务金额",
               "贷款金额", "融资金额"),
    "currency": ("币种",),
    "fee_mode": ("付费方式", "支付方式", "计价方式"),
    "note": ("备注", "说明"),
}
GRANTORS, GRANTEES = "转让人/许可人/出质人", "受让人/被许可人/质权人"


def records(layout: str, zh: str, en: str, mode: str, grantors: tuple[str, ...], grantees: tuple[str,
            ...]) -> ListLayout:
    """The records of one sort of deal, known by the headings of its parties."""
    return ListLayout(
        layout, zh, en, "各地登记备案台账 records of offices and markets", DEALS,
        {"numbers": NUMBERS, "grantors": grantors, "grantees": grantees, **COLUMNS},
        needed=("numbers", "grantors", "grantees"), amounts=("amount",), constants={"mode": mode}, titles=TITLES,
        ignored=ASIDE_TOO,
    )


IPGRAPH_DEALS = ListLayout(
    "ipgraph_deals", "许可转让质押表", "List of deals", "ipgraph template deals", DEALS,
    {
        "mode": ("方式", "交易方式", "运营方式", "转化方式", "类型", "合同类型"), "numbers": NUMBERS,
        "grantors": (GRANTORS, "让与人", "让与方", "卖方", "转让方", "许可方", "甲方"),
        "grantees": (GRANTEES, "受让方", "被许可方", "买方", "乙方"), **COLUMNS,
    },
    needed=("mode", "numbers"), amounts=("amount",), titles=TITLES,
    ignored=tuple(name for name in ASIDE_TOO if name != "合同类型"),
)
LICENCE_RECORDS = records(
    "licence_records", "专利许可备案台账", "Records of licences", "licence", ("许可人", "许可方", "让与人"),
    ("被许可人", "被许可方", "受让人"))
PLEDGE_RECORDS = records(
    "pledge_records", "专利质押登记台账", "Records of pledges", "pledge", ("出质人", "出质方"),
    ("质权人", "质权方", "质押银行", "银行"))
TRANSFER_RECORDS = records(
    "transfer_records", "专利转让台账", "Records of transfers", "transfer", ("转让人", "转让方", "变更前权利人",
    "卖方"),
    ("受让人", "受让方", "变更后权利人", "买方"))
