"""Personalised PageRank of one seeker as `partners()` asks for it, beside power iteration, igraph and GDS.

The graph is the walk of an invented bundle: organisations, persons, patents, classes and segments, without direction.
Seekers are organisations with as many patents as 50 % and 99 % of them hold at most. `of_nearest` is
the share of the fifty nearest organisations by power iteration that a way finds.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from benchmarks.chain_bundle import chain_bundle
from benchmarks.gds import loaded
from ipgraph.analysis import DEFAULT
from ipgraph.analysis.measures import Departures, personalised_pagerank, pushed_pagerank
from ipgraph.analysis.portfolio import holding, organisations, walk
from ipgraph.projection import read_bundle

NEAREST, ALPHA = 50, DEFAULT.alpha
#: Patents up to which GDS is given the same graph: beyond, a smaller one of its own, with ours beside it again.
GDS_MOST = 1_000_000
#: The rank of all nodes, or of the first, seconds by the clock and of work (of GDS unknown).
Answer = tuple[np.ndarray, float, float | None]
#: By seeker.
Answers = dict[str, Answer]


def measure(patents: int = 200_000) -> Iterator[dict[str, Any]]:
    """One result a way and seeker: seconds of an answer, the graph being prepared; `ratio` is to ours."""
    yield from beside(patents, patents <= GDS_MOST, True)
    if patents > GDS_MOST:
        yield from beside(GDS_MOST, True, False)


def beside(patents: int, gds: bool, libraries: bool) -> Iterator[dict[str, Any]]:
    """All ways on one graph: power iteration and ours, GDS and the libraries where asked for."""
    ways, firms, held = walked(patents)
    count, (pairs, weights) = len(ways.degree), pairs_of(ways)
    order = firms[np.argsort(held[firms], kind="stable")]
    seekers = {f"{held[at]} patents": int(at) for at in order[[len(order) // 2, len(order) * 99 // 100]]}
    flow = sparse.csr_array(ways.steps.T), ways.degree == 0
    push = {name: timed(lambda s=s: pushed_pagerank(ways, [s], alpha=ALPHA, first=len(held)), 5)
            for name, s in seekers.items()}
    exact = {"alpha": ALPHA, "steps": 200, "tolerance": 1e-11}
    power = {name: timed(lambda s=s: personalised_pagerank(flow, np.bincount([s], minlength=count), **exact))
             for name, s in seekers.items()}

    def results(way: str, found: Answers) -> Iterator[dict[str, Any]]:
        for name, (rank, seconds, work) in found.items():
            best, true = (nearest(some, firms, seekers[name]) for some in (rank, power[name][0]))
            yield {
                "benchmark": "partners", "way": way, "seeker": name, "nodes": count, "edges": len(pairs),
                "seconds": round(seconds, 4), "work": "–" if work is None else round(work, 4),
                "of_nearest": len(np.intersect1d(best, true)) / NEAREST, "ratio": round(seconds / push[name][1], 1),
            }

    yield from results("push", push)
    yield from results("power iteration", power)
    if libraries:
        yield from results("igraph", by_igraph(count, pairs, weights, seekers))
    if gds:
        yield from results("GDS", by_gds(count, pairs, weights, seekers))


def walked(patents: int) -> tuple[Departures, np.ndarray, np.ndarray]:
    """The walk of a bundle of so many patents, positions of its organisations, and patents of each holder."""
    with tempfile.TemporaryDirectory() as folder:
        graph = read_bundle(chain_bundle(Path(folder), patents))
        return walk(graph, DEFAULT), np.flatnonzero(organisations(graph)), np.diff(holding(graph).indptr)


def pairs_of(ways: Departures) -> tuple[np.ndarray, np.ndarray]:
    """Each edge once, and its weight."""
    steps = ways.steps.tocoo()
    start, end = steps.coords
    once = start < end
    return np.column_stack([start[once], end[once]]), steps.data[once] * ways.degree[start[once]]


def by_igraph(
    count: int, pairs: np.ndarray, weights: np.ndarray, seekers: dict[str, int],
) -> Answers:
    from igraph import Graph

    graph, weight = Graph(n=count, edges=pairs), weights.tolist()
    return {name: timed(lambda s=s: np.array(graph.personalized_pagerank(
        directed=False, damping=ALPHA, reset_vertices=[s], weights=weight))) for name, s in seekers.items()}


def by_gds(
    count: int, pairs: np.ndarray, weights: np.ndarray, seekers: dict[str, int],
) -> Answers:
    """Seconds are those of its computation as GDS tells them, the second time it is asked."""
    found: Answers = {}
    with loaded(pairs, weights, "4g") as server:
        for name, seeker in seekers.items():
            settings = {"sourceNodes": [seeker], "dampingFactor": ALPHA, "maxIterations": 200, "tolerance": 1e-10,
                        "relationshipWeightProperty": "weight"}
            rows, _ = server.ask("CALL gds.pageRank.stream('g', $settings) YIELD nodeId, score "
                                 "RETURN nodeId, score ORDER BY score DESC LIMIT 100000", settings=settings)
            taken, _ = server.ask("CALL gds.pageRank.stats('g', $settings) YIELD computeMillis", settings=settings)
            rank = np.zeros(count)
            rank[rows[:, 0].astype(np.int64)] = rows[:, 1]
            found[name] = rank, float(taken[0, 0]) / 1000, None
    return found


def timed(ask: Callable[[], np.ndarray], times: int = 1) -> Answer:
    """An answer, and the medians of its seconds by the clock and of work."""
    taken = []
    for _ in range(times):
        start, work = time.perf_counter(), time.process_time()
        answer = ask()
        taken.append((time.perf_counter() - start, time.process_time() - work))
    seconds, work = np.median(taken, axis=0).tolist()
    return answer, seconds, work


def nearest(rank: np.ndarray, firms: np.ndarray, seeker: int) -> np.ndarray:
    """The organisations of the highest rank but the seeker; ties by position."""
    others = firms[firms != seeker]
    return others[np.argsort(-np.round(rank[others], 14), kind="stable")[:NEAREST]]
