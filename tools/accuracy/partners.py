"""Partners: what was recommended beside what came to pass in the 24 months after each cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.accuracy.table import interval, table

HEADS = ("task", "partners", "questions", "method", "MRR", "95 %", "Hits@10", "nDCG@10", "best plain rule", "its MRR",
         "ratio", "difference, 95 %")
RULES = ("order by", "MRR", "Hits@1", "Hits@3", "Hits@10", "nDCG@10")
BINS = ("probability", "candidates", "mean", "observed")


def section(results: Mapping[str, Any]) -> str:
    parts = ["## Partners\n", INTRODUCTION]
    for name, result in results.items():
        rows = [row(task, part, told[part]) for task, told in result.items() for part in ("new", "repeat")]
        parts += [f"### {name}\n", table(HEADS, rows), ""]
        for task, told in result.items():
            for part in ("new", "repeat"):
                if told[part]["queries"] and not told[part]["too_few"]:
                    parts += [f"#### {name}: {task}, {part}\n", table(RULES, rules(told[part])), "", beside(told[part])]
                    parts += [table(BINS, bins(told[part])), ""]
            parts += [leaks(task, told["leak_checks"])] if told.get("leak_checks") else []
    return "\n".join(parts)


def row(task: str, part: str, told: Mapping[str, Any]) -> tuple[Any, ...]:
    if not told["queries"]:
        return (task, part, 0, *[None] * 7, "too few to tell", None)
    best, few = told["best_heuristic"], told["too_few"]
    return (task, part, told["queries"], told["method"], told["mrr"], interval(told["interval"]), told["hits"]["10"],
            told["ndcg10"], best["name"], best["mrr"], "too few to tell" if few else told["ratio"],
            None if few else interval(told["difference_ci"]))


def rules(told: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Ours and every plain rule, the best first."""
    by = {f"ours ({told['method']})": told, **told["heuristics"]}
    return [(name, one["mrr"], *(one["hits"][k] for k in ("1", "3", "10")), one["ndcg10"])
            for name, one in sorted(by.items(), key=lambda pair: (-pair[1]["mrr"], pair[0]))]


def beside(told: Mapping[str, Any]) -> str:
    return (f"Of those alive {told['coverage']:.1%} are among anybody's first ten; {told['small_firm_share']:.1%} of "
            f"the first ten have fewer than five patents; {told['unseen']:,} pairs have an end not alive before "
            "the cut. Probability that a candidate is among those found, where anybody is, against what came to "
            "pass:\n")


def bins(told: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    return [(f"≤ {one['to']:g}", f"{one['candidates']:,}", f"{one['mean']:.4f}", f"{one['observed']:.4f}")
            for one in told["calibration"]["bins"]]


def leaks(task: str, told: Mapping[str, float]) -> str:
    return (f"Leak checks of {task}, MRR at the last cut: as it is {told['plain']:.3f}, learnt from shuffled answers "
            f"{told['shuffled']:.3f}, random order {told['chance']:.3f}, with features of 24 months later "
            f"{told['shifted']:.3f}.\n")


INTRODUCTION = """A question is a seeker at one of three cuts; everybody alive before it is ranked. What was known
before a cut goes by the day of filing, for ours and for the rules alike: a patent filed but not yet published, and what
it cites, count as known, though nobody could have read them then. Intervals are by bootstrap over seekers; in cofiling,
inventors and transfer each of the two seeks the other, so those intervals are somewhat too narrow. The best plain rule
is the best of all compared on these very questions. How far what is learnt is believed was chosen on windows before the
first cut (docs/decisions/0123). Features, walks and settings of the trees were chosen on energy_recovery (*flow*) and
patentscope_pizza (*inventors*), so their figures are not of sets unseen in tuning; `all` is one graph of all data at
hand, those two among them.
"""
