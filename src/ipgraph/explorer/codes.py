"""Coded values of properties in both languages: what the schema keeps as a short code and a reader sees as a word."""

from __future__ import annotations

from ipgraph.analysis.board.industry import SUPPLY_DEMAND
from ipgraph.analysis.partners.method import EVENTS
from ipgraph.analysis.partners.roles import ROLES
from ipgraph.explorer.legend import EVIDENCE, STATUSES

#: Property → code → Chinese and English. A code that is not here is shown as it is. `partner_role` and
#: `partner_event` are of answers alone.
CODES: dict[str, dict[str, tuple[str, str]]] = {
    "patent_type": {
        "invention": ("发明", "Invention"), "utility": ("实用新型", "Utility model"), "design": ("外观设计", "Design"),
    },
    "status": {"active": ("有效", "Active"), "pending": ("审中", "Pending"), "ended": ("失效", "Ended"),
               # Of a segment: a name, so that it can be read in a browser of the graph.
               **{one.zh: (one.zh, one.en) for one in STATUSES}},
    "status_code": {one.key: (one.zh, one.en) for one in STATUSES},
    "evidence": {"ok": ("充足", "Enough data"), **{one.key: (one.zh, one.en) for one in EVIDENCE}},
    "supply_demand": {zh: (zh, en[:1].upper() + en[1:]) for zh, en in SUPPLY_DEMAND.values()},
    "supply_demand_code": {key: (zh, en[:1].upper() + en[1:]) for key, (zh, en) in SUPPLY_DEMAND.items()},
    "partner_role": ROLES,
    "partner_event": EVENTS,
    "stage": {
        "upstream": ("上游", "Upstream"), "midstream": ("中游", "Midstream"), "downstream": ("下游", "Downstream"),
    },
    "level": {
        "country": ("国家", "Country"), "province": ("省级", "Province"), "city": ("地市级", "City"),
        "county": ("区县级", "County"), "section": ("部", "Section"), "class": ("大类", "Class"),
        "subclass": ("小类", "Subclass"), "group": ("大组", "Main group"), "subgroup": ("小组", "Subgroup"),
    },
    "origin_basis": {
        "residence": ("申请人住所", "Residence of the applicant"), "priority": ("优先权国", "Priority"),
        "office": ("受理局", "Office of filing"),
    },
    "kind_basis": {
        "source": ("来源指明", "Said by the source"), "legal-form": ("名称含企业形式", "Legal form in the name"),
        "institution-word": ("名称含院所字样", "Word for an institution in the name"),
        "enterprise-word": ("名称含企业字样", "Word for an enterprise in the name"),
        "organisation": ("列为单位", "Listed as an organisation"), "inventor": ("列为发明人", "Listed as an inventor"),
        "person-name": ("形如人名", "Reads like a person's name"), "default": ("默认", "By default"),
    },
    "mode": {
        "transfer": ("转让", "Transfer"), "licence": ("许可", "Licence"), "open_licence": ("开放许可", "Open licence"),
        "pledge": ("质押", "Pledge"), "equity": ("作价入股", "Equity"),
        "convertible": ("可转化专利", "Convertible patent"),
    },
    "state": {
        "open": ("待对接", "Open"), "talks": ("洽谈中", "In talks"), "matched": ("已对接", "Matched"),
        "closed": ("已关闭", "Closed"), "withdrawn": ("已撤回", "Withdrawn"),
    },
    "side": {"owner": ("权利人自评", "By the owner"), "enterprise": ("企业评价", "By an enterprise")},
    "licence_type": {
        "exclusive": ("独占许可", "Exclusive"), "sole": ("排他许可", "Sole"), "ordinary": ("普通许可", "Ordinary"),
        "cross": ("交叉许可", "Cross"), "sub": ("分许可", "Sub-licence"),
    },
    "fee_mode": {
        "free": ("免费", "Free"), "zero_entry": ("零门槛费", "No entry fee"), "lump_sum": ("一次性", "Lump sum"),
        "instalments": ("分期", "Instalments"), "milestones": ("里程碑", "Milestones"), "royalty": ("提成", "Royalty"),
    },
    "basis": {"record": ("有记录", "On record"), "event": ("由法律事件推知", "Told by a legal event")},
    "office": {
        "WO": ("世界知识产权组织", "WIPO"), "EP": ("欧洲专利局", "European Patent Office"),
        "EA": ("欧亚专利局", "Eurasian Patent Office"),
    },
}


def codes() -> list[dict[str, str]]:
    """One row a code: property, key, zh, en."""
    return [{"property": name, "key": key, "zh": zh, "en": en}
            for name, table in CODES.items() for key, (zh, en) in table.items()]
