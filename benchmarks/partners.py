"""Personalised PageRank of one seeker by local push, beside power iteration and igraph, on a graph without direction.

Seekers are nodes of the degree of the median and of the 99 % quantile. How many of the twenty nearest by power
iteration to 1e-12 each way finds is told too: a bound on the error of every node says little about an order.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from scipy import sparse

from benchmarks.network import ALPHA, citations
from ipgraph.analysis.measures import departures, personalised_pagerank, pushed_pagerank, transition

EPSILONS = (1e-5, 1e-6)
NEAREST, SEEKERS = 20, 3


def measure(count: int = 300_000) -> Iterator[dict[str, Any]]:
    """One result a way and kind of seeker: mean seconds of an answer, the graph being prepared; `ratio` is a peer's
    seconds over those of push to 1e-5."""
    from igraph import Graph

    pairs = citations(count)
    half = sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    ready, walk = departures(half + half.T), transition(half + half.T)
    peer = Graph(n=count, edges=pairs.astype(np.int64))
    ways: dict[str, Callable[[int], np.ndarray]] = {
        f"push to {epsilon:g}": lambda s, e=epsilon: spread(count, pushed_pagerank(ready, [s], alpha=ALPHA, epsilon=e))
        for epsilon in EPSILONS}
    ways["power iteration"] = lambda s: personalised_pagerank(walk, one(count, s), alpha=ALPHA)
    ways["igraph"] = lambda s: np.array(
        peer.personalized_pagerank(directed=False, damping=ALPHA, reset_vertices=[s]))
    degrees = np.sort(ready[1][ready[1] > 0])
    for quantile in (50, 99):
        degree = degrees[len(degrees) * quantile // 100]
        seekers = np.flatnonzero(ready[1] == degree)[:SEEKERS].tolist()
        exact = [personalised_pagerank(walk, one(count, s), alpha=ALPHA, steps=200, tolerance=1e-12) for s in seekers]
        ours = 0.0
        for way, ask in ways.items():
            seconds, found = timed(ask, seekers, exact)
            ours = ours or seconds
            yield {"benchmark": "partners", "way": way, "seeker": f"degree {degree:.0f}, {quantile} %", "nodes": count,
                   "edges": len(pairs), "seconds": round(seconds, 4), f"of_nearest_{NEAREST}": round(found, 2),
                   "ratio": round(seconds / ours, 2)}


def timed(ask: Callable[[int], np.ndarray], seekers: list[int], exact: list[np.ndarray]) -> tuple[float, float]:
    """Mean seconds of an answer, and share of the nearest found."""
    seconds, found = [], []
    for seeker, answer in zip(seekers, exact, strict=True):
        start = time.perf_counter()
        given = ask(seeker)
        seconds.append(time.perf_counter() - start)
        found.append(len(np.intersect1d(nearest(given, seeker), nearest(answer, seeker))) / NEAREST)
    return float(np.mean(seconds)), float(np.mean(found))


def nearest(rank: np.ndarray, seeker: int) -> np.ndarray:
    """The nodes of the highest rank but the seeker; ties by position."""
    order = np.argsort(-np.round(rank, 12), kind="stable")[:NEAREST + 1]
    return order[order != seeker][:NEAREST]


def one(count: int, seeker: int) -> np.ndarray:
    seeds = np.zeros(count)
    seeds[seeker] = 1
    return seeds


def spread(count: int, found: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    out = np.zeros(count)
    out[found[0]] = found[1]
    return out
