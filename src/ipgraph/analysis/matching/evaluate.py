"""How well matching does on the loaded patents, beside single methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.matching.baselines import Singles, places
from ipgraph.analysis.matching.features import features
from ipgraph.analysis.matching.lessons import (
    Known,
    bodies_alone,
    candidates,
    drawn,
    needs,
    told_rows,
)
from ipgraph.analysis.matching.rankers import DOCUMENTS, LESSONS, Rankers, learn_rankers
from ipgraph.projection import Projection
from ipgraph.text import TextIndex, normalised_one
from ipgraph.text.tokens import pairs

__all__ = ["evaluate_matching"]

Floats = NDArray[np.float64]
#: Queries of a task at most, and queries below which nothing can be said.
QUERIES, FEW = 2_000, 50
#: Queries scored at a time by the single methods, and samples of the bootstrap.
BATCH, SAMPLES = 50, 1_000
SEED = 20250101
FIGURES = ("mrr", "ndcg10", "recall100")
TASKS = ("title", "cites", "cites_chinese", "classes")
#: Share of a text's letters that are Chinese where it is called Chinese.
CHINESE = 0.5


def evaluate_matching(graph: Projection, index: TextIndex, queries: int = QUERIES, seed: int = SEED) -> dict[str, Any]:
    """Three tasks over the abstracts (without copies of their titles) of at most `DOCUMENTS` patents.

    title: from a title to the abstract it belongs to. cites: from an abstract to those that its patent cites, and
    cites_chinese for those of the queries that are Chinese. classes: from an abstract to those of the same main group.
    Patents are parted into two halves by lot; what is of one half is ranked by the rankers that the other half taught,
    each need by that for its length, as a live one. A task has queries, candidates, trained (lessons of the ranker that
    most of its queries are ranked by), too_few, and unless that is true methods (MRR, nDCG@10, recall@100, 95 %
    interval of MRR), best_single, ratio and difference_ci of MRR (ours − best single, paired by query).
    """
    told = drawn(told_rows(index), DOCUMENTS)
    if len(told) < FEW:
        nothing = {"queries": 0, "candidates": len(told), "too_few": True}
        return {"seed": seed, "documents": len(told), "tasks": dict.fromkeys(TASKS, nothing)}
    with TemporaryDirectory() as folder:
        bodies = bodies_alone(graph, index, told, Path(folder) / "bodies")
        tasks = needs(graph, index, bodies, told)
        half = np.random.default_rng(seed).permutation(len(bodies)) % 2
        taught = [learn_rankers(graph, bodies, *(of_half(asked, half == side) for asked in tasks.values()))
                  for side in (1, 0)]
        found: dict[str, Any] = {}
        methods = Singles(bodies, bodies.texts(np.arange(len(bodies))))
        for name, asked in tasks.items():
            chosen = [asked[n] for n in drawn(np.arange(len(asked)), queries)]
            found |= judged(graph, bodies, methods, chosen, seed, [taught[half[need.row]] for need in chosen], name)
    return {"seed": seed, "documents": len(told), "tasks": found}


def of_half(asked: Sequence[Known], half: NDArray[np.bool_]) -> list[Known]:
    """At most `LESSONS` of the needs that are of the half, by lot."""
    mine = np.flatnonzero([half[need.row] for need in asked])
    return [asked[n] for n in drawn(mine, LESSONS)]


def judged(
    graph: Projection, bodies: TextIndex, methods: Singles, asked: Sequence[Known], seed: int, by: Sequence[Rankers],
    name: str,
) -> dict[str, dict[str, Any]]:
    """The figures of the task `name`, and of cites for Chinese queries apart; `by` are the rankers for each query."""
    parts = {name: np.arange(len(asked))}
    if name == "cites":
        parts["cites_chinese"] = np.flatnonzero([chinese(need.text) for need in asked])
    facts: dict[str, dict[str, Any]] = {
        part: {"queries": len(at), "candidates": len(bodies), "too_few": len(at) < FEW}
        for part, at in parts.items()}
    if facts[name]["too_few"]:
        return facts
    ours, trained = zip(*(ranked(graph, bodies, of, need) for of, need in zip(by, asked, strict=True)), strict=True)
    figures = {**singles(methods, asked), "ours": np.array(ours)}
    for part, at in parts.items():
        if not facts[part]["too_few"]:
            of = {method: rows[at] for method, rows in figures.items()}
            facts[part] |= {"trained": int(np.median(trained)), **compared(of, seed)}
    return facts


def chinese(text: str) -> bool:
    """Whether most letters of a normalised text are Chinese.

    >>> chinese("锂电池 li"), chinese("battery 锂")
    (True, False)
    """
    letters = text.replace(" ", "")
    return sum("一" <= letter <= "鿿" for letter in letters) > CHINESE * len(letters)


def ranked(graph: Projection, bodies: TextIndex, by: Rankers, need: Known) -> tuple[Floats, int]:
    """Figures of our order of one query, and how many lessons it was learned from; what is not among the candidates
    counts as not found."""
    terms = bodies.terms(need.text)
    ranker = by.of(len(set(pairs(terms.text))))
    rows, near = candidates(graph, bodies, terms, need.without)
    utility = ranker.score(features(graph, bodies, terms, rows, bodies.texts(rows), near))
    order = rows[np.lexsort((rows, -utility))]
    at = np.flatnonzero(np.isin(order, need.right)) + 1
    return measured(at, len(need.right)), ranker.lessons


def singles(methods: Singles, asked: Sequence[Known]) -> dict[str, Floats]:
    """Figures of every single method for every query."""
    found: dict[str, list[Floats]] = {}
    for start in range(0, len(asked), BATCH):
        part = asked[start:start + BATCH]
        for name, scores in methods([normalised_one(need.text) for need in part]).items():
            for need, row in zip(part, scores, strict=True):
                if need.without >= 0:
                    row[need.without] = -np.inf
                rank = places(row[None])[0]
                found.setdefault(name, []).append(measured(np.sort(rank[need.right]), len(need.right)))
    return {name: np.array(rows) for name, rows in found.items()}


def measured(at: NDArray[Any], answers: int) -> Floats:
    """MRR, nDCG@10 and recall@100 from the ascending ranks of the answers found and how many there are.

    >>> measured(np.array([2, 11]), 2).round(3).tolist()
    [0.5, 0.387, 1.0]
    """
    best = 1 / np.log2(np.arange(2, min(answers, 10) + 2))
    gain = (1 / np.log2(at[at <= 10] + 1)).sum() / best.sum()
    return np.array([1 / at[0] if len(at) else 0.0, gain, (at <= 100).sum() / answers])


def compared(figures: Mapping[str, Floats], seed: int) -> dict[str, Any]:
    """Means of each method with intervals, and ours beside the best single method."""
    count = len(figures["ours"])
    draws = np.random.default_rng(seed).integers(0, count, (SAMPLES, count))
    methods: dict[str, dict[str, Any]] = {
        name: {**{f: round(float(v), 4) for f, v in zip(FIGURES, rows.mean(axis=0), strict=True)},
               "mrr_ci": interval(rows[:, 0], draws)}
        for name, rows in figures.items()
    }
    best = max((name for name in methods if name != "ours"), key=lambda name: methods[name]["mrr"])
    gain = figures["ours"][:, 0] - figures[best][:, 0]
    return {
        "methods": methods, "best_single": best,
        "ratio": round(methods["ours"]["mrr"] / max(methods[best]["mrr"], 1e-9), 4),
        "difference_ci": interval(gain, draws),
    }


def interval(values: Floats, draws: NDArray[np.int64]) -> Sequence[float]:
    """95 % interval of the mean by bootstrap."""
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return [round(float(low), 4), round(float(high), 4)]
