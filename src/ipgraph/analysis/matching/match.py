"""From a need in words to the patents that may answer it, and to the teams and organisations behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.matching.behind import behind
from ipgraph.analysis.matching.features import features
from ipgraph.analysis.matching.filters import Filters, allowed
from ipgraph.analysis.matching.lessons import CANDIDATES
from ipgraph.analysis.matching.need import Inferred, inferred, sound
from ipgraph.analysis.matching.rankers import rankers
from ipgraph.analysis.matching.reasons import patent_reasons
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection
from ipgraph.text import TextIndex
from ipgraph.text.tokens import pairs

__all__ = ["COLUMNS", "KINDS", "Matches", "demand_text", "match"]

COLUMNS = ("id", "name", "kind", "score", "patents", "reasons")
KINDS = ("Patent", "Team", "Institution", "Enterprise")


@dataclass(frozen=True, eq=False)
class Matches:
    """What was found for a need. `rows` has COLUMNS, best first: score 0–1 (of a patent its odds against the best one;
    of others see `behind`), patents: ids of the patents it is found by, reasons: list of {kind, zh, en and what
    proves it}. `need` is what was understood of the need; `ranker` says how many lessons its order was learned from.
    """

    rows: pd.DataFrame
    need: Inferred
    lessons: int


def match(
    graph: Projection, index: TextIndex, text: str, top: int = 10, kinds: Sequence[str] = KINDS,
    filters: Filters | None = None,
) -> Matches:
    """The `top` of each of the `kinds` for the need in `text`, Chinese or English; rows as `Matches` says, ties by id.

    Candidates come by BM25 over characters, pairs and words, and are put in order by the corpus's own ranker.
    Raises UsageError for an empty or endless need and an unknown kind, NotFound for an unknown region or holder.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"no kind {unknown[0]}: one of {', '.join(KINDS)}",
                         f"没有类别“{unknown[0]}”：可选 {'、'.join(KINDS)}")
    terms = index.terms(sound(text))
    keep = allowed(graph, filters or Filters())
    rows = index.search(terms, CANDIDATES, None if keep is None else keep[index.patents]).rows
    texts = index.texts(rows)
    told = features(graph, index, terms, rows, texts)
    ranker = rankers(graph, index).of(len(set(pairs(terms.text))))
    utility = ranker.score(told)
    order = np.lexsort((rows, -utility))
    rows, texts = rows[order], [texts[n] for n in order]
    score = np.round(np.exp(utility[order] - utility.max(initial=-np.inf)), 6) if len(rows) else np.empty(0)
    patents = index.patents[rows]
    need = inferred(graph, terms, patents, score)
    parts = []
    if "Patent" in kinds:
        parts.append(patent_rows(graph, index, need, terms, rows[:top], texts[:top], score[:top]))
    others = [kind for kind in kinds if kind != "Patent"]
    if others and len(rows):
        names = index.table.column("title").take(rows).to_pylist()
        parts.append(behind(graph, patents, score, names, others, top))
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))
    found = found.sort_values(["score", "id"], ascending=[False, True], ignore_index=True)
    return Matches(found[list(COLUMNS)], need, ranker.lessons)


def patent_rows(
    graph: Projection, index: TextIndex, need: Inferred, terms: Any, rows: np.ndarray, texts: list[str],
    score: np.ndarray,
) -> pd.DataFrame:
    ids = graph.nodes["Patent"]["id"].iloc[index.patents[rows]].tolist()
    given = index.table.take(rows)
    titles, abstracts = given.column("title").to_pylist(), given.column("abstract").to_pylist()
    said = [patent_reasons(graph, need, terms, int(patent), plain, abstract or title or "")
            for patent, plain, abstract, title in zip(index.patents[rows], texts, abstracts, titles, strict=True)]
    return pd.DataFrame({
        "id": ids, "name": [title or id for title, id in zip(titles, ids, strict=True)], "kind": "Patent",
        "score": score, "patents": [[id] for id in ids], "reasons": pd.Series(said, dtype=object),
    })


def demand_text(graph: Projection, demand: str) -> str:
    """Title and text of a demand by id. Raises NotFound."""
    frame = graph.nodes["Demand"]
    found = frame[frame["id"] == demand.strip()]
    if not len(found):
        raise NotFound(f"no demand {demand}", f"没有技术需求 {demand}")
    return " ".join(str(part) for part in found.iloc[0][["title", "text"]] if isinstance(part, str))
