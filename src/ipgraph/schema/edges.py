"""Every edge kind, declared once; the arrow stands above each."""

from __future__ import annotations

from itertools import product

from ipgraph.schema.kinds import EdgeKind, NodeKind, Property, Type
from ipgraph.schema.nodes import (
    CHAIN,
    DEAL,
    DEMAND,
    ENTERPRISE,
    EVALUATION,
    HOLDERS,
    LISTING,
    ORGANISATIONS,
    PATENT,
    PERSON,
    POOL,
    PRODUCT,
    REGION,
    SEGMENT,
    STANDARD,
    TEAM,
    TECH_CLASS,
)

TEXT, TEXTS, NUMBER = Type.TEXT, Type.TEXTS, Type.NUMBER
INTEGER, FLAG, DATE = Type.INTEGER, Type.FLAG, Type.DATE


def between(starts: tuple[NodeKind, ...], ends: tuple[NodeKind, ...]) -> tuple[tuple[NodeKind, NodeKind], ...]:
    """Every start with every end."""
    return tuple(product(starts, ends))


REASON = Property("reason", TEXT, "理由", "Reason", "One line that says why.")
ORDER = Property("position", INTEGER, "次序", "Position", "1 for the first named.")

# (:Segment)-[:PART_OF]->(:Chain), a part to the whole it belongs to
PART_OF = EdgeKind(
    "PART_OF", "属于", "Part of", "A part and the whole next above it.",
    ((SEGMENT, CHAIN), (SEGMENT, SEGMENT), (TECH_CLASS, TECH_CLASS), (REGION, REGION)),
)
# (:Segment)-[:FEEDS]->(:Segment), upstream to downstream
FEEDS = EdgeKind(
    "FEEDS", "供给", "Feeds", "Output of one segment is input of the next.",
    ((SEGMENT, SEGMENT),), (REASON,),
)
# (:Segment)-[:COVERS]->(:TechClass)
COVERS = EdgeKind(
    "COVERS", "涵盖", "Covers", "A segment's rule names this class.", ((SEGMENT, TECH_CLASS),),
    (
        Property("patterns", TEXTS, "分类模式", "Patterns", "IPC patterns as the rules write them.", required=True),
        Property("rules", TEXTS, "规则", "Rules", "The rules that name it.", required=True),
    ),
)
# (:Product)-[:USED_IN]->(:Product), material to what is made of it
USED_IN = EdgeKind("USED_IN", "用于", "Used in", "A material or part and what is made of it.", ((PRODUCT, PRODUCT),))
# (:Product)-[:KIND_OF]->(:Product)
KIND_OF = EdgeKind(
    "KIND_OF", "细分于", "Kind of", "A product and the wider product it is a sort of.",
    ((PRODUCT, PRODUCT),),
)
# (:Product)-[:BELONGS_TO]->(:Segment)
BELONGS_TO = EdgeKind(
    "BELONGS_TO", "归属环节", "Belongs to", "A product and the segment that makes it.",
    ((PRODUCT, SEGMENT),),
)
# (:Enterprise)-[:OPERATES_IN]->(:Segment)
OPERATES_IN = EdgeKind("OPERATES_IN", "布局于", "Operates in", "An organisation works in the segment.",
                       between(ORGANISATIONS, (SEGMENT,)))
# (:Enterprise)-[:MAKES]->(:Product)
MAKES = EdgeKind("MAKES", "生产", "Makes", "An enterprise sells the product.", ((ENTERPRISE, PRODUCT),),
                 (Property("share", NUMBER, "营收占比", "Share of revenue", unit="0–1"),))
