"""`ipgraph evaluate partners`: how good recommendations would have been, on the loaded data."""

from __future__ import annotations

from typing import Any

import pyarrow.compute as pc

from ipgraph.analysis.recommend import Matrix, evaluate_partners, title_words
from ipgraph.commands import say
from ipgraph.commands.publish import opened
from ipgraph.commands.texts import say as text
from ipgraph.projection import Projection, load_projection
from ipgraph.settings import Settings
from ipgraph.store import Store

HEADS = ("task", "queries", "MRR", "hits10", "ndcg10", "best rule", "its MRR", "times", "difference", "method")


def partners(settings: Settings) -> dict[str, Any]:
    """The figures by task; a task that never came to pass is absent."""
    with opened(settings) as store:
        graph = load_projection(store, settings.home)
        return evaluate_partners(graph, titles(store, graph))


def titles(store: Store, graph: Projection) -> Matrix:
    """The words of the titles of all patents, in their order."""
    rows = store.read("project/texts")
    return title_words(pc.coalesce(rows["title"], rows["title_en"]), rows["id"], graph.nodes["Patent"]["id"])


def show(settings: Settings, found: dict[str, Any]) -> None:
    lang = settings.language
    if not found:
        return say.aside(text("nothing to judge", lang))
    lines = [line(f"{text(f'task {task}', lang)} · {text(f'judged {part}', lang)}", parts[part], lang)
             for task, parts in found.items() for part in ("new", "repeat")]
    say.table(text("partners judged", lang), [text(c, lang) for c in HEADS], lines, numeric=range(1, 5))


def line(name: str, part: dict[str, Any], lang: str) -> tuple[Any, ...]:
    """One row: a task, for new partners or for known ones."""
    if not part["queries"]:
        return (name, 0, None, None, None, None, None, text("too few to tell", lang), None, None)
    best = part["best_heuristic"]
    told = text("too few to tell", lang) if part["too_few"] else f"{part['ratio']:.2f}"
    return (name, part["queries"], part["mrr"], part["hits"]["10"], part["ndcg10"],
            text(f"rule {best['name']}", lang), best["mrr"], told,
            None if part["too_few"] else "[{}, {}]".format(*part["difference_ci"]),
            text(f"method {part['method']}", lang))
