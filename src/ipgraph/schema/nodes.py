"""Every node kind, declared once."""

from __future__ import annotations

from ipgraph.schema.kinds import NodeKind, Property, Type

TEXT, TEXTS, DATE = Type.TEXT, Type.TEXTS, Type.DATE
INTEGER, NUMBER, FLAG = Type.INTEGER, Type.NUMBER, Type.FLAG

NAME = Property("name", TEXT, "名称", "Name", "Chinese name where there is one.", required=True)
NAME_EN = Property("name_en", TEXT, "英文名称", "English name")
ALIASES = Property("aliases", TEXTS, "别名", "Aliases", "Every other spelling seen in a source.")
COUNTRY = Property("country", TEXT, "国别", "Country", "ISO 3166-1 alpha-2 code of residence.")
ADDRESS = Property("address", TEXT, "地址", "Address")
BASIS = Property("kind_basis", TEXT, "类型依据", "Kind decided by", "The rule that made it this kind.")
TITLE = Property("title", TEXT, "标题", "Title", required=True)
CURRENCY = Property("currency", TEXT, "币种", "Currency", "ISO 4217 code.")
FEE_MODE = Property("fee_mode", TEXT, "付费方式", "Fee mode",
                    "free, zero_entry, lump_sum, instalments, milestones or royalty.")

ANALYSED = Property("analysed_on", DATE, "分析截至日期", "Analysed as of",
                    "Day of the data that the results stand for.")

