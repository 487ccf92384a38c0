"""By what partners are ranked: by what was learnt from the past where that was right, else by the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ipgraph.analysis.partners.needs import Seeker
from ipgraph.analysis.partners.roles import Only
from ipgraph.analysis.recommend.choice import FEW
from ipgraph.analysis.recommend.events import WINDOW
from ipgraph.analysis.recommend.live import Learnt, alive, learnt, today
from ipgraph.projection import Projection

__all__ = ["EVENTS", "Method", "method"]

#: What may come to pass, nearest to a partnership first: what the probability is of.
EVENTS = {
    "cofiling": ("两家共同申请专利", "the two file a patent together"),
    "transfer": ("两家之间发生专利转让、许可或作价入股", "a patent right passes between the two"),
    "flow": ("需求方的新专利引用对方的专利", "a new patent of the seeker cites one of theirs"),
}
#: The events of a role that names one. Who complements, strengthens or joins a pool, and a question without a role, is
#: asked for the first event of all of which something was learnt that can be believed.
OF_ROLE: Mapping[str | None, tuple[str, ...]] = {
    "cofiles": ("cofiling",), "licenses": ("transfer",), "buys": ("transfer",),
}
#: Why what is learnt does not rank, whatever it is.
NOT_ASKED = {
    "segment": ("链环节没有自己的合作史", "a segment has no partners of its own past"),
    "team": ("学习的是单位之间的合作，需求方是科研团队", "what is learnt is of organisations, and a team asks"),
    "person": ("学习的是单位之间的合作，需求方是个人", "what is learnt is of organisations, and a person asks"),
    "asked": ("指定了链环节，以其在该环节的实力为准", "a segment was asked for: strength there decides"),
    "undated": ("需求方没有带日期的专利", "the seeker has no dated patent"),
}


@dataclass(frozen=True, eq=False)
class Method:
    """What ranks: what was `learnt`, as of `day`, or the rules where it is None. `note` tells it: method (learned or
    rules), event (of EVENTS), months, learned_until, zh, en."""

    learnt: Learnt | None
    day: int
    note: dict[str, Any]


def method(graph: Projection, seeking: Seeker, only: Only) -> Method:
    """What ranks partners for the seeker. Learns where that was not done yet for this graph."""
    why = not_asked(seeking)
    if why is not None:
        return by_rules([NOT_ASKED[why]])
    day, said = today(graph), []
    for task in OF_ROLE.get(only.role, tuple(EVENTS)):
        found = learnt(graph, task)
        if found.believed:
            if not alive(graph, task, seeking.seats[0], day):
                return by_rules([NOT_ASKED["undated"]])
            return Method(found, day, by_learning(found))
        zh, en = disbelief(found)
        said.append((f"{EVENTS[task][0]}：{zh}", f"{EVENTS[task][1]}: {en}"))
    return by_rules(said)


def not_asked(seeking: Seeker) -> str | None:
    """Why there is nothing to ask of what is learnt, by code of NOT_ASKED."""
    if seeking.label != "Holder":
        return seeking.label.lower()
    if seeking.kind == "Person":
        return "person"
    if seeking.asked is not None:
        return "asked"
    return None if len(seeking.patents) else "undated"


def disbelief(found: Learnt) -> tuple[str, str]:
    """Why what was learnt of a task is not believed."""
    inside = found.choice.inside
    if inside is None:
        count = found.choice.queries
        return f"过往事件太少（{count} 个，至少 {FEW} 个）", f"too few past events: {count} of {FEW} needed"
    rule, ours = inside[0.0], max(mrr for weight, mrr in inside.items() if weight)
    if ours > rule:
        return (f"在过往问题上的优势不确定（学习 {ours:.3f}，规则 {rule:.3f}）",
                f"not surely better than the rules on past questions: {ours:.3f} against {rule:.3f}")
    return (f"规则在过往问题上更准（规则 {rule:.3f}，学习 {ours:.3f}）",
            f"rules were better on past questions: {rule:.3f} against {ours:.3f}")


def by_rules(said: list[tuple[str, str]]) -> Method:
    zh, en = ("；".join(one[0] for one in said), "; ".join(one[1] for one in said))
    return Method(None, 0, {
        "method": "rules", "event": None, "months": None, "learned_until": None,
        "zh": f"按规则排序：{zh}。", "en": f"Ranked by the rules: {en}.",
    })


def by_learning(found: Learnt) -> dict[str, Any]:
    inside, until = found.choice.inside or {}, str(np.datetime64(found.until or 0, "D"))
    rule, ours = inside[0.0], inside[found.choice.weight]
    zh, en = EVENTS[found.task]
    return {
        "method": "learned", "event": found.task, "months": WINDOW, "learned_until": until,
        "zh": f"按学习排序：概率指今后 {WINDOW} 个月内{zh}。学自 {until} 之前发生的事；"
              f"在 {found.choice.queries} 个过往问题上优于规则（MRR {ours:.3f} 对 {rule:.3f}）。"
              "新合作方与已有往来的各自与同类中最可能者相比，境内优先。",
        "en": f"Ranked by what was learnt: the probability is that {en} within {WINDOW} months. Learnt from what came "
              f"to pass before {until}; on {found.choice.queries} past questions better than the rules (MRR {ours:.3f} "
              f"against {rule:.3f}). New ones and those dealt with before are each measured against the likeliest of "
              f"their kind; home comes first.",
    }
