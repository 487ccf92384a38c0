"""Teams beside the groups that they are compared with: who files together later, and who invented what is left out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.teams.coinvention import communities, home, parts, ties
from ipgraph.analysis.teams.colleagues import close
from ipgraph.analysis.teams.teams import shared
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection

__all__ = ["AFTER", "AGAINST", "GUESSES", "after_cut", "guesses", "rate", "same"]

#: What a team is compared with: everyone of one's home, everyone in one's connected part, and all co-inventors of one;
#: one being the leader in `after_cut`, the inventor of lowest id in `guesses`.
AGAINST = ("home", "part", "coinventors")
#: What tells the inventors of a patent left out: the first one's team, whom he works closely with, and AGAINST.
GUESSES = ("teams", "close", *AGAINST)
#: Years after a cut.
AFTER = 2


def after_cut(
    graph: Projection, t: Thresholds, scale: float, year: NDArray[np.float64], cut: int,
) -> NDArray[np.float64]:
    """A row a team found before the cut: the share of pairs of its active members that invent together after it, then
    of its leader's home, connected part and co-inventors."""
    before, after = year < cut, (year >= cut) & (year < cut + AFTER)
    known = ties(graph, t, before)
    found = shared(graph, communities(graph, known, scale, t.seed), t, before)
    count = len(graph.nodes["Holder"])
    leaders = found.person[found.first]
    near = undirected(known.one, known.other, count)
    invented = graph.edges["INVENTED"]
    seen = np.bincount(invented.source[before[invented.target]], minlength=count) > 0
    then = ties(graph, t, after)
    kept = seen[then.one] & seen[then.other]
    later = undirected(then.one[kept], then.other[kept], count)
    active = seen & (np.asarray(later.sum(axis=0)).ravel() > 0)
    groups = [
        sparse.csr_array((np.ones(len(found.team)), (found.team, found.person)), shape=(len(leaders), count)),
        same(home(graph), leaders, seen), same(parts(known.one, known.other, count), leaders, seen),
        sparse.csr_array(near[leaders] + sparse.eye_array(count, format="csr")[leaders]),
    ]
    rates = np.column_stack([rate(group, later, active) for group in groups])
    told: NDArray[np.float64] = rates[~np.isnan(rates).any(axis=1)]
    return told


def rate(groups: sparse.csr_array, later: sparse.csr_array, active: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Pairs of each group (a row) that are tied later, over its pairs of active inventors; NaN without such a pair."""
    inside = sparse.csr_array(groups @ sparse.diags_array(active.astype(float)))
    people = np.asarray(inside.sum(axis=1)).ravel()
    tied = np.asarray((sparse.csr_array(inside @ later)).multiply(inside).sum(axis=1)).ravel() / 2
    pairs = people * (people - 1) / 2
    told: NDArray[np.float64] = np.divide(tied, pairs, out=np.full(len(people), np.nan), where=pairs > 0)
    return told


def guesses(
    graph: Projection, t: Thresholds, scale: float, fold: NDArray[np.int64], number: int,
) -> NDArray[np.float64]:
    """Patents of the fold × GUESSES × (precision, recall, f1)."""
    kept = fold != number
    known = ties(graph, t, kept)
    count = len(graph.nodes["Holder"])
    label = communities(graph, known, scale, t.seed)
    part = parts(known.one, known.other, count)
    near = undirected(known.one, known.other, count)
    seen = label >= 0
    invented = graph.edges["INVENTED"]
    mine = ~kept[invented.target] & seen[invented.source]
    there = sparse.csr_array((np.ones(int(mine.sum())), (invented.target[mine], invented.source[mine])),
                             shape=invented.shape[::-1])
    sizes = np.diff(there.indptr)
    patents = np.flatnonzero(sizes >= 2)
    truth = there[patents]
    first = truth.indices[truth.indptr[:-1]] if len(patents) else np.empty(0, dtype=np.int64)
    himself = sparse.eye_array(count, format="csr")[first]
    nearest = close(graph, t, first, kept) > 0
    methods = [same(label, first, seen), sparse.csr_array(nearest.astype(float) + himself),
               same(home(graph), first, seen), same(part, first, seen), sparse.csr_array(near[first] + himself)]
    others = sizes[patents] - 1.0
    out = np.zeros((len(patents), len(methods), 3))
    for n, group in enumerate(methods):
        hits = np.asarray(group.multiply(truth).sum(axis=1)).ravel() - 1
        asked = np.diff(group.indptr) - 1.0
        out[:, n, 0] = np.divide(hits, asked, out=np.zeros(len(hits)), where=asked > 0)
        out[:, n, 1] = hits / others
        out[:, n, 2] = np.divide(2 * hits, asked + others, out=np.zeros(len(hits)), where=asked + others > 0)
    return out


def same(label: NDArray[np.int64], of: NDArray[np.int64], among: NDArray[np.bool_]) -> sparse.csr_array:
    """Rows: everyone `among` with the label of one of `of`; who has none (−1) is alone."""
    people = np.flatnonzero(among & (label >= 0))
    groups, at = np.unique(label[people], return_inverse=True)
    members = sparse.csr_array((np.ones(len(people)), (at, people)), shape=(len(groups), len(label)))
    row = np.searchsorted(groups, label[of])
    return sparse.csr_array(members[np.minimum(row, len(groups) - 1)])


def undirected(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> sparse.csr_array:
    """Adjacency with ones, both ways."""
    ones = np.ones(2 * len(one))
    return sparse.csr_array((ones, (np.concatenate([one, other]), np.concatenate([other, one]))), shape=(count, count))