# (:Enterprise)-[:FILED]->(:Patent)
FILED = EdgeKind(
    "FILED", "申请", "Filed", "The applicant named on the publication.",
    between(HOLDERS, (PATENT,)), (ORDER,),
)
# (:Enterprise)-[:OWNS]->(:Patent)
OWNS = EdgeKind(
    "OWNS", "拥有", "Owns", "An owner of record, of today or of the past, where a source names one.",
    between(HOLDERS, (PATENT,)),
    (
        ORDER,
        Property("current", FLAG, "现权利人", "Current", "False for an owner of the past.", required=True),
        Property("since", DATE, "起始日", "Since", "Day of the transfer that made it the owner."),
        Property("until", DATE, "截止日", "Until", "Day of the transfer away; null where unknown, too."),
    ),
)
# (:Person)-[:INVENTED]->(:Patent)
INVENTED = EdgeKind(
    "INVENTED", "发明", "Invented", "The inventor named on the publication.",
    ((PERSON, PATENT),), (ORDER,),
)
# (:Patent)-[:CLASSIFIED_AS]->(:TechClass)
CLASSIFIED_AS = EdgeKind(
    "CLASSIFIED_AS", "分类为", "Classified as", "A class given by an office.", ((PATENT, TECH_CLASS),),
    (Property("main", FLAG, "主分类", "Main class", required=True),),
)
# (:Patent)-[:CITES]->(:Patent)
CITES = EdgeKind("CITES", "引用", "Cites", "The citing document and the cited one.", ((PATENT, PATENT),),
                 (
                     Property("citers", TEXTS, "引用提出方", "Who cited",
                              "examiner, applicant, search, opponent or third_party; several where several did."),
                     Property("categories", TEXTS, "引用类别", "Categories", "X, Y, A … of search reports (ST.14)."),
                 ))
# (:Patent)-[:SERVES]->(:Segment)
SERVES = EdgeKind(
    "SERVES", "服务于", "Serves", "Derived: the segment whose rule the patent meets, or that its text speaks for.",
    ((PATENT, SEGMENT),),
    (
        Property("score", NUMBER, "匹配度", "Score",
                 "By rule: 1 own keyword or full cover, 0.5 shared keyword or part; by text: its probability.",
                 unit="0–1", required=True),
        Property("basis", TEXT, "依据", "Basis", "rule or text.", required=True),
        Property("rule", TEXT, "命中规则", "Rule", "The rule that fired; null where the text decided."),
        Property("pattern", TEXT, "命中分类", "Pattern", "The IPC pattern that matched."),
        Property("words", TEXTS, "命中关键词", "Words", "The keywords found; by text what speaks most for it."),
    ),
)
# (:Person)-[:MEMBER_OF]->(:Team)
MEMBER_OF = EdgeKind(
    "MEMBER_OF", "成员", "Member of", "An inventor and the team.", ((PERSON, TEAM),),
    (
        Property("role", TEXT, "角色", "Role", "core or fringe.", required=True),
        Property("patents", INTEGER, "专利数", "Patents", unit="patents"),
    ),
)
# (:Team)-[:WORKS_AT]->(:Institution)
WORKS_AT = EdgeKind("WORKS_AT", "任职于", "Works at", "A team and a home of it.", between((TEAM,), ORGANISATIONS))
# (:Enterprise)-[:GRANTS]->(:Deal)
GRANTS = EdgeKind("GRANTS", "让与", "Grants", "Who passes on the right: assignor, licensor or pledgor.",
                  between(HOLDERS, (DEAL,)))
# (:Enterprise)-[:RECEIVES]->(:Deal)
RECEIVES = EdgeKind("RECEIVES", "受让", "Receives", "Who receives the right: assignee, licensee or pledgee.",
                    between(HOLDERS, (DEAL,)))