CHAIN = NodeKind(
    "Chain", "产业链", "Industry chain", "An industry seen as segments that feed one another.", "#1f4e79",
    key="Classification and chain name, e.g. xinsanyang_2024:锂电池.",
    own=(NAME, NAME_EN, Property("title", TEXT, "分类体系", "Classification", "Document that defines it.")),
)
SEGMENT = NodeKind(
    "Segment", "链环节", "Chain segment", "One link of a chain: a step, material, part or service.", "#2e75b6",
    key="Classification and branch number, e.g. xinsanyang_2024:2.1.1.",
    own=(
        NAME, NAME_EN,
        Property("number", TEXT, "分支号", "Branch number", "Number in the classification."),
        Property("stage", TEXT, "阶段", "Stage", "upstream, midstream or downstream (上游, 中游, 下游)."),
    ),
    # The row of the gap board of the home country; docs/measures.md has the formulas.
    results=(
        Property("status", TEXT, "态势", "Standing", "优势, 弱链, 缺链, 断链风险 or 卡脖子候选."),
        Property("status_code", TEXT, "态势代码", "Code of the standing", "strong, weak, missing, fragile or choked."),
        Property("steady", FLAG, "状态稳健", "Steady", "The same whichever threshold moves by 20 %."),
        Property("evidence", TEXT, "数据依据", "Evidence", "none, thin or ok."),
        Property("patents", INTEGER, "专利数", "Patents", unit="patents"),
        Property("weighted", NUMBER, "质量加权专利", "Quality-weighted patents", unit="patent equivalents"),
        Property("rta", NUMBER, "相对优势", "Relative advantage"),
        Property("hhi", NUMBER, "集中度", "Concentration (HHI)", unit="0–1"),
        Property("cr4", NUMBER, "前四份额", "Top-four share", unit="0–1"),
        Property("foreign", NUMBER, "境外占比", "Foreign share", unit="0–1"),
        Property("value", NUMBER, "平均质量", "Mean quality", unit="0–1"),
        Property("gap", NUMBER, "差距", "Gap", unit="0–1"),
        Property("monopoly", NUMBER, "境外垄断度", "Foreign monopoly", unit="0–1"),
        Property("hardness", NUMBER, "突破难度", "Hardness"),
        Property("upstreamness", NUMBER, "上游度", "Upstreamness", unit="steps"),
        Property("cut", FLAG, "必经环节", "On every path"),
        Property("enterprises", INTEGER, "布局单位数", "Organisations working there", unit="organisations"),
        Property("products", INTEGER, "产品数", "Products", unit="products"),
        Property("supply_demand", TEXT, "供需", "Supply and demand", "Whether patents and industry go together."),
        Property("supply_demand_code", TEXT, "供需代码", "Code of supply and demand",
                 "unsupplied, patents_only, industry_only, both or neither."),
        ANALYSED,
    ),
)
PRODUCT = NodeKind(
    "Product", "产品", "Product", "A good or material that enterprises make or use.", "#bf9000",
    key="Cleaned product name.", own=(NAME, ALIASES),
)
TECH_CLASS = NodeKind(
    "TechClass", "技术分类", "Technology class", "A symbol of the IPC or CPC.", "#7f7f7f",
    key="Symbol in one spelling: H01M10/0525.",
    own=(
        Property("scheme", TEXT, "分类表", "Scheme", "IPC or CPC.", required=True),
        Property("level", TEXT, "层级", "Level", "section, class, subclass, group or subgroup."),
        Property("title_zh", TEXT, "中文类名", "Chinese title"),
        Property("title_en", TEXT, "英文类名", "English title"),
    ),
)
PATENT = NodeKind(
    "Patent", "专利", "Patent", "One published application or grant.", "#548235",
    key="Publication number in one spelling (CN112345678A), else the application number.",
    own=(
        Property("publication_number", TEXT, "公开(公告)号", "Publication number"),
        Property("application_number", TEXT, "申请号", "Application number", "Without check digit."),
        Property("title", TEXT, "标题", "Title", "In the language of the source."),
        Property("title_en", TEXT, "英文标题", "English title"),
        Property("abstract", TEXT, "摘要", "Abstract"),
        Property("office", TEXT, "受理局", "Office", "WIPO ST.3 code."),
        Property("patent_type", TEXT, "专利类型", "Patent type", "invention, utility or design."),
        Property("status", TEXT, "法律状态", "Legal status", "pending, active or ended."),
        Property("status_text", TEXT, "法律状态原文", "Legal status as given"),
        Property("filed_on", DATE, "申请日", "Filed on"),
        Property("published_on", DATE, "公开(公告)日", "Published on"),
        Property("granted_on", DATE, "授权公告日", "Granted on"),
        Property("origin", TEXT, "来源国", "Origin", "ISO country the invention comes from."),
        Property("origin_basis", TEXT, "来源国依据", "Origin decided by", "residence, priority or office."),
        Property("main_class", TEXT, "主分类号", "Main class"),
        Property("claims", INTEGER, "权利要求数量", "Claims", unit="claims"),
        Property("cited_by", INTEGER, "被引证次数", "Times cited", unit="citations"),
        Property("citing", INTEGER, "引证次数", "Documents cited", unit="citations"),
        Property("family", TEXT, "简单同族", "Simple family", "Least id of the publications of one invention."),
        Property("family_size", INTEGER, "简单同族数", "Simple family size", unit="publications"),
        Property("inventor_count", INTEGER, "发明人数量", "Inventors", unit="persons"),
    ),
    results=(
        Property("quality", NUMBER, "质量权重", "Quality", "Score tree of law, technology and economy.", unit="0–1"),
        Property("grade", TEXT, "质量等级", "Grade of quality", "A to D; empty where too little is known."),
        ANALYSED,
    ),
)
ENTERPRISE = NodeKind(
    "Enterprise", "企业", "Enterprise", "A firm that makes, files, owns or needs.", "#c55a11",
    key="Unified social credit code, else the cleaned name.",
    own=(
        NAME, NAME_EN, ALIASES, COUNTRY, ADDRESS, BASIS,
        Property("uscc", TEXT, "统一社会信用代码", "Unified social credit code"),
        Property("stock_code", TEXT, "证券代码", "Stock code", "Number and exchange: 600373.SH."),
        Property("listed_on", DATE, "上市日期", "Listed on"),
        Property("honours", TEXTS, "称号", "Honours",
                 "As lists name them: 小巨人, 单项冠军, 高新, 样板企业, 链主, 上市."),
    ),
)
INSTITUTION = NodeKind(
    "Institution", "高校院所", "Institution", "A university, institute, hospital or public body.", "#7030a0",
    key="Unified social credit code, else the cleaned name.",
    own=(NAME, NAME_EN, ALIASES, COUNTRY, ADDRESS, BASIS, Property("uscc", TEXT, "统一社会信用代码",
                                                                   "Unified social credit code")),
)
PERSON = NodeKind(
    "Person", "人员", "Person", "An inventor or applicant, told apart by organisation and co-inventors.", "#a5a5a5",
    key="Cleaned name @ organisation of the earliest patent; a further namesake has ~ and that patent's number.",
    own=(NAME, NAME_EN, ALIASES, COUNTRY, ADDRESS, BASIS),
)
TEAM = NodeKind(
    "Team", "科研团队", "Research team", "Inventors who invent together.", "#9e480e",
    key="Key of the leader's home # key of the leader.",
    own=(
        NAME,
        Property("leader", TEXT, "带头人", "Leader", "Id of the Person with most shared patents, counted 1/n."),
        Property("members", INTEGER, "成员数", "Members", unit="persons"),
        Property("patents", INTEGER, "专利数", "Patents", unit="patents"),
        Property("first_year", INTEGER, "起始年", "First year"),
        Property("last_year", INTEGER, "最近年", "Last year"),
        Property("words", TEXTS, "特征词", "Words", "Of its titles, more often than of other teams' titles."),
    ),
)
POOL = NodeKind(
    "Pool", "专利池", "Patent pool", "Patents licensed together under one programme.", "#00b0a0",
    key="Short name of the pool.",
    own=(NAME, NAME_EN, Property("administrator", TEXT, "管理人", "Administrator")),
)
DEAL = NodeKind(
    "Deal", "许可/转让/质押", "Deal", "A right in patents passed on: transferred, licensed, pledged or put in as "
    "equity.", "#c9366e",
    key="Record number, else mode, first patent, day and parties.",
    own=(
        Property("mode", TEXT, "方式", "Mode", "transfer, licence, open_licence, pledge or equity.", required=True),
        Property("licence_type", TEXT, "许可类型", "Licence type", "exclusive, sole, ordinary, cross or sub."),
        Property("record_number", TEXT, "备案号", "Record number", "As the office or market that recorded it gave it."),
        Property("signed_on", DATE, "合同签订日", "Signed on"),
        Property("recorded_on", DATE, "备案/登记生效日", "Recorded on", "The day from which it holds against others."),
        Property("since", DATE, "起始日", "Since"),
        Property("until", DATE, "截止日", "Until"),
        Property("ended_on", DATE, "提前终止日", "Ended on", "Where it ended before its term."),
        Property("amount", NUMBER, "金额", "Amount", unit="currency"),
        CURRENCY,
        FEE_MODE,
        Property("basis", TEXT, "依据", "Basis", "record, or event where only a word of legal status says so.",
                 required=True),
        Property("note", TEXT, "备注", "Note"),
    ),
)
STANDARD = NodeKind(
    "Standard", "标准", "Standard", "A technical standard that patents are declared essential to.", "#5b6b1f",
    key="Number or name in one spelling: IEEE 802.11AX.",
    own=(NAME, Property("body", TEXT, "标准组织", "Standards body")),
)
DEMAND = NodeKind(
    "Demand", "技术需求", "Demand", "A technical need that an organisation has made known.", "#3b8ea5",
    key="Number given to it, else key of the organisation # title.",
    own=(
        Property("number", TEXT, "需求编号", "Number", "As the list gives it."),
        TITLE,
        Property("text", TEXT, "需求内容", "Text", "What is needed, in the words of the source."),
        Property("kind", TEXT, "需求类型", "Kind", "As the source says: 技术攻关, 成果引进."),
        Property("region", TEXT, "地区", "Region", "Id of the Region."),
        Property("budget", NUMBER, "预算", "Budget", "Upper end of a range.", unit="currency"),
        CURRENCY,
        Property("budget_text", TEXT, "预算原文", "Budget as given"),
        Property("published_on", DATE, "发布日期", "Published on"),
        Property("deadline", DATE, "截止日期", "Deadline"),
        Property("state", TEXT, "状态", "State", "open, talks, matched, closed or withdrawn."),
    ),
)
LISTING = NodeKind(
    "Listing", "可转化专利入库", "Listing",
    "Patents on offer: declared for open licence, or in a bank of patents to be put to use.", "#6f8f2f",
    key="Number of the statement or entry, else mode, first patent and holders.",
    own=(
        Property("mode", TEXT, "入库方式", "Mode", "open_licence or convertible.", required=True),
        Property("number", TEXT, "声明编号", "Number", "Of the open licence statement or the entry."),
        Property("fee", NUMBER, "费用", "Fee", "Upper end of a range; fee_text says for what.", unit="currency"),
        CURRENCY,
        Property("fee_text", TEXT, "费用原文", "Fee as given"),
        FEE_MODE,
        Property("grade", TEXT, "等级", "Grade", "As the list gives it."),
        Property("category", TEXT, "类别", "Category", "As the list gives it."),
        Property("since", DATE, "起始日", "Since"),
        Property("until", DATE, "截止日", "Until"),
    ),
)
EVALUATION = NodeKind(
    "Evaluation", "评价", "Evaluation", "What an owner or an enterprise thinks of the use of a patent.", "#8a6d3b",
    key="Number given to it, else patent, side, who gave it and day.",
    own=(
        Property("number", TEXT, "评价编号", "Number"),
        Property("side", TEXT, "评价方", "Side", "owner (高校院所自评) or enterprise (企业评价).", required=True),
        Property("score", NUMBER, "得分", "Score", "On the scale beside it.", unit="points"),
        Property("scale", NUMBER, "满分", "Scale", "The best score there is; null where the list does not say.",
                 unit="points"),
        Property("grade", TEXT, "等级", "Grade", "As the list gives it."),
        Property("evaluated_on", DATE, "评价日期", "Evaluated on"),
        Property("conclusion", TEXT, "评价结论", "Conclusion", "In the words of the source."),
    ),
)
REGION = NodeKind(
    "Region", "地区", "Region", "A country, province, city or county.", "#8faadc",
    key="GB/T 2260 code (370000), else the ISO 3166-1 code of a country.",
    own=(NAME, NAME_EN, Property("level", TEXT, "层级", "Level", "country, province, city or county.")),
)

NODE_KINDS = (CHAIN, SEGMENT, PRODUCT, TECH_CLASS, PATENT, ENTERPRISE, INSTITUTION, PERSON, TEAM, POOL,
              DEAL, STANDARD, DEMAND, LISTING, EVALUATION, REGION)
#: Kinds that can hold a patent.
HOLDERS = (ENTERPRISE, INSTITUTION, PERSON)
#: Kinds that are organisations.
ORGANISATIONS = (ENTERPRISE, INSTITUTION)
