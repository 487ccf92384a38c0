"""Who invents together: weighted pairs of inventors, and the communities that they fall into."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import igraph
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.portfolio import holding, organisations
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["Ties", "chosen_scale", "communities", "home", "recency", "steadiness", "ties"]

#: igraph has one random generator for the whole process: to set it and to use it must be one step.
CHANCE = Lock()
#: Rounds of Leiden. Until nothing moves (−1) it may never end, as moves of equal worth follow one another for ever; on
#: 20,000 pairs the second round moved one inventor in a thousand and the fourth none.
ROUNDS = 4


@dataclass(frozen=True, eq=False)
class Ties:
    """Pairs of inventors (positions of holders, one below other), ascending, and what they weigh."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    weight: NDArray[np.float64]


@remembered
def home(graph: Projection) -> np.ndarray:
    """For each holder the organisation that holds most of the patents it invented, −1 for who invented none.

    Patents count 1/n of their n organisations; ties go to the organisation with the lower id.
    """
    held = sparse.csr_array(sparse.diags_array(organisations(graph).astype(float)) @ holding(graph))
    owners = np.asarray(held.sum(axis=0)).ravel()
    each = sparse.diags_array(np.divide(1.0, owners, out=np.zeros_like(owners), where=owners > 0))
    shares = sparse.csr_array(graph.edges["INVENTED"].out @ (held @ each).T).tocoo()
    person, place = shares.coords
    order = np.lexsort((place, -np.round(shares.data, 9), person))
    first = np.unique(person[order], return_index=True)[1]
    homes = np.full(held.shape[0], -1)
    homes[person[order][first]] = place[order][first]
    return homes


def ties(graph: Projection, t: Thresholds, kept: NDArray[np.bool_] | None = None) -> Ties:
    """Inventors with a home who invented together, on the patents `kept` (all, unless given).

    A pair weighs Σ `recency` / (n − 1) over its patents, n being all inventors of the patent, so that what a patent
    gives each of its inventors adds up to 1 (Newman 2001).
    """
    invented, homes = graph.edges["INVENTED"], home(graph)
    inventors = np.bincount(invented.target, minlength=invented.shape[1])
    weight = recency(graph, t) / np.maximum(inventors - 1, 1)
    if kept is not None:
        weight = weight * kept
    used = (weight[invented.target] > 0) & (homes[invented.source] >= 0)
    part = sparse.csr_array((np.ones(int(used.sum())), (invented.source[used], invented.target[used])),
                            shape=invented.shape)
    both = sparse.coo_array(sparse.triu(part @ sparse.diags_array(weight) @ part.T, k=1))
    one, other = (ends.astype(np.int64) for ends in both.coords)
    order = np.lexsort((other, one))
    return Ties(one[order], other[order], np.round(both.data[order], 12))


def recency(graph: Projection, t: Thresholds) -> NDArray[np.float64]:
    """½^(age / team_half_life) of each patent; age: years before the newest filing of the graph, the median where the
    year is unknown."""
    year = filing_year(graph).to_numpy()
    known = year[~np.isnan(year)]
    age = np.zeros(len(year)) if not len(known) else known.max() - np.where(np.isnan(year), np.median(known), year)
    return np.asarray(0.5 ** (age / t.team_half_life))


def communities(graph: Projection, found: Ties, scale: float, seed: int) -> NDArray[np.int64]:
    """Number of the community of each holder, −1 for who has no tie.

    Leiden (Traag, Waltman and van Eck 2019) on Σ over pairs of one community of w_ij − γ k_i k_j / K: k_i what i's ties
    weigh, K the sum of k in i's connected part, γ = max(1, inventors of the part / scale). In a part of up to `scale`
    inventors this is modularity; a larger one is reckoned as if it had `scale`, so that teams do not grow with it; and
    nothing depends on inventors whom nothing ties to one's own.
    """
    label = np.full(len(graph.nodes["Holder"]), -1)
    if not len(found.one):
        return label
    nodes, at = np.unique(np.concatenate([found.one, found.other]), return_inverse=True)
    count = len(found.one)
    strength = np.bincount(at, weights=np.concatenate([found.weight, found.weight]))
    part = parts(at[:count], at[count:], len(nodes))
    whole, people = np.bincount(part, weights=strength), np.bincount(part)
    size = strength * np.sqrt(np.maximum(1.0, people / scale) / whole)[part]
    tied = igraph.Graph(n=len(nodes), edges=np.column_stack([at[:count], at[count:]]))
    with CHANCE:
        igraph.set_random_number_generator(random.Random(seed))
        done = tied.community_leiden(
            objective_function="CPM", weights=found.weight.tolist(), node_weights=np.round(size, 12).tolist(),
            resolution=1.0, n_iterations=ROUNDS,
        )
    label[nodes] = done.membership
    return label


