"""Matching: from a text to the patent it is of, and to what that patent cites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.accuracy.table import interval, table

FIGURES = ("mrr", "ndcg10", "recall100")
TASKS = {
    "title": "masked title → own abstract",
    "cites": "abstract → cited documents",
    "cites_chinese": "abstract → cited documents, Chinese abstracts alone",
    "classes": "abstract → documents of the same main group",
}


def section(results: Mapping[str, Any]) -> str:
    parts = ["## Matching\n", INTRODUCTION]
    for name, result in results.items():
        for task, found in result["tasks"].items():
            parts.append(f"### {name}: {TASKS[task]}\n")
            parts.append(one(found))
    return "\n".join(parts)


def one(found: Mapping[str, Any]) -> str:
    """The table of one task on one set."""
    if found["too_few"]:
        return f"Too few to tell: {found['queries']} queries.\n"
    rows = [(name, *(row[figure] for figure in FIGURES), interval(row["mrr_ci"]))
            for name, row in found["methods"].items()]
    best = found["best_single"]
    said = (f"Ours is {found['ratio']:.2f}× the best single method ({best}); difference of MRR "
            f"{interval(found['difference_ci'])}, paired by query.\n")
    head = (f"{found['queries']:,} test queries, {found['candidates']:,} candidates; ranker trained on "
            f"{found['trained']:,} other queries.\n")
    return "\n".join([head, table(["method", "MRR", "nDCG@10", "recall@100", "MRR, 95 %"], rows), "", said])


INTRODUCTION = """`ipgraph evaluate matching` over the abstracts; where a title is copied into its own abstract, that
copy is taken out. Patents are parted into two halves by lot, and what is of one half is ranked by the rankers that the
other half taught, as live ones are: one for short needs from titles, one for long needs from what abstracts cite and
what has their main group. So no query is judged by what was learned from it. No class is given, nor anything that the
patent of an abstract cites. Features were chosen on titles of taian and on titles, citing abstracts and main groups of
energy_recovery, on other queries than these where there are more than 1,000; so those tables are partly tuned.
cnipr_patsnap, two small exports in one workspace, was looked at after everything was chosen; it showed that
equals must count against a way. Words are those of jieba with the corpus's own added. Ours counts what is
not among its 250 candidates as not found.
"""
