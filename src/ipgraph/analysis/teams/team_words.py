"""What teams work on, in words: those that a team's titles have more often than the titles of all teams."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from ipgraph.analysis.teams.teams import shared
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection
from ipgraph.text.dictionary import domain_words
from ipgraph.text.tokens import Words, normalised

__all__ = ["stored_words", "team_words"]

MOST = 5
#: Titles of the team that must have a word: one alone says nothing about the team.
TITLES = 2
#: A word of an unspaced script has two characters, one of another three letters.
TELLING = r"[⺀-￿]{2,}|[^\W\d_⺀-￿][^\W_⺀-￿]{2,}"


class Readable(Protocol):
    """The part of a store that is needed here."""

    def read(self, statement: str, **params: Any) -> pa.Table: ...


def team_words(
    graph: Projection, teams: pd.DataFrame, titles: pa.Array, thresholds: Thresholds = DEFAULT,
) -> list[list[str]]:
    """At most five words of each row of `all_teams`, those that tell most first; `titles` are those of the patents, row
    for row.

    Of a word that a of the team's n titles have, and A of all N titles of teams, G² = 2 (a ln(a / nA/N) +
    (A − a) ln((A − a) / (N − n)A/N)) (Dunning 1993, in the form of Rayson and Garside 2000); only words that the team
    has more often than the rest, in two titles or more; ties by the word.
    """
    if not len(teams):
        return []
    members = teams["members"].explode()
    label = np.full(len(graph.nodes["Holder"]), -1)
    label[pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(members))] = members.index.to_numpy()
    of_teams = shared(graph, label, thresholds).patents
    used = np.unique(of_teams.indices)
    texts = normalised(titles.take(pa.array(used)))
    cut = Words(domain_words(texts))
    found = pd.DataFrame({"title": np.arange(len(used)), "word": [cut(text) for text in texts.to_pylist()]})
    found = found.explode("word").dropna().drop_duplicates()
    found = found[found["word"].str.fullmatch(TELLING).astype(bool)]
    word, words = pd.factorize(found["word"], sort=True)
    has = sparse.csr_array((np.ones(len(found)), (found["title"], word)), shape=(len(used), len(words)))
    here = sparse.csr_array(of_teams[:, used] @ has).tocoo()
    every, mine = np.asarray(has.sum(axis=0)).ravel(), np.diff(of_teams.indptr)
    team, at = here.coords
    a, n, total = here.data, mine[team], every[at]
    share = total / len(used)
    rest, expected = total - a, (len(used) - n) * share
    told = 2 * (a * np.log(a / (n * share)) + rest * np.log(np.where(rest > 0, rest, 1) / np.maximum(expected, 1e-12)))
    kept = (a >= TITLES) & (a > n * share)
    order = np.lexsort((at, -np.round(told, 9), team))
    order = order[kept[order]]
    lists: list[list[str]] = [[] for _ in range(len(teams))]
    for t, w in zip(team[order].tolist(), at[order].tolist(), strict=True):
        if len(lists[t]) < MOST:
            lists[t].append(str(words[w]))
    return lists


def stored_words(store: Readable, team: str) -> list[str]:
    """The words of the team with this id that the graph holds; none where it was not analysed and published."""
    found = store.read("explore/node_Team", id=team).to_pylist()
    return list(found[0]["words"] or []) if found else []
