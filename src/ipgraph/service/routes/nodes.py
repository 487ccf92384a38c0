"""Any node: its properties and its neighbours."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from ipgraph.analysis import DEFAULT, Thresholds, holder_segments, patent_quality, records
from ipgraph.analysis.lookup import with_id
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection
from ipgraph.schema import EDGES, HOLDERS, NODES
from ipgraph.service import cursor as cursors
from ipgraph.service.deps import AtlasDep, CursorParam, GraphDep, PageSize, SourceDep, stamp
from ipgraph.service.models.nodes import Neighbours, Node
from ipgraph.service.near import neighbours
from ipgraph.service.problems import FieldProblem, naming

router = APIRouter(prefix="/nodes", tags=["nodes"])
#: Segments named of a holder.
STRONGEST = 8


@router.get("/{kind}/{id:path}/neighbours", response_model=Neighbours)
def near(
    graph: GraphDep, atlas: AtlasDep, source: SourceDep, kind: str, id: str,
    edge: Annotated[str | None, Query(description="Kind of edge, e.g. FILED; without it the counts alone.")] = None,
    direction: Annotated[Literal["out", "in"] | None, Query(description="Needed with `edge`.")] = None,
    cursor: CursorParam = None, limit: PageSize = 30,
) -> dict[str, Any]:
    """How many neighbours by kind of edge and direction; with `edge` and `direction`, a page of them."""
    read_node(source, kind, id)
    found = neighbours(graph, atlas, kind, id)
    counts = [{"edge": type, "direction": way, "zh": EDGES[type].zh, "en": EDGES[type].en, "count": len(rows)}
              for (type, way), rows in found.items()]
    page: list[dict[str, Any]] = []
    following = None
    if edge:
        if edge not in EDGES:
            raise FieldProblem("edge", NotFound(f"no edge kind {edge}", f"没有关系类别 {edge}"))
        if direction is None:
            raise FieldProblem("direction", UsageError(
                "with edge, direction is needed: out or in",
                "给出 edge 时须同时给出 direction：out 或 in",
            ))
        with naming("cursor"):
            offset = cursors.decode(cursor)
        rows = found.get((edge, direction))
        if rows is not None:
            shown = rows.iloc[offset:offset + limit]
            for other, group in shown.groupby("kind", sort=True):
                names = atlas.name_of(str(other), group["id"].tolist())
                page += [{"kind": other, "id": one, "name": name, "past": past}
                         for one, name, past in zip(group["id"], names, group["past"].tolist(), strict=True)]
            following = cursors.following(offset, len(shown), len(rows))
    return {**stamp(graph), "counts": counts, "neighbours": page, "next": following}


@router.get("/{kind}/{id:path}", response_model=Node)
def node(
    graph: GraphDep, source: SourceDep, kind: str, id: str,
    scenario: Annotated[str, Query(description="What a patent is judged for: general, transfer, licence, pledge or "
                                               "equity.")] = DEFAULT.scenario,
) -> dict[str, Any]:
    """Every property of one node, with captions and units; of a patent its quality as well."""
    row = read_node(source, kind, id)
    values = [{"name": p.name, "zh": p.zh, "en": p.en, "unit": p.unit, "value": plain(row[p.name])}
              for p in NODES[kind].properties]
    name = next((row[key] for key in ("name", "title", "title_zh", "title_en") if row.get(key)), id)
    return {**stamp(graph), "kind": kind, "id": id, "name": name, "values": values,
            "segments": strengths(graph, kind, id), "quality": score_tree(graph, kind, id, scenario)}


def score_tree(graph: Projection, kind: str, id: str, scenario: str) -> dict[str, Any] | None:
    """The quality of a patent, None for other kinds."""
    at = with_id(graph.nodes["Patent"], id)
    if kind != "Patent" or not len(at):
        return None
    with naming("scenario"):
        return patent_quality(graph, int(at[0]), Thresholds(scenario=scenario))


def strengths(graph: Projection, kind: str, id: str) -> list[dict[str, Any]]:
    """The segments where a holder's patents weigh most, with the names of their chains; none for other kinds."""
    if kind not in {one.label for one in HOLDERS}:
        return []
    at = int(graph.nodes["Holder"]["id"].searchsorted(id))
    if graph.nodes["Holder"]["id"].iloc[at:at + 1].tolist() != [id]:
        return []
    found = holder_segments(graph, at).head(STRONGEST)
    chains = graph.nodes["Chain"].set_index("id").reindex(found["chain"])
    return records(found.assign(chain_name=chains["name"].to_numpy(), chain_name_en=chains["name_en"].to_numpy()))


def read_node(source: SourceDep, kind: str, id: str) -> dict[str, Any]:
    """The node's row. Raises NotFound for an unknown kind or id."""
    if kind not in NODES:
        raise FieldProblem("kind", NotFound(
            f"no node kind {kind}; there are {', '.join(NODES)}",
            f"没有节点类别 {kind}；可选 {'、'.join(NODES)}",
        ))
    found = source.store.read(f"explore/node_{kind}", id=id).to_pylist()
    if not found:
        raise FieldProblem("id", NotFound(f"no {kind} with the id {id}", f"没有标识为 {id} 的 {kind} 节点"))
    row: dict[str, Any] = found[0]
    return row


def plain(value: Any) -> Any:
    """Dates as text; the rest as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
