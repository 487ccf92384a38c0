"""Partners: what was recommended beside what came to pass in the 24 months after each cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.accuracy.table import interval, table

HEADS = ("task", "partners", "questions", "method", "MRR", "95 %", "Hits@10", "nDCG@10", "best plain rule", "its MRR",
         "ratio", "difference, 95 %")


def section(results: Mapping[str, Any]) -> str:
    parts = ["## Partners\n", INTRODUCTION]
    for name, result in results.items():
        rows = [row(task, part, told[part]) for task, told in result.items() for part in ("new", "repeat")]
        parts += [f"### {name}\n", table(HEADS, rows), ""]
        parts += [leaks(task, told["leak_checks"]) for task, told in result.items() if told.get("leak_checks")]
    return "\n".join(parts)


def row(task: str, part: str, told: Mapping[str, Any]) -> tuple[Any, ...]:
    if not told["queries"]:
        return (task, part, 0, *[None] * 7, "too few to tell", None)
    best, few = told["best_heuristic"], told["too_few"]
    return (task, part, told["queries"], told["method"], told["mrr"], interval(told["interval"]), told["hits"]["10"],
            told["ndcg10"], best["name"], best["mrr"], "too few to tell" if few else told["ratio"],
            None if few else interval(told["difference_ci"]))


def leaks(task: str, told: Mapping[str, float]) -> str:
    return (f"Leak checks of {task}, MRR at the last cut: as it is {told['plain']:.3f}, learnt from shuffled answers "
            f"{told['shuffled']:.3f}, random order {told['chance']:.3f}, with features of 24 months later "
            f"{told['shifted']:.3f}.\n")


INTRODUCTION = """A question is a seeker at one of three cuts; everybody alive before it is ranked. The best plain rule
is the best of all compared on these very questions. How far what is learnt is believed was chosen on windows before the
first cut (docs/decisions/0123). Features, walks and settings of the trees were chosen on energy_recovery (*flow*) and
patentscope_pizza (*inventors*), so their figures are not of sets unseen in tuning.
"""