# (:Deal)-[:CONCERNS]->(:Patent)
CONCERNS = EdgeKind("CONCERNS", "标的", "Concerns", "A deal and a patent that it is about.", ((DEAL, PATENT),))
# (:Patent)-[:DECLARED_FOR]->(:Standard)
DECLARED_FOR = EdgeKind(
    "DECLARED_FOR", "声明必要", "Declared for", "Declared essential to the standard; declared, not examined.",
    ((PATENT, STANDARD),),
    (
        Property("declared_on", DATE, "声明日", "Declared on", "The first of several."),
        Property("declarants", TEXTS, "声明人", "Declarants", "As the declaration names them."),
    ),
)
# (:Patent)-[:IN_POOL]->(:Pool)
IN_POOL = EdgeKind(
    "IN_POOL", "入池", "In pool", "The patent is on the pool's list.", ((PATENT, POOL),),
    (
        Property("countries", TEXTS, "国别", "Countries", "Where the listed number is in force."),
        Property("profiles", TEXTS, "范围", "Profiles", "Part of the standard."),
    ),
)
# (:Enterprise)-[:LICENSES_INTO]->(:Pool)
LICENSES_INTO = EdgeKind("LICENSES_INTO", "许可入池", "Licenses into", "A licensor of the pool.",
                         between(ORGANISATIONS, (POOL,)),
                         (Property("patents", INTEGER, "专利数", "Patents", unit="patents"),))
# (:Enterprise)-[:SEEKS]->(:Demand)
SEEKS = EdgeKind("SEEKS", "提出需求", "Seeks", "Who made the demand known.", between(ORGANISATIONS, (DEMAND,)))
# (:Demand)-[:ABOUT]->(:Segment)
ABOUT = EdgeKind("ABOUT", "关于环节", "About", "A demand and the segment that its list names.", ((DEMAND, SEGMENT),))
# (:Enterprise)-[:OFFERS]->(:Listing)
OFFERS = EdgeKind("OFFERS", "发布入库", "Offers", "Who offers the patents listed.", between(HOLDERS, (LISTING,)))
# (:Listing)-[:LISTS]->(:Patent)
LISTS = EdgeKind("LISTS", "入库专利", "Lists", "A listing and a patent on offer.", ((LISTING, PATENT),))
# (:Evaluation)-[:EVALUATES]->(:Patent)
EVALUATES = EdgeKind("EVALUATES", "评价专利", "Evaluates", "An evaluation and its patent.", ((EVALUATION, PATENT),))
# (:Evaluation)-[:GIVEN_BY]->(:Enterprise)
GIVEN_BY = EdgeKind("GIVEN_BY", "评价人", "Given by", "An evaluation and who gave it.",
                    between((EVALUATION,), ORGANISATIONS))
# (:Enterprise)-[:LOCATED_IN]->(:Region)
LOCATED_IN = EdgeKind(
    "LOCATED_IN", "位于", "Located in", "Where the holder is.", between(HOLDERS, (REGION,)),
    (Property("inferred", FLAG, "推定", "Inferred", "From the name, not from the address.", required=True),),
)
# (:Enterprise)-[:SUBSIDIARY_OF]->(:Enterprise), a firm to its parent
SUBSIDIARY_OF = EdgeKind(
    "SUBSIDIARY_OF", "隶属集团", "Subsidiary of", "A source says that the one belongs to the other's group.",
    between(ORGANISATIONS, ORGANISATIONS),
    (
        Property("share", NUMBER, "持股比例", "Share", "What the parent holds, where a source says so.", unit="0–1"),
        Property("since", DATE, "起始日", "Since"), Property("until", DATE, "截止日", "Until"),
    ),
)

EDGE_KINDS = (
    PART_OF, FEEDS, COVERS, USED_IN, KIND_OF, BELONGS_TO, OPERATES_IN, MAKES, FILED, OWNS, INVENTED, CLASSIFIED_AS,
    CITES, SERVES, MEMBER_OF, WORKS_AT, GRANTS, RECEIVES, CONCERNS, DECLARED_FOR, IN_POOL, LICENSES_INTO, SEEKS, ABOUT,
    OFFERS, LISTS, EVALUATES, GIVEN_BY, LOCATED_IN, SUBSIDIARY_OF,
)
