"""`ipgraph audit`: counts by kind, and what is wrong with a published graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ipgraph.schema import EDGES, NODES
from ipgraph.store.contract import Store, published

#: Ids shown of each problem; its count is complete.
EXAMPLES = 5
#: No office has numbered patents older than this.
FIRST_DAY = date(1800, 1, 1)


@dataclass(frozen=True)
class Check:
    """A statement of cypher/audit/ whose rows are faults, and what they mean."""

    code: str
    zh: str
    en: str


CHECKS = (
    Check("orphan_patents", "专利没有任何关联", "Patents without any edge"),
    Check("orphan_segments", "链环节不属于任何产业链", "Segments outside every chain"),
    Check("orphan_persons", "人员没有任何关联", "Persons without any edge"),
    Check("orphan_teams", "科研团队没有成员", "Teams without a member"),
    Check("duplicate_applications", "同一申请号、同一文献种类出现多件专利", "Patents sharing application and kind"),
    Check("duplicate_organisations", "统一社会信用代码重复", "Organisations sharing a unified social credit code"),
    Check("bounds_serves", "匹配度不在 0–1 之间", "SERVES scores outside 0–1"),
    Check("bounds_share", "营收占比不在 0–1 之间", "Shares of revenue outside 0–1"),
    Check("bounds_order", "公开日或授权公告日早于申请日", "Patents published or granted before filing"),
    Check("bounds_dates", "日期早于 1800 年或在未来", "Patent dates before 1800 or in the future"),
    Check("bounds_counts", "数量为负", "Negative counts"),
    Check("loops", "链环节指向自身", "Segments that feed or contain themselves"),
)


def audit(store: Store, today: date | None = None) -> dict[str, Any]:
    """`{"store", "nodes": {kind: n}, "edges": {kind: n}, "problems": [{code, zh, en, count, examples}]}`.

    Kinds in the order of the schema, those with none left out; nodes and edges of other programs are not counted.
    Raises StoreError where nothing is published that this schema reads.
    """
    published(store)
    nodes = dict(pairs(store, "audit/count_nodes"))
    edges = dict(pairs(store, "audit/count_edges"))
    found = [(check, faults(store, check, today or date.today())) for check in CHECKS]
    return {
        "store": store.address,
        "nodes": {label: nodes[label] for label in NODES if nodes.get(label)},
        "edges": {type: edges[type] for type in EDGES if edges.get(type)},
        "problems": [
            {"code": check.code, "zh": check.zh, "en": check.en, "count": len(ids), "examples": ids[:EXAMPLES]}
            for check, ids in found if ids
        ],
    }


def pairs(store: Store, statement: str) -> list[tuple[str, int]]:
    kinds, counts = store.read(statement).columns
    return list(zip(kinds.to_pylist(), counts.to_pylist(), strict=True))


def faults(store: Store, check: Check, today: date) -> list[str]:
    """Names of all nodes or edges that fail a check, sorted."""
    params = {"first": FIRST_DAY, "last": today} if check.code == "bounds_dates" else {}
    ids: list[str] = store.read(f"audit/{check.code}", **params)["id"].to_pylist()
    return ids