@remembered
def chosen_scale(graph: Projection, t: Thresholds) -> float:
    """The `scale` of `t.team_scales` at which communities are steadiest; of equal ones the first.

    Only connected parts with more inventors than the least scale can tell. Of more than `team_sample` inventors in such
    parts those tell that are nearest to the one with the lowest hash of an id, by steps of invention.
    """
    found = ties(graph, t)
    part = parts(found.one, found.other, len(graph.nodes["Holder"]))
    asked = np.bincount(part)[part] > min(t.team_scales)
    if not asked.any():
        return t.team_scales[0]
    if asked.sum() > t.team_sample:
        asked = nearby(graph, found, asked, t.team_sample)
    drawn = samples(graph, t, asked)
    told = [steadiness(graph, t, scale, drawn) for scale in t.team_scales]
    return t.team_scales[int(np.argmax(np.round(told, 6)))]


def steadiness(graph: Projection, t: Thresholds, scale: float, drawn: Sequence[Ties] = ()) -> float:
    """How far communities found with a fifth of the patents left out agree, over such samples (all of `samples`, unless
    drawn): Fleiss' kappa of who is with whom, over the pairs that every sample has.

    1 = always the same pairs together, 0 = as chance would have it, also where all pairs or none are together.
    """
    drawn = drawn or samples(graph, t)
    keys = drawn[0].one * len(graph.nodes["Holder"]) + drawn[0].other
    for sample in drawn[1:]:
        keys = np.intersect1d(keys, sample.one * len(graph.nodes["Holder"]) + sample.other)
    one, other = np.divmod(keys, len(graph.nodes["Holder"]))
    labels = [communities(graph, sample, scale, t.seed + n) for n, sample in enumerate(drawn)]
    return kappa(np.array([label[one] == label[other] for label in labels]))


def samples(graph: Projection, t: Thresholds, asked: NDArray[np.bool_] | None = None) -> list[Ties]:
    """Ties (of inventors `asked`) of `team_samples` samples that each leave out a fifth of the patents."""
    draws = (np.random.default_rng([t.seed, number]).random(len(graph.nodes["Patent"])) for number in
             range(t.team_samples))
    return [among(ties(graph, t, draw >= 0.2), asked) for draw in draws]


def parts(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Number of the connected part of each of `count` nodes."""
    pairs = sparse.coo_array((np.ones(len(one)), (one, other)), shape=(count, count))
    labels: NDArray[np.int64] = sparse.csgraph.connected_components(pairs, directed=False)[1]
    return labels


def nearby(graph: Projection, found: Ties, asked: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    """At most `most` of the inventors asked for: neighbourhoods around inventors in the order of their hashes."""
    shape = (len(asked), len(asked))
    near = sparse.csr_array((np.ones(len(found.one)), (found.one, found.other)), shape=shape)
    near = sparse.csr_array(near + near.T)
    people = np.flatnonzero(asked)
    hashes = pd.util.hash_array(graph.nodes["Holder"]["id"].iloc[people].to_numpy(dtype=object))
    taken = np.zeros(len(asked), dtype=bool)
    for start in people[np.argsort(hashes, kind="stable")].tolist():
        if not taken[start]:
            reached = sparse.csgraph.breadth_first_order(near, start, directed=False, return_predecessors=False)
            reached = reached[~taken[reached]]
            taken[reached[:most - int(taken.sum())]] = True
        if taken.sum() >= most:
            break
    return taken


def among(found: Ties, asked: NDArray[np.bool_] | None) -> Ties:
    """The ties whose two inventors are both asked for."""
    if asked is None:
        return found
    kept = asked[found.one] & asked[found.other]
    return Ties(found.one[kept], found.other[kept], found.weight[kept])


def kappa(together: NDArray[np.bool_]) -> float:
    """Fleiss' kappa (1971) of raters × items with yes or no; 0 where all say the same of every item.

    >>> kappa(np.array([[True, True, False, False], [True, False, False, False]])).__round__(3)
    0.467
    """
    raters, items = together.shape
    yes = together.sum(axis=0)
    if not items or yes.sum() in (0, raters * items):
        return 0.0
    agreed = ((yes * (yes - 1) + (raters - yes) * (raters - yes - 1)) / (raters * (raters - 1))).mean()
    share = yes.sum() / (raters * items)
    chance = share ** 2 + (1 - share) ** 2
    return float((agreed - chance) / (1 - chance))
