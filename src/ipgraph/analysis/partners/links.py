"""How a seeker and a candidate are already connected: patents, citations, common partners, classes."""

from __future__ import annotations

from typing import Any

import numpy as np

from ipgraph.analysis.partners.needs import Seeker
from ipgraph.analysis.portfolio import held_by, organisations, patents_of, topics, worth
from ipgraph.analysis.quality.quality import quality
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection

__all__ = ["Reason", "best_patents", "common", "id_of", "name_of", "paths", "shared_classes", "shared_segments"]

Reason = dict[str, Any]
MOST = 3


def paths(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """The shortest way from the seeker to the candidate: a patent together, a citation, or a common partner."""
    mine, theirs = seeking.patents, patents_of(graph, candidate)
    here, there = itself(seeking), node(graph, "Holder", candidate)
    both = best_patents(graph, common(mine, theirs), t)
    if both:
        return [{
            "kind": "cofiled", "zh": f"已共同持有专利：{'、'.join(both)}",
            "en": f"Already hold patents together: {', '.join(both)}",
            "patents": both, "path": [here, {"kind": "Patent", "id": both[0]}, there],
        }]
    for citing, cited, zh, en in ((mine, theirs, "需求方专利引用了对方专利", "The seeker's patent cites theirs"),
                                  (theirs, mine, "对方专利引用了需求方专利", "Their patent cites the seeker's")):
        hit = citation(graph, citing, cited)
        if hit is not None:
            ids = [id_of(graph, "Patent", patent) for patent in hit]
            steps = [{"kind": "Patent", "id": i} for i in (ids if citing is mine else ids[::-1])]
            return [{"kind": "citation", "zh": f"{zh}：{ids[0]} → {ids[1]}", "en": f"{en}: {ids[0]} → {ids[1]}",
                     "patents": ids, "path": [here, *steps, there]}]
    other = between(graph, seeking, candidate, mine, theirs)
    if other is None:
        return []
    of = patents_of(graph, other)
    first, last = (best_patents(graph, common(some, of), t)[0] for some in (mine, theirs))
    name, english = name_of(graph, "Holder", other)
    steps = [{"kind": "Patent", "id": first}, node(graph, "Holder", other), {"kind": "Patent", "id": last}]
    return [{
        "kind": "path", "zh": f"双方都与“{name}”共同持有专利", "en": f"Both hold patents together with {english}",
        "patents": [first, last], "path": [here, *steps, there],
    }]


def shared_segments(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """Segments that patents of both serve, those with most worth on the thinner side first, with a patent of each."""
    both = np.round(np.minimum(seeking.have, worth(graph, t)[[candidate]].toarray().ravel()), 9)
    top = [int(s) for s in np.lexsort((np.arange(len(both)), -both))[:MOST] if both[s] > 0]
    if not top:
        return []
    zh, en = zip(*(name_of(graph, "Segment", s) for s in top), strict=True)
    proof = [id for p in (seeking.patents, patents_of(graph, candidate))
             for id in best_patents(graph, common(p, graph.edges["SERVES"].sources(top[0])), t)[:1]]
    return [{
        "kind": "shared_segment", "zh": f"同在环节：{'、'.join(zh)}", "en": f"Both in: {', '.join(en)}",
        "segments": [id_of(graph, "Segment", s) for s in top], "patents": list(dict.fromkeys(proof)),
    }]


def shared_classes(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """Classes in both portfolios, those with most patents on the thinner side first, with a patent of each."""
    classes = graph.edges["CLASSIFIED_AS"]
    mine, theirs = seeking.patents, patents_of(graph, candidate)
    counts = [np.bincount(classes.out[mine].indices, minlength=classes.shape[1]),
              topics(graph)[[candidate]].toarray().ravel()]
    both = np.minimum(*counts)
    order = np.lexsort((np.arange(len(both)), -both))[:MOST]
    top = [int(c) for c in order if both[c] > 0]
    if not top:
        return []
    ids = [id_of(graph, "TechClass", c) for c in top]
    proof = [id for p in (mine, theirs)
             for id in best_patents(graph, common(p, classes.sources(top[0])), t)[:1]]
    path = [itself(seeking), {"kind": "Patent", "id": proof[0]},
            {"kind": "TechClass", "id": ids[0]}, {"kind": "Patent", "id": proof[-1]}, node(graph, "Holder", candidate)]
    return [{
        "kind": "shared_class", "zh": f"共有技术分类 {'、'.join(ids)}", "en": f"Classes in common: {', '.join(ids)}",
        "classes": ids, "counts": [[int(n[c]) for n in counts] for c in top], "patents": proof, "path": path,
    }]


def common(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """What is in both (ascending): the fewer are looked up among the more: a class may have very many patents."""
    few, many = sorted((some, others), key=len)
    few = few.astype(many.dtype, copy=False)  # else all of the many would be copied
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    found: np.ndarray = few[many[at] == few] if len(many) else few
    return found


def citation(graph: Projection, citing: np.ndarray, cited: np.ndarray) -> tuple[int, int] | None:
    """The first citation from one of the patents to one of the others, looked up from the fewer of them."""
    edges, away = graph.edges["CITES"], len(citing) > len(cited)
    few, many, rows = (cited, citing, edges.into) if away else (citing, cited, edges.out)
    rows = rows[few]
    ends = rows.indices.astype(many.dtype, copy=False)
    at = np.minimum(np.searchsorted(many, ends), max(len(many) - 1, 0))
    hit = np.flatnonzero(many[at] == ends) if len(many) else np.empty(0, dtype=np.int64)
    pairs = np.column_stack([few[np.searchsorted(rows.indptr, hit, side="right") - 1], rows.indices[hit]])
    return min(((b, a) if away else (a, b) for a, b in pairs.tolist()), default=None)


def between(graph: Projection, seeking: Seeker, candidate: int, mine: np.ndarray, theirs: np.ndarray) -> int | None:
    """The first other organisation that holds patents with both, looked up from the one with fewer patents."""
    few, many = sorted((mine, theirs), key=len)
    near = np.unique(held_by(graph)[few].indices)
    return next((int(h) for h in near[organisations(graph)[near]] if h not in (*seeking.seats, candidate)
                 and len(common(patents_of(graph, h), many))), None)


def best_patents(graph: Projection, patents: np.ndarray, t: Thresholds) -> list[str]:
    """Ids of the best three by quality, ties by id."""
    weight = quality(graph, t)["weight"].to_numpy()[patents]
    return [id_of(graph, "Patent", int(p)) for p in patents[np.lexsort((patents, -weight))][:MOST]]


def name_of(graph: Projection, label: str, position: int) -> tuple[str, str]:
    """Name, and English name where there is one."""
    frame = graph.nodes[label]
    name, english = str(frame["name"].iat[position]), frame["name_en"].iat[position]
    return name, english if isinstance(english, str) else name


def id_of(graph: Projection, label: str, position: int) -> str:
    return str(graph.nodes[label]["id"].iat[position])


def node(graph: Projection, label: str, position: int) -> dict[str, str]:
    """A step of a path: kind and id."""
    kind = str(graph.nodes["Holder"]["kind"].iat[position]) if label == "Holder" else label
    return {"kind": kind, "id": id_of(graph, label, position)}


def itself(seeking: Seeker) -> dict[str, str]:
    """The seeker as a step of a path."""
    return {"kind": seeking.kind, "id": seeking.id}
