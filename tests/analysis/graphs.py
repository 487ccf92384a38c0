"""Builders of projections in memory. Nothing here asserts.

`graph_of` makes a projection from short rows: only what a test is about needs to be said. Ids of holders begin with
their kind: e enterprise, i institution, p person (`e:比亚迪` is an Enterprise called 比亚迪).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from ipgraph.projection import ENDS, Projection
from ipgraph.projection.read import edge_arrays, node_frame, whole_chains

KINDS = {"e": "Enterprise", "i": "Institution", "p": "Person"}
DATE = pa.date32()
COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "Chain": {"name": pa.string(), "name_en": pa.string(), "title": pa.string()},
    "Segment": {name: pa.string() for name in ("name", "name_en", "number", "stage", "chain", "parent")},
    "Product": {"name": pa.string()},
    "TechClass": {name: pa.string() for name in ("scheme", "level", "title_zh", "title_en")},
    "Patent": {
        **{name: pa.string() for name in ("patent_type", "status", "office", "origin", "family")},
        "filed_on": DATE, "published_on": DATE, "granted_on": DATE,
        **{name: pa.int64() for name in ("claims", "cited_by", "citing", "family_size")},
    },
    "Holder": {
        "name": pa.string(), "name_en": pa.string(), "aliases": pa.list_(pa.string()), "country": pa.string(),
        "kind": pa.string(), "honours": pa.list_(pa.string()),
    },
    "Pool": {"name": pa.string(), "name_en": pa.string(), "administrator": pa.string()},
    "Deal": {
        **{name: pa.string() for name in ("mode", "licence_type", "basis")},
        **dict.fromkeys(("signed_on", "recorded_on", "since", "until", "ended_on"), DATE),
    },
    "Standard": {"name": pa.string(), "body": pa.string()},
    "Demand": {
        **{name: pa.string() for name in ("title", "text", "kind", "region", "currency", "state")},
        "budget": pa.float64(), "published_on": DATE, "deadline": DATE,
    },
    "Listing": {
        **{name: pa.string() for name in ("mode", "currency", "fee_mode", "grade", "category")},
        "fee": pa.float64(), "since": DATE, "until": DATE,
    },
    "Evaluation": {"side": pa.string(), "score": pa.float64(), "scale": pa.float64(), "grade": pa.string(),
                   "evaluated_on": DATE},
    "Region": {"name": pa.string(), "name_en": pa.string(), "level": pa.string(), "parent": pa.string()},
}
PROPERTIES = {
    "FEEDS": {"reason": pa.string()}, "SERVES": {"score": pa.float64(), "basis": pa.string()},
    "CLASSIFIED_AS": {"main": pa.bool_()},
    "LOCATED_IN": {"inferred": pa.bool_()}, "IN_POOL": {"countries": pa.list_(pa.string())},
    "DECLARED_FOR": {"declared_on": DATE},
    "LICENSES_INTO": {"patents": pa.int64()}, "SUBSIDIARY_OF": {"share": pa.float64(), "until": DATE},
    "OWNED": {"since": DATE, "until": DATE},
}
Row = Mapping[str, Any]


def graph_of(nodes: Mapping[str, Sequence[Row]], edges: Mapping[str, Sequence[Row]]) -> Projection:
    """A projection of node rows (by label, at least `id`) and edge rows (by type: `source`, `target`, properties)."""
    frames = {}
    for label, columns in COLUMNS.items():
        rows = [{**filled(label, row)} for row in nodes.get(label, ())]
        frames[label] = node_frame(pa.Table.from_pylist(rows, pa.schema({"id": pa.string(), **columns})), label)
    frames["Segment"] = frames["Segment"].assign(chain=whole_chains(frames["Segment"]))
    index = {label: pd.Index(frame["id"]) for label, frame in frames.items()}
    arrays = {}
    for type, (start, end) in ENDS.items():
        schema = pa.schema({"source": pa.string(), "target": pa.string(), **PROPERTIES.get(type, {})})
        arrays[type] = edge_arrays(pa.Table.from_pylist(list(edges.get(type, ())), schema), index[start], index[end])
    return Projection("test", "2024-06-30", frames, arrays)


def filled(label: str, row: Row) -> dict[str, Any]:
    """The row with the name and kind that its id implies."""
    name = str(row["id"]).split(":", 1)[-1]
    if label == "Holder":
        return {"name": name, "kind": KINDS.get(str(row["id"])[:1], "Enterprise"), "country": "CN", **row}
    return {"name": name, **row}


def pairs(*ends: str, **properties: Any) -> list[dict[str, Any]]:
    """Edge rows from `a>b` texts, all with the same properties."""
    return [dict(zip(("source", "target"), text.split(">"), strict=True), **properties) for text in ends]


def chain_graph(
    segments: Sequence[str], feeds: Sequence[str] = (), patents: Sequence[tuple[Any, ...]] = (), *,
    stages: Mapping[str, str] | None = None, parents: Mapping[str, str] | None = None,
    countries: Mapping[str, str] | None = None, **edges: Sequence[Row],
) -> Projection:
    """One chain `c` (named 测试链) of `segments`.

    `patents` are (id, holders `a+b`, segments `s+t`, properties of the patent); holders not in `countries` are Chinese.
    """
    found = sorted({h for _, holders, *_ in patents for h in holders.split("+") if h} | set(countries or {}))
    more = {row[end] for rows in edges.values() for row in rows for end in ("source", "target")}
    found = sorted({*found, *(m for m in more if m[1:2] == ":" and m[0] in KINDS)})
    nodes: dict[str, list[Row]] = {
        "Chain": [{"id": "c", "name": "测试链", "name_en": "Test chain"}],
        "Segment": [
            {"id": s, "number": s, "stage": (stages or {}).get(s), "parent": (parents or {}).get(s),
             "chain": None if s in (parents or {}) else "c"}
            for s in segments
        ],
        "Patent": [
            {"id": row[0], "patent_type": "invention", "status": "active", **(row[3] if len(row) > 3 else {})}
            for row in patents
        ],
        "Holder": [{"id": h, "country": (countries or {}).get(h, "CN")} for h in found],
        "Region": [
            {"id": "CN", "name": "中国", "name_en": "China", "level": "country"},
            {"id": "370000", "name": "山东省", "name_en": "Shandong", "level": "province", "parent": "CN"},
            {"id": "370900", "name": "泰安市", "name_en": "Taian", "level": "city", "parent": "370000"},
            {"id": "440000", "name": "广东省", "name_en": "Guangdong", "level": "province", "parent": "CN"},
        ],
        "Product": [{"id": c} for c in ends(edges, "MAKES")],
        "TechClass": [{"id": c, "scheme": "IPC"} for c in ends(edges, "CLASSIFIED_AS")],
        "Pool": [{"id": c} for c in ends(edges, "IN_POOL")],
    }
    return graph_of(nodes, {
        "FEEDS": pairs(*feeds),
        "FILED": [{"source": h, "target": row[0]} for row in patents for h in row[1].split("+") if h],
        "SERVES": [{"source": row[0], "target": s, "score": 1.0, "basis": "rule"}
                   for row in patents for s in row[2].split("+") if s],
        **edges,
    })


def ends(edges: Mapping[str, Sequence[Row]], type: str) -> list[str]:
    """What the edges of a type point at, sorted."""
    return sorted({row["target"] for row in edges.get(type, ())})
