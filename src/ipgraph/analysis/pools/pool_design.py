"""Designing a pool for a segment: what a set of holders would cover of its blocking inventions, and who is missing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.holdings import holdings, serving
from ipgraph.analysis.lookup import find_holder, find_segment
from ipgraph.analysis.measures import hhi
from ipgraph.analysis.quality.indicators import granted
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import UsageError
from ipgraph.projection import Projection

__all__ = ["BOUND", "Blocking", "blocking_set", "greedy", "pool_design"]

#: What greedy choice is sure to reach of the best choice of as many (Nemhauser, Wolsey and Fisher 1978).
BOUND = 1 - 1 / math.e
PAIRS = 10


@dataclass(frozen=True, eq=False)
class Blocking:
    """Inventions of a segment that whoever works there must reckon with.

    `ids` of the family, ascending; `weight`: the largest score × quality of its patents; `held`: holders ×
    inventions, 1 where one of these patents is held; `basis`: graded, or held where no patent of the segment is good.
    """

    ids: NDArray[np.object_]
    weight: NDArray[np.float64]
    held: sparse.csr_array
    basis: str


def pool_design(
    graph: Projection, segment: str, holders: Sequence[str] = (), top: int = 10, thresholds: Thresholds = DEFAULT,
) -> dict[str, Any]:
    """What a pool of these holders (ids or names) would be for the segment (id, name or number).

    segment, name; basis (see `blocking_set`); inventions, weighted: the blocking set; covered, covered_weighted,
    coverage: the part that a member holds, coverage as share of the weight, 0–1; shared: part of what is covered that
    two or more members hold; hhi: of the covered weight over members, hhi_all: of all over all holders, an invention
    being split evenly; members: [{id, name, kind, inventions, weighted, alone, adds}] as given, alone: inventions of
    no other member, adds: Shapley value as a share of the whole weight, they sum to the coverage; overlaps: the ten
    pairs of members with most inventions in common [{one, other, inventions}]; missing: who to ask next, one after the
    other by what they add [{id, name, kind, adds, coverage}]; bound: 1 − 1/e, sure for any segment; reached: what
    the choice is proved to reach of the best choice of as many here, at least the bound, null where nobody is missing.

    An invention is covered by any of its holders, as each co-owner may license it (Chinese patent law, article 14). The
    value of a set of members is the weight it covers; an invention of n members then adds 1/n of its weight to each:
    the Shapley value (1953) is exact at any number of members, and needs no sampling.
    Raises NotFound with suggestions, UsageError for a holder named twice.
    """
    at = find_segment(graph, segment)
    found = blocking_set(graph, at, thresholds)
    members = positions(graph, holders)
    whole = float(found.weight.sum())
    inside = found.held[members]
    times = np.asarray(inside.sum(axis=0)).ravel()
    covered = times > 0
    each = np.divide(found.weight, times, out=np.zeros_like(found.weight), where=covered)
    adds = inside @ each
    row = graph.nodes["Segment"].iloc[at]
    missing, reached = greedy(found, members, top)
    steps = np.diff(reached.covered, prepend=float(found.weight[covered].sum()))
    rows = [{**named(graph, holder), "adds": share(float(add), whole), "coverage": share(float(after), whole)}
            for holder, add, after in zip(missing, steps, reached.covered, strict=True)]
    everyone = np.maximum(np.asarray(found.held.sum(axis=0)).ravel(), 1)
    return {
        "segment": str(row["id"]), "name": str(row["name"]), "basis": found.basis, "inventions": len(found.ids),
        "weighted": round(whole, 9), "covered": int(covered.sum()),
        "covered_weighted": round(float(found.weight[covered].sum()), 9),
        "coverage": share(float(found.weight[covered].sum()), whole),
        "shared": share(float((times > 1).sum()), float(covered.sum())), "hhi": rounded(hhi(adds)),
        "hhi_all": rounded(hhi(found.held @ (found.weight / everyone))),
        "members": [
            {**named(graph, holder), "inventions": int(inside[[n]].sum()),
             "weighted": round(float((inside[[n]] @ found.weight)[0]), 9),
             "alone": int((inside[[n]] @ (times == 1).astype(float))[0]), "adds": share(float(adds[n]), whole)}
            for n, holder in enumerate(members)],
        "overlaps": overlaps(graph, members, inside), "missing": rows, "bound": round(BOUND, 9),
        "reached": reached.share,
    }


def blocking_set(graph: Projection, at: int, t: Thresholds = DEFAULT) -> Blocking:
    """The blocking inventions of a segment (a position): families with a patent that serves it, is granted and not
    known to have ended, and has a quality of at least `thresholds.good` that rests on more than its type (basis
    graded). Where there is none, those with a patent not known to have ended (basis held)."""
    rows = serving(graph, t)
    rows = rows[rows["segment"] == at]
    patents = rows["patent"].to_numpy()
    frame = graph.nodes["Patent"].iloc[patents]
    alive = (frame["status"] != "ended").fillna(True).to_numpy(dtype=bool)
    good = alive & granted(graph).to_numpy()[patents] & rows["graded"].to_numpy() & (
        rows["quality"].to_numpy() >= t.good)
    kept, basis = (good, "graded") if good.any() else (alive, "held")
    patents, worth = patents[kept], rows["worth"].to_numpy()[kept]
    family = frame["family"].fillna(frame["id"]).to_numpy(dtype=object)[kept]
    ids, invention = np.unique(family, return_inverse=True)
    weight = np.zeros(len(ids))
    np.maximum.at(weight, invention, worth)
    held = holdings(graph)
    low, high = (np.searchsorted(held.patent, patents, side=side) for side in ("left", "right"))
    row = np.repeat(np.arange(len(patents)), high - low)
    at_row = np.arange(len(row)) - np.repeat(np.cumsum(high - low) - (high - low), high - low) + low[row]
    holder = held.holder[at_row]
    known = holder >= 0
    both = sparse.csr_array((np.ones(int(known.sum())), (holder[known], invention[row[known]])),
                            shape=(len(graph.nodes["Holder"]), len(ids)))
    both.data[:] = 1
    return Blocking(ids, np.round(weight, 12), both, basis)


@dataclass(frozen=True)
class Reached:
    """Weight covered after each choice, and the share of the best choice of as many that it is proved to be."""

    covered: NDArray[np.float64]
    share: float | None


def greedy(found: Blocking, members: Sequence[int], top: int) -> tuple[list[int], Reached]:
    """Holders besides the members, one after the other who adds most weight, ties by id; nobody who adds nothing.

    By diminishing returns the best choice of k adds, to what is covered after any step, at most the k largest of what
    single holders would add then; the least of these bounds is what `share` is against.
    """
    free = ~(np.asarray(found.held[list(members)].sum(axis=0)).ravel() > 0)
    start = covered = float(found.weight[~free].sum())
    able = np.ones(found.held.shape[0], dtype=bool)
    able[list(members)] = False
    chosen: list[int] = []
    after: list[float] = []
    bounds: list[tuple[float, list[float]]] = []
    while True:
        gain = np.round(np.where(able, found.held @ (found.weight * free), 0.0), 9)
        bounds.append((covered, np.sort(gain[gain > 0])[::-1][:top].tolist()))
        best = int(np.argmax(gain)) if len(gain) else 0
        if len(chosen) == top or not len(gain) or gain[best] <= 0:
            break
        chosen.append(best)
        free[found.held[[best]].indices] = False
        covered = float(found.weight[~free].sum())
        after.append(covered)
    if not chosen:
        return [], Reached(np.empty(0), None)
    most = min(weight + sum(gains[:len(chosen)]) for weight, gains in bounds)
    proved = (covered - start) / (most - start)
    return chosen, Reached(np.array(after), round(min(1.0, max(proved, BOUND)), 9))


def positions(graph: Projection, holders: Sequence[str]) -> list[int]:
    """Positions of the holders, in the order given."""
    found: list[int] = []
    for text in holders:
        at = find_holder(graph, text)
        if at in found:
            name = graph.nodes["Holder"]["name"].iat[at]
            raise UsageError(f"{name} is named twice", f"{name} 重复给出")
        found.append(at)
    return found


def overlaps(graph: Projection, members: Sequence[int], inside: sparse.csr_array) -> list[dict[str, Any]]:
    """Pairs of members by the inventions that both hold."""
    both = sparse.coo_array(sparse.triu(inside @ inside.T, k=1))
    one, other = both.coords
    order = np.lexsort((other, one, -both.data))[:PAIRS]
    ids = graph.nodes["Holder"]["id"]
    return [{"one": str(ids.iat[members[one[n]]]), "other": str(ids.iat[members[other[n]]]),
             "inventions": int(both.data[n])} for n in order]


def named(graph: Projection, holder: int) -> dict[str, Any]:
    row = graph.nodes["Holder"].iloc[holder]
    return {"id": str(row["id"]), "name": str(row["name"]), "kind": str(row["kind"])}


def share(part: float, whole: float) -> float | None:
    """Part of the whole, 0–1; None where there is no whole."""
    return round(part / whole, 9) if whole > 0 else None


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 9)
