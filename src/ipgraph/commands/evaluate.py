"""`ipgraph evaluate`: how well names are taken for one organisation, against a truth file; how well inventors of one
name are told apart, on artificial namesakes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ipgraph.analysis import evaluate_persons
from ipgraph.analysis.matching import evaluate_matching
from ipgraph.bundle import Workspace
from ipgraph.commands import say
from ipgraph.commands.match import indexed
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings
from ipgraph.tables.engine import connect
from ipgraph.tables.identity.agreement import agreement, clusters, halves, read_truth
from ipgraph.tables.identity.bare import Bare

FIGURES = ("names", "true_pairs", "found_pairs", "precision", "recall", "f1", "b3_precision", "b3_recall", "b3_f1")
NAMESAKES = ("namesakes", "mentions", *FIGURES[3:])


def identity(truth: Path) -> dict[str, Any]:
    """The figures for all names of the truth file, and for its halves, each by itself and by names alone."""
    pairs = read_truth(truth)
    tuned, unseen = halves(pairs)
    parts = {"all": pairs, "tuned": tuned, "unseen": unseen}
    found = [{"part": part, **compared(chosen, {name for pair in chosen for name in pair})}
             for part, chosen in parts.items() if chosen]
    if unseen:
        found.append({"part": "unseen open", **compared(unseen, with_gaps(unseen))})
    return {"truth": truth.name, "parts": found}


def with_gaps(pairs: Sequence[tuple[str, str]]) -> set[str]:
    """The names, of every second pair only the shorter: in real files the full name of many a short one is missing."""
    return {name for n, pair in enumerate(pairs) for name in (pair if n % 2 else (min(pair, key=len),))}


def compared(pairs: Sequence[tuple[str, str]], given: set[str]) -> dict[str, Any]:
    """Figures for the names given."""
    true = {name: cluster for name, cluster in clusters(pairs).items() if name in given}
    con = connect()
    try:
        return agreement(Bare.of(con, given).clusters(), true)
    finally:
        con.disconnect()


def show(settings: Settings, found: dict[str, Any]) -> None:
    lang = settings.language
    heads = [text(c, lang) for c in ("part", *FIGURES)]
    rows = [(text(part["part"], lang), *(part[figure] for figure in FIGURES)) for part in found["parts"]]
    say.table(text("evaluated", lang, found["truth"]), heads, rows, numeric=range(1, 10))


def persons(settings: Settings, seed: int) -> dict[str, Any]:
    """The figures for both halves of the institutions of the bundle in force; no part where nobody can be confused."""
    return {"seed": seed, "parts": evaluate_persons(Workspace(settings.home).current(), seed)}


def show_persons(settings: Settings, found: dict[str, Any]) -> None:
    lang = settings.language
    heads = [text(c, lang) for c in ("part", *NAMESAKES)]
    rows = [(text(part["part"], lang), *(part[figure] for figure in NAMESAKES)) for part in found["parts"]]
    say.table(text("namesakes told apart", lang, found["seed"]), heads, rows, numeric=range(1, 9))


def matching(settings: Settings, queries: int) -> dict[str, Any]:
    """The figures of matching on the published graph."""
    with indexed(settings) as (graph, index):
        return evaluate_matching(graph, index, queries)


def show_matching(settings: Settings, found: dict[str, Any]) -> None:
    lang = settings.language
    for task, told in found["tasks"].items():
        if told["too_few"]:
            say.aside(text("too few", lang, text(f"task {task}", lang), told["queries"]))
            continue
        rows = [(name, row["mrr"], "–".join(f"{end:.3f}" for end in row["mrr_ci"]), row["ndcg10"], row["recall100"])
                for name, row in told["methods"].items()]
        heads = [text("method", lang), "MRR", "95 %", "nDCG@10", "recall@100"]
        title = text("matching task", lang, text(f"task {task}", lang), told["queries"], told["candidates"])
        say.table(title, heads, rows, numeric=range(1, 5))
        low, high = told["difference_ci"]
        say.aside(text("beside best", lang, f"{told['ratio']:.2f}", told["best_single"], f"{low:.3f}", f"{high:.3f}"))
