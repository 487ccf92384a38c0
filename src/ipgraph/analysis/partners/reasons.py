"""Why a partner is proposed: facts with the ids that prove them, told in both languages."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ipgraph.analysis.board.topology import leaf_feeds
from ipgraph.analysis.partners.links import (
    Reason,
    best_patents,
    common,
    id_of,
    name_of,
    paths,
    shared_classes,
    shared_segments,
)
from ipgraph.analysis.partners.needs import Seeker
from ipgraph.analysis.places import gazetteer, wholes
from ipgraph.analysis.portfolio import patents_of, phi, present, worth
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection

__all__ = ["at_home", "reasons"]

MOST = 3
#: What is said where the seeker's own patents do not say what it needs.
FALLBACK = {
    "segments": (
        "需求方没有专利，依据其布局的链环节推荐。", "The seeker has no patents: judged by the segments it works in.",
    ),
    "classes": (
        "需求方的专利未对应任何链环节，依据共有技术分类和所在地区推荐。",
        "The seeker's patents serve no segment: judged by shared classes and its region.",
    ),
    "region": (
        "需求方没有专利，也没有布局的链环节，仅依据所在地区推荐。",
        "The seeker has neither patents nor segments: judged by its region alone.",
    ),
    "neighbours": (
        "该环节尚无专利和企业，依据相邻环节推荐。", "Nobody is in this segment yet: judged by its neighbours.",
    ),
}


def reasons(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """Every reason found for the candidate (a position), in a fixed order; each has kind, zh, en and ids."""
    found = [*complement(graph, seeking, candidate, t), *relatedness(graph, seeking, candidate, t)]
    if seeking.label != "Segment":
        found += [
            *paths(graph, seeking, candidate, t), *shared_segments(graph, seeking, candidate, t),
            *shared_classes(graph, seeking, candidate, t), *same_region(graph, seeking, candidate),
        ]
    if found and seeking.basis in FALLBACK:
        zh, en = FALLBACK[seeking.basis]
        found.append({"kind": "fallback", "basis": seeking.basis, "zh": zh, "en": en})
    return found


def complement(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """Segments that the seeker needs and the candidate has, best first, with the patents that say so."""
    have = worth(graph, t)[[candidate]].toarray().ravel()
    works = graph.edges["OPERATES_IN"].out[[candidate]].toarray().ravel() * t.works_there
    value = np.round(seeking.need * np.maximum(np.log1p(have), works), 9)
    order = np.lexsort((np.arange(len(value)), -value))
    feeds = leaf_feeds(graph)
    out = []
    for s in (int(s) for s in order[:MOST] if value[s] > 0):
        proof = best_patents(graph, common(patents_of(graph, candidate), graph.edges["SERVES"].sources(s)), t)
        name, english = name_of(graph, "Segment", s)
        before, after = feeds[[s]].toarray().ravel(), feeds[:, [s]].toarray().ravel()
        zh, en = "所需环节", "a segment asked for"
        asked = seeking.asked is not None and (seeking.label != "Segment" or bool(seeking.own[s]))
        if not asked and (before[seeking.own] > 0).any():
            zh, en = "上游相邻环节", "a neighbour upstream"
        elif not asked and (after[seeking.own] > 0).any():
            zh, en = "下游相邻环节", "a neighbour downstream"
        elif not asked:
            zh, en = "同链环节", "in the same chain"
        what = ("在该环节经营", "works there")
        if have[s] > 0:
            what = (f"加权专利 {have[s]:.2f}", f"weighted patents {have[s]:.2f}")
        out.append({
            "kind": "complement", "zh": f"补充“{name}”（{zh}）：{what[0]}", "en": f"Adds {english} ({en}): {what[1]}",
            "segments": [id_of(graph, "Segment", s)], "patents": proof,
        })
    return out


def relatedness(graph: Projection, seeking: Seeker, candidate: int, t: Thresholds) -> list[Reason]:
    """Segments where the candidate is present that go with what is needed."""
    has = np.flatnonzero(present(graph, t)[[candidate]].toarray().ravel())
    wanted = np.flatnonzero(seeking.need)
    near = phi(graph, t)[np.ix_(has, wanted)] @ seeking.need[wanted]
    close_to = np.where(seeking.need[has] > 0, 0.0, np.round(near, 9))
    order = np.lexsort((has, -close_to))[:MOST]
    close = [int(has[i]) for i in order if close_to[i] > 0]
    if not close:
        return []
    zh, en = zip(*(name_of(graph, "Segment", s) for s in close), strict=True)
    return [{
        "kind": "relatedness", "zh": f"在关联环节有优势：{'、'.join(zh)}",
        "en": f"Has an advantage in related segments: {', '.join(en)}",
        "segments": [id_of(graph, "Segment", s) for s in close],
    }]


def at_home(share: float, t: Thresholds) -> Reason:
    """What the share of a candidate's patents at home (0–1) left of its score."""
    factor = round(t.abroad + (1 - t.abroad) * share, 2)
    zh, en = ("境外主体", "From abroad") if share < 0.5 else ("境内主体", "From home")
    if share == 1:
        said = (f"{zh}，得分不折算", f"{en}: the score stands as it is")
    else:
        said = (f"{zh}（境内专利占 {share:.0%}），得分按 {factor:g} 折算",
                f"{en} ({share:.0%} of its patents at home): score times {factor:g}")
    return {"kind": "domestic", "factor": factor, "zh": said[0], "en": said[1]}


def same_region(graph: Projection, seeking: Seeker, candidate: int) -> list[Reason]:
    """The smallest region below the country that both lie in."""
    frame, located, ids = gazetteer(graph), graph.edges["LOCATED_IN"], graph.nodes["Region"]["id"]
    of = [[place for r in located.targets(h) for place in wholes(graph)[str(ids.iat[r])]]
          for h in (seeking.seats[0], candidate)]
    for place in of[0]:
        if place in of[1] and frame["level"].get(place) != "country":
            name, english = str(frame["name"].get(place)), frame["name_en"].get(place)
            return [{"kind": "region", "zh": f"同在{name}", "en": f"Both in {name if pd.isna(english) else english}",
                     "regions": [place]}]
    return []
