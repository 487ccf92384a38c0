"""How near a heading comes to a draft column: by all spellings that layouts know, by words, by shortened words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from ipgraph.sources.detect import layouts
from ipgraph.sources.drafts import DRAFTS, Draft
from ipgraph.sources.loader import spellings
from ipgraph.sources.patent_layout import PatentLayout
from ipgraph.sources.sheet import normal

#: Spellings that no layout has, but people use.
SPELLINGS: dict[str, dict[str, str]] = {
    "patents": {
        "publication_number": "publication number|patent number|document number|basic patent number|grant number|"
                              "公开号|公告号|专利号|专利号码|文献号|公开公告号|授权公告号|公開番号|文献番号|特許番号",
        "application_number": "application number|filing number|serial number|申请号|专利申请号|专利号|"
                              "专利号码|出願番号",
        "title": "title|invention title|patent title|invention name|名称|专利名称|发明名称|题名|专利题目|"
                 "成果名称|発明の名称",
        "title_en": "english title|title english|title translated|DWPI title|英文标题|英文名称",
        "abstract": "abstract|summary|description|novelty|摘要|摘要内容|技术简介",
        "applicants": "applicant|applicants|assignee|original assignee|standardized assignee|applicant names|company|"
                      "owner names|申请人|专利权人|申请单位|单位名称|申请人名称",
        "owners": "current owner|current assignee|owner|ultimate parent|proprietor|当前权利人|现权利人|权利人",
        "inventors": "inventor|inventors|inventor names|发明人|设计人|发明(设计)人|发明人姓名|発明者",
        "filed_on": "application date|filing date|date filed|申请日|申请日期|申请时间|提交日|递交日|出願日",
        "published_on": "publication date|date published|公开日|公告日|公开日期|公布日|公知日|公開日",
        "granted_on": "grant date|issue date|date of grant|授权日|授权日期|授权公告日",
        "ipc": "ipc|ipc codes|ipc classes|international classification|int cl|IPC分类号|国际分类号|分类号",
        "cpc": "cpc|cpc codes|cooperative classification|CPC分类号",
        "main_class": "main ipc|main class|first ipc|主分类号|IPC主分类|主分类",
        "patent_type": "patent type|type|kind of patent|专利类型|类型",
        "status": "legal status|status|dead alive|法律状态|状态|有效性|专利状态|有效状态",
        "address": "address|applicant address|assignee address|地址|申请人地址|联系地址",
        "residence": "country|applicant country|assignee country|国别|申请人国家|国家",
        "priorities": "priority|priority number|priority data|优先权|优先权号",
        "claims": "claims count|number of claims|权利要求数|权利要求数量",
        "cited_by": "cited by|count of citing patents|times cited|forward citations|被引次数|被引用次数|被引证次数",
        "citing": "references|count of cited refs|backward citations|引用次数|引证次数",
        "family": "family id|family number|accession number|同族号|同族编号|入藏号",
        "family_size": "family size|count of family members|同族数|同族数量",
        "family_members": "family members|simple family members|同族专利|同族成员",
        "inventor_count": "number of inventors|inventor count|发明人数|发明人数量",
    },
    "organisations": {
        "name": "name|company|company name|organisation|enterprise|enterprise name|"
                "名称|企业名称|单位名称|公司名称|机构名称|企业全称|法人名称",
        "name_en": "english name|英文名称|英文名",
        "uscc": "unified social credit code|credit code|统一社会信用代码|信用代码",
        "stock_code": "stock code|ticker|证券代码|股票代码", "address": "address|地址|注册地址|住所|通讯地址",
        "region": "region|province|city|市县|区县|地区|所在地|省份|城市|所属地区|行政区|行政区划|所属区域",
        "listed_on": "listing date|上市日期",
        "country": "country|国家|国别", "aliases": "aliases|short name|former names|别名|简称|曾用名",
        "kind": "kind|type|单位性质|机构类型", "flags": "flags|honours|titles|标签|资质|荣誉|称号",
    },
    "citations": {
        "citing": "citing|citing patent|citing number|引用方|施引专利|引证专利号",
        "cited": "cited|cited patent|被引方|被引专利",
        "citer": "citation category|cited by|origin|引用提出方|引用来源",
        "category": "category|citation type|引用类别|引证类别",
        "by_examiner": "examiner|cited by examiner|审查员引用",
    },
    "deals": {
        "mode": "mode|deal type|transaction type|交易类型|交易方式|转化方式|运用方式|合同类型|转让或许可",
        "numbers": "patent number|application number|publication number|专利号|申请号|公开号|专利号/申请号|涉及专利",
        "grantors": "transferor|licensor|seller|pledgor|许可方/转让方|转让方|转让人|许可方|许可人|出让方|出质人|甲方",
        "grantees": "transferee|licensee|buyer|pledgee|被许可方/受让方|受让方|受让人|被许可方|被许可人|质权人|乙方",
        "signed_on": "signed on|date of contract|签订日期|合同签订日|签约日期|成交时间|成交日期|交易日期",
        "recorded_on": "recorded on|record date|备案日期|登记日期|备案日|登记日",
        "record_number": "record number|contract number|备案号|合同备案号|登记号|合同编号",
        "amount": "amount|price|consideration|金额|合同金额|成交金额|成交价|价格|交易金额|许可费",
        "currency": "currency|币种", "licence_type": "licence type|license type|许可种类|许可类型|许可方式",
        "since": "start date|effective date|生效日期|起始日期|许可开始日期",
        "until": "end date|expiry date|终止日期|截止日期|到期日|许可期限至", "note": "note|remarks|备注|说明",
    },
    "demands": {
        "title": "title|demand|need|需求名称|需求标题|技术需求名称|技术需求|需求", "number": "number|需求编号|编号",
        "organisation": "organisation|company|企业名称|需求单位|提出单位|单位名称|需求方",
        "text": "text|description|details|需求内容|需求描述|需求详情|技术指标", "kind": "kind|type|需求类型|需求类别",
        "region": "region|city|地区|所在地|所属地区", "budget": "budget|预算|投入预算|拟投入资金|意向金额",
        "published_on": "published on|发布日期|征集日期|提出日期", "deadline": "deadline|截止日期|有效期至",
        "state": "state|status|状态|需求状态", "chain": "chain|产业链|所属产业链",
        "segments": "segments|segment|环节|链环节|所属环节",
    },
}
#: Ends so many headings that it says nothing by itself: 环节名称 is not the name of an organisation.
GENERIC = ("名称",)
SHORT = {"no": "number", "nr": "number", "num": "number", "#": "number", "dt": "date", "cnt": "count", "ttl": "title",
         "abs": "abstract", "pat": "patent", "lang": "language", "asgn": "assignee", "assg": "assignee",
         "inv": "inventor",
         "ref": "reference"}


@cache
def known(draft: str) -> dict[str, tuple[str, ...]]:
    """Draft column → all spellings, of layouts and of people."""
    names: dict[str, dict[str, None]] = {
        column: dict.fromkeys([column.replace("_", " "), *text.split("|")])
        for column, text in SPELLINGS.get(draft, {}).items()
    }
    for loader in layouts():
        if isinstance(loader, PatentLayout) and draft == "patents":
            for heading, column in (*loader.required.items(), *loader.optional.items()):
                names.setdefault(column, {}).update(dict.fromkeys(spellings(heading)))
    columns = every(DRAFTS[draft])
    return {column: tuple(names.get(column, {column.replace("_", " "): None})) for column in columns}


def every(draft: Draft) -> tuple[str, ...]:
    return (*draft.required, *draft.texts, *draft.lists)


def nearness(heading: str, draft: str) -> dict[str, float]:
    """0 to 1 for each column of the draft: how near its nearest spelling comes."""
    return {column: max(likeness(heading, name) for name in names) for column, names in known(draft).items()}


@cache
def likeness(one: str, other: str) -> float:
    """1 for the same heading, else the greater of how alike the letters and the words are.

    >>> likeness("公开（公告）号", "公开(公告)号"), likeness("Appl. No.", "Application Number") > 0.8
    (1.0, True)
    >>> likeness("Publication Date", "Publication Number") < 0.7, likeness("有效状态", "状态")
    (True, 0.8)
    """
    a, b = normal(one), normal(other)
    if a == b:
        return 1.0
    letters = SequenceMatcher(None, a, b, autojunk=False).ratio()
    left, right = words(one), words(other)
    if not left or not right:
        inside = len(b) > 1 and b in a and not b.isascii() and b not in GENERIC
        return max(0.9 * letters, 0.65 + 0.3 * len(b) / len(a) if inside else 0.0)
    pairs = sum(any(same(word, each) for each in right) for word in left)
    shared = 2 * pairs / (len(left) + len(right)) if pairs <= len(right) else 2 * len(right) / (len(left) + len(right))
    return max(0.9 * letters if not (left and right) or shared else 0.6 * letters, 0.95 * shared)


def words(heading: str) -> tuple[str, ...]:
    """Latin words of a heading, shortened ones written out."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return tuple(SHORT.get(word, word) for word in re.findall(r"[a-z]+|#", parted.casefold()) if word not in ("of",
    "the"))


def same(word: str, other: str) -> bool:
    """True for equal words, plurals, and a word cut short to three letters or more."""
    short, long = sorted((word.removesuffix("s"), other.removesuffix("s")), key=len)
    return short == long or (len(short) >= 3 and long.startswith(short))
