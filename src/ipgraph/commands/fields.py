"""What the fields of refused rows are called: the names of draft columns in words."""

from __future__ import annotations

from ipgraph.schema import EDGES, NODES

__all__ = ["FIELDS", "field_name"]

#: Fields that no property of the schema is named after, or properties of several kinds that do not mean the same.
OWN = {
    "applicants": ("申请人", "Applicants"), "by_examiner": ("审查员引证", "By the examiner"),
    "chain": ("产业链", "Chain"), "cited": ("被引证文献", "Cited document"), "citer": ("引证来源", "Who cited"),
    "citing": ("引证", "Citing"), "controller": ("控制人", "Controller"), "cpc": ("CPC 分类号", "CPC symbols"),
    "declarant": ("声明人", "Declarant"), "end": ("下游环节", "Segment fed"), "events": ("法律事件", "Legal events"),
    "exclusions": ("排除分类", "Classes left out"), "family_members": ("同族专利", "Family members"),
    "flags": ("称号", "Honours"), "giver": ("许可人/转让人/出质人", "Giver"),
    "grantees": ("受让人/被许可人", "Receivers"), "grantors": ("转让人/许可人", "Givers"),
    "holders": ("权利人", "Holders"), "inventors": ("发明人", "Inventors"), "ipc": ("IPC 分类号", "IPC symbols"),
    "keyword_exclusions": ("排除关键词", "Keywords left out"), "keywords": ("关键词", "Keywords"),
    "kind": ("类型", "Kind"), "licensor": ("许可人", "Licensor"), "number": ("编号", "Number"),
    "numbers": ("专利号", "Patent numbers"), "organisation": ("单位", "Organisation"), "owners": ("权利人", "Owners"),
    "parent": ("上级", "Parent"), "pool": ("专利池", "Pool"), "priorities": ("优先权", "Priorities"),
    "product": ("产品", "Product"), "profile": ("档次", "Profile"),
    "residence": ("申请人国别", "Residence of the applicant"), "score": ("得分", "Score"),
    "segment": ("链环节", "Segment"), "segments": ("链环节", "Segments"), "share": ("份额", "Share"),
    "standard": ("标准", "Standard"), "standards": ("标准", "Standards"), "start": ("上游环节", "Segment that feeds"),
    "status": ("法律状态", "Legal status"), "symbol": ("分类号", "Symbol"), "type": ("类型", "Type"),
    "value": ("数值", "Value"), "weight": ("权重", "Weight"),
}
#: Patents last: of properties of one name theirs is meant most often.
FIELDS: dict[str, tuple[str, str]] = {
    each.name: (each.zh, each.en)
    for properties in (*(edge.properties for edge in EDGES.values()),
                       *(node.properties for label, node in NODES.items() if label != "Patent"),
                       NODES["Patent"].properties)
    for each in properties
} | OWN


def field_name(field: str, language: str) -> str:
    """The field in words; one that has none as it is."""
    zh, en = FIELDS.get(field, (field, field))
    return zh if language == "zh" else en
