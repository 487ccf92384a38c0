"""The plain rules that a learned ranking must beat: scores of every actor for a block of seekers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.measures import link_scores
from ipgraph.analysis.recommend.matrices import Floats, Matrix
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.walks import Rows, pagerank

__all__ = ["HEURISTICS", "RULE", "RULES", "Rows", "dense", "repeated"]

#: Damping of Katz for each step further, and the steps that are counted.
BETA, KATZ_STEPS = 0.05, 4


def most_popular(past: Past, rows: Rows) -> Floats:
    """With how many the candidate has had to do so far."""
    return repeated(np.asarray((past.pairs > 0).sum(axis=0)).ravel(), rows)


def recent_popular(past: Past, rows: Rows) -> Floats:
    """The same, fading with time: half after three years."""
    return repeated(np.asarray(past.fading.sum(axis=0)).ravel(), rows)


def repeat(past: Past, rows: Rows) -> Floats:
    """On how many days the two have had to do with each other."""
    return dense(past.pairs[rows])


def common_neighbours(past: Past, rows: Rows) -> Floats:
    """Those that the two share on the pair graph."""
    return link_scores.common_neighbours(past.ties, rows).astype(np.float32)


def adamic_adar(past: Past, rows: Rows) -> Floats:
    """The same by rarity: `measures.adamic_adar`."""
    return link_scores.adamic_adar(past.ties, rows).astype(np.float32)


def resource_allocation(past: Past, rows: Rows) -> Floats:
    """The same, rarer still: `measures.resource_allocation`."""
    return link_scores.resource_allocation(past.ties, rows).astype(np.float32)


def katz(past: Past, rows: Rows) -> Floats:
    """Σ_l β^l A^l up to four steps (Katz 1953), β = 0.05."""
    reached = past.ties[rows].toarray() * BETA
    total = reached.copy()
    for _ in range(KATZ_STEPS - 1):
        reached = np.asarray(reached @ past.ties) * BETA
        total += reached
    return np.asarray(total)


def pair_pagerank(past: Past, rows: Rows) -> Floats:
    """Personalised PageRank on the pair graph."""
    return pagerank(past.pair_walk, rows)[:, :len(past.actors)]


def whole_pagerank(past: Past, rows: Rows) -> Floats:
    """Personalised PageRank on the whole graph: actors, patents with their citations, classes, other holders."""
    return pagerank(past.walk, rows)[:, :len(past.actors)]


def class_cosine(past: Past, rows: Rows) -> Floats:
    """Cosine of the main groups of the patents held."""
    return cosine(past.topics_unit, rows)


def title_cosine(past: Past, rows: Rows) -> Floats:
    """Cosine of the words of the titles, weighted by rarity."""
    if past.words is None:
        return np.zeros((len(rows), len(past.actors)), dtype=np.float32)
    return cosine(past.words, rows)


HEURISTICS: Mapping[str, Callable[[Past, Rows], Floats]] = {
    "most_popular": most_popular, "recent_popular": recent_popular, "repeat": repeat,
    "common_neighbours": common_neighbours, "adamic_adar": adamic_adar, "resource_allocation": resource_allocation,
    "katz": katz, "pair_pagerank": pair_pagerank, "whole_pagerank": whole_pagerank, "class_cosine": class_cosine,
    "title_cosine": title_cosine,
}
#: The score that ranks partners where nothing is learnt, as it was before the day.
RULE = "partner_score"
#: Rules that cost little enough for a question: among these what is learnt has its start, and all must be beaten.
RULES = (
    "adamic_adar", "class_cosine", "common_neighbours", "late_reach", "most_popular", "pair_reach", RULE, "reach",
    "recent_popular", "repeat", "resource_allocation",
)



def cosine(unit: Matrix, rows: Rows) -> Floats:
    return dense(unit[rows] @ unit.T)


def repeated(values: NDArray[np.floating], rows: Rows) -> Floats:
    return np.broadcast_to(values.astype(np.float32), (len(rows), len(values)))


def dense(block: sparse.sparray) -> Floats:
    return np.asarray(block.toarray(), dtype=np.float32)
