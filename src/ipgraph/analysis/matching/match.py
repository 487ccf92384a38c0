"""From a need in words to the patents that may answer it, and to the teams and organisations behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.lookup import with_id
from ipgraph.analysis.matching.behind import behind, holders_of
from ipgraph.analysis.matching.features import features
from ipgraph.analysis.matching.filters import Filters, allowed
from ipgraph.analysis.matching.lessons import candidates
from ipgraph.analysis.matching.need import Inferred, inferred, sound, unheard
from ipgraph.analysis.matching.outside import explained, nearness, released, words_of
from ipgraph.analysis.matching.ranker import Ranker
from ipgraph.analysis.matching.rankers import rankers
from ipgraph.analysis.matching.reasons import passages, patent_reasons
from ipgraph.errors import NotFound, OutsideError, UsageError
from ipgraph.projection import Projection
from ipgraph.text import TextIndex
from ipgraph.text.plugged import Plugged
from ipgraph.text.tokens import pairs

__all__ = ["COLUMNS", "KINDS", "Matches", "demand_text", "match"]

COLUMNS = ("id", "name", "kind", "score", "patents", "holders", "reasons")
KINDS = ("Patent", "Team", "Institution", "Enterprise")
NOTHING = Plugged()
#: Patents, best first, that a language model is asked about: each is a call that may take long.
EXPLAINED = 5


@dataclass(frozen=True, eq=False)
class Matches:
    """What was found for a need. `rows` has COLUMNS, best first: score 0–1 (of a patent 1/(1 + how far its log-odds are
    behind those of the best one); of others see `behind`), patents: ids of the patents it is found by, holders: names
    of those who hold a patent (empty of others), reasons: list of {kind, zh, en and what proves it}. `need` is what was
    understood of the need; `lessons` says how many its order was learned from; `failed`: whether what is plugged in did
    not answer.
    """

    rows: pd.DataFrame
    need: Inferred
    lessons: int
    notes: list[dict[str, str]] = field(default_factory=list)
    failed: bool = False


def match(
    graph: Projection, index: TextIndex, text: str, top: int = 10, kinds: Sequence[str] = KINDS,
    filters: Filters | None = None, plugged: Plugged = NOTHING, shown: bool = True, today: date | None = None,
) -> Matches:
    """The `top` of each of the `kinds` for the need in `text`, Chinese or English; rows as `Matches` says, ties by id.

    Candidates come by BM25 over characters, pairs and words, and are put in order by the corpus's own ranker.
    What is `plugged` in sees the need where it is `shown`, and patents that are released on the day `today`.
    Raises UsageError for an empty or endless need and an unknown kind, NotFound for an unknown region or holder.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"no kind {unknown[0]}: one of {', '.join(KINDS)}",
                         f"没有类别“{unknown[0]}”：可选 {'、'.join(KINDS)}")
    notes: list[dict[str, str]] = []
    sound(text)
    model, encoder = (plugged.model if shown else None), plugged.encoder
    more: list[str] = []
    if model:
        with noted(notes):
            more = words_of(model, text)
        model = None if notes else model  # who did not answer once is not asked again, for every patent
    terms = index.terms(" ".join([text, *more]))
    keep = allowed(graph, filters or Filters())
    rows, near = candidates(graph, index, terms, allowed=None if keep is None else keep[index.patents])
    texts = index.texts(rows)
    told = features(graph, index, terms, rows, texts, near)
    ranker = rankers(graph, index).of(len(set(pairs(terms.text))))
    utility = ranker.score(told)
    may = released(graph, "Patent", index.patents[rows], today or date.today())
    if encoder and (shown or not encoder.outside):
        with noted(notes):
            utility = utility + nearness(encoder, text, texts, may, float(utility.std()))
    order = np.lexsort((rows, -utility))
    rows, texts = rows[order], [texts[n] for n in order]
    # Odds themselves fall to nothing from the second on: what is seen and summed is how far behind the best they are.
    score = np.round(1 / (1 + utility.max(initial=-np.inf) - utility[order]), 6) if len(rows) else np.empty(0)
    patents = index.patents[rows]
    need = inferred(graph, terms, patents, score)
    parts = []
    if "Patent" in kinds:
        best = patent_rows(graph, index, need, terms, rows[:top], texts[:top], score[:top])
        if model:
            with noted(notes):
                for said, plain, open in zip(best["reasons"][:EXPLAINED], texts, may[order], strict=False):
                    said += explained(model, text, plain) if open else []
        parts.append(best)
    others = [kind for kind in kinds if kind != "Patent"]
    if others and len(rows):
        fit = speaking(ranker, utility[order])
        [names] = index.given(rows[:fit], "title")
        parts.append(behind(graph, patents[:fit], score[:fit], names, others, top))
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))
    found = found.sort_values(["score", "id"], ascending=[False, True], ignore_index=True)
    heard = unheard(terms) if len(rows) else []
    return Matches(found[list(COLUMNS)], need, ranker.lessons, heard + notes, bool(notes))


def speaking(ranker: Ranker, utility: np.ndarray) -> int:
    """How many of the patents, best first, speak for who is behind them: those whose odds are not under a fiftieth of
    the best's; where no odds were learned, those with half of its score at least. The rest has a word in common."""
    least = utility[0] - np.log(50) if ranker.lessons else utility[0] / 2
    return int((utility >= least).sum())


@contextmanager
def noted(notes: list[dict[str, str]]) -> Iterator[None]:
    """A model that does not answer is told, and the match goes on without it."""
    try:
        yield
    except OutsideError as fault:
        notes.append({"zh": fault.zh, "en": str(fault)})


def patent_rows(
    graph: Projection, index: TextIndex, need: Inferred, terms: Any, rows: np.ndarray, texts: list[str],
    score: np.ndarray,
) -> pd.DataFrame:
    ids = graph.nodes["Patent"]["id"].iloc[index.patents[rows]].tolist()
    titles, abstracts = index.given(rows, "title", "abstract")
    best = passages(terms, [abstract or title or "" for abstract, title in zip(abstracts, titles, strict=True)])
    said = [patent_reasons(graph, need, terms, int(patent), plain, passage)
            for patent, plain, passage in zip(index.patents[rows], texts, best, strict=True)]
    return pd.DataFrame({
        "id": ids, "name": [title or id for title, id in zip(titles, ids, strict=True)], "kind": "Patent",
        "score": score, "patents": [[id] for id in ids], "reasons": pd.Series(said, dtype=object),
        "holders": pd.Series([names_of(graph, int(patent)) for patent in index.patents[rows]], dtype=object),
    })


def names_of(graph: Projection, patent: int) -> list[str]:
    return holders_of(graph, patent)["name"].astype(str).tolist()


def demand_text(graph: Projection, demand: str, today: date | None = None) -> tuple[str, bool]:
    """Title and text of a demand by id, and whether it is released. Raises NotFound."""
    at = with_id(graph.nodes["Demand"], demand)
    if not len(at):
        raise NotFound(f"no demand {demand}", f"没有技术需求 {demand}")
    row = graph.nodes["Demand"].iloc[at[0]]
    text = " ".join(str(part) for part in row[["title", "text"]] if isinstance(part, str))
    return text, bool(released(graph, "Demand", at, today or date.today())[0])
