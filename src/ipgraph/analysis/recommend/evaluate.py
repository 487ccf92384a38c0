"""`ipgraph evaluate partners`: recommendations cut at a day, beside what came to pass in the 24 months after it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.recommend.choice import FEW, Choice
from ipgraph.analysis.recommend.events import TASKS, cuts, events
from ipgraph.analysis.recommend.figures import calibration, difference, figures, interval, of_questions
from ipgraph.analysis.recommend.heuristics import HEURISTICS, RULES
from ipgraph.analysis.recommend.history import history
from ipgraph.analysis.recommend.leaks import leak_checks
from ipgraph.analysis.recommend.matrices import Matrix
from ipgraph.analysis.recommend.pool import pool
from ipgraph.analysis.recommend.questions import Questions, questions, ranks
from ipgraph.analysis.recommend.ranker import Ranker, everybody
from ipgraph.analysis.recommend.trial import UNKNOWN, Trial, fewer
from ipgraph.projection import Projection

__all__ = ["evaluate_partners"]

#: Seekers judged at each cut: all, up to so many.
JUDGED = 400
#: The ten proposed first, and from how many patents (shared out) on a holder is not small.
TOP, SMALL = 10, 5
OURS = "learned"


def evaluate_partners(graph: Projection, titles: Matrix | None = None, leaks: bool = True) -> dict[str, Any]:
    """Figures by task; a task without events is absent. docs/measures.md says what each field is.

    `titles` are patents × words (`words.title_words`); without them the cosine of titles is 0.
    """
    known = history(graph)
    out: dict[str, Any] = {}
    for task in TASKS:
        found = events(known, task)
        days = cuts(found)
        if days:
            trial = Trial(known, task, titles, found, days[-1])
            new, known_ones = judged(trial, days, True), judged(trial, days, False)
            out[task] = {"new": new, "repeat": known_ones, "cuts": [on_day(day) for day in days]}
            if leaks and new["queries"] >= FEW:
                out[task]["leak_checks"] = leak_checks(trial, days[0])
    return out


def judged(trial: Trial, days: list[int], new: bool) -> dict[str, Any]:
    """All cuts of a task together, for new partners or for known ones."""
    found, proposed, unseen = [], [], 0
    for day in days:
        asked = questions(trial.past(day), trial.found, new)
        unseen += asked.unseen
        asked = fewer(asked, JUDGED)
        if len(asked.seekers):
            rows, first = answered(asked, trial.ranker(day, new))
            found.append(rows)
            proposed.append(first)
    if not found:
        return {"queries": 0, "unseen": unseen, "too_few": True}
    judgement = summed(pd.concat(found, ignore_index=True), pd.concat(proposed, ignore_index=True), unseen)
    return {**judgement, **told(trial.choice(new))}


def told(choice: Choice) -> dict[str, Any]:
    """How the ranking was put together: `method`, and what it was `chosen_by` before the first cut."""
    inside = [{"weight": weight, "mrr": mrr} for weight, mrr in (choice.inside or {}).items()]
    return {"method": choice.method, "chosen_by": {
        "rule": choice.rule, "weight": choice.weight, "queries": choice.queries, "inside": inside}}


def answered(asked: Questions, ranker: Ranker | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures of each question by each method (`method`, `seeker`, columns of `of_questions`), and the first proposed.

    What is proposed has actor, small, answer, probability (of those in the pool), and of how many alive.
    """
    found: dict[str, list[pd.DataFrame]] = {}
    first = []
    for part in asked.blocks():
        rows = pool(asked, part)
        order = np.zeros(len(rows.actor)) if ranker is None else ranker.order(rows)
        ours = everybody(rows, UNKNOWN) if ranker is None else ranker.everyone(rows, part, order)
        plain = {name: rule(asked.past, asked.seekers[part]) for name, rule in HEURISTICS.items()}
        scores = {OURS: ours, **plain, **{name: everybody(rows, name) for name in RULES if name not in plain}}
        for name, values in scores.items():
            found.setdefault(name, []).append(ranks(asked, part, values))
        chance = np.zeros(len(rows.actor)) if ranker is None else ranker.chance.found(order, rows.seeking())
        told = pd.DataFrame({"question": rows.question, "actor": rows.actor, "answer": rows.answer, "chance": chance,
                             "score": ours[rows.question - part.start, rows.actor]})
        told["place"] = told.groupby("question")["score"].rank(ascending=False, method="first")
        first.append(told.drop(columns="score"))
    methods = {name: of_questions(pd.concat(parts)) for name, parts in found.items()}
    said = pd.concat(rows.assign(method=name, seeker=asked.past.actors[asked.seekers[rows.index]])
                     for name, rows in methods.items())
    proposed = pd.concat(first, ignore_index=True)
    proposed["small"] = asked.past.size[proposed["actor"]] < SMALL
    proposed["alive"] = len(asked.past.actors)
    proposed["actor"] = asked.past.actors[proposed["actor"]]
    return said.assign(cut=asked.past.day), proposed.assign(cut=asked.past.day)


def summed(rows: pd.DataFrame, proposed: pd.DataFrame, unseen: int) -> dict[str, Any]:
    """The figures of all questions, the best of the plain rules beside them, and how sure the difference is."""
    by = {str(name): part.reset_index(drop=True) for name, part in rows.groupby("method")}
    ours = by.pop(OURS)
    plain = {name: {k: v for k, v in figures(part).items() if k != "queries"} for name, part in by.items()}
    best = max(sorted(plain), key=lambda name: float(by[name]["reciprocal"].mean()))
    theirs, seekers = by[best]["reciprocal"].to_numpy(), ours["seeker"].to_numpy()
    mine = ours["reciprocal"].to_numpy()
    first = proposed[proposed["place"] <= TOP]
    reached = first.groupby("cut")
    out = {
        **figures(ours), "interval": interval(mine, seekers),
        "best_heuristic": {"name": best, "mrr": plain[best]["mrr"], "interval": interval(theirs, seekers)},
        "too_few": len(ours) < FEW, "heuristics": plain, "unseen": unseen,
        "by_cut": [{"cut": on_day(day), "mrr": round(float(part["reciprocal"].mean()), 4),
                    "queries": len(part)} for day, part in ours.groupby("cut", sort=False)],
        "coverage": round(float((reached["actor"].nunique() / reached["alive"].first()).mean()), 4),
        "small_firm_share": round(float(first["small"].mean()), 4),
        "calibration": calibration(proposed["chance"].to_numpy(), proposed["answer"].to_numpy()),
    }
    if not out["too_few"]:
        out["ratio"] = round(float(mine.mean() / theirs.mean()), 3)
        out["difference_ci"] = difference(mine, theirs, seekers)
    return out


def on_day(day: Any) -> str:
    """YYYY-MM-DD of a day counted from 1970."""
    return str(np.datetime64(int(day), "D"))
