"""Measures on a network of citations beside the libraries that have them: GDS, igraph, NetworKit.

Each way goes from the same arrays of pairs to the answer, building whatever graph it wants, in a process of its own;
the answers are compared before anything is printed. The size of cit-Patents is 3,770,000 nodes and 16.5 million edges.
GDS runs inside a Neo4j of its own, which must be loaded first; that is not counted, its projection is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

#: Citations a node, and the spread of how attractive one is (Radicchi et al. 2008: 1.3).
DEGREE, SPREAD = 4.38, 1.3
#: Nodes that GDS is given at most: a Neo4j of 1 GiB has to be loaded with them first.
GDS_MOST = 200_000
ALPHA, TOLERANCE = 0.85, 1e-10


def citations(count: int, seed: int = 1) -> np.ndarray:
    """Who cites whom, each earlier nodes by their attractiveness; pairs of two columns, each once."""
    random = np.random.default_rng(seed)
    reach = np.cumsum(random.lognormal(0, SPREAD, count))
    citing = np.repeat(np.arange(count), random.poisson(random.lognormal(np.log(DEGREE) - 0.5, 1, count)))
    citing = citing[citing > 0]
    cited = np.searchsorted(reach, random.random(len(citing)) * reach[citing - 1], side="right")
    key = np.unique(citing.astype(np.int64) << 32 | np.minimum(cited, citing - 1))
    return np.column_stack([key >> 32, key & 0xFFFFFFFF]).astype(np.int32)


def ours(what: str, count: int, pairs: np.ndarray) -> np.ndarray:
    from scipy import sparse

    from ipgraph.analysis import measures

    if what.startswith("pagerank"):
        ones = np.ones(len(pairs))
        adjacency = sparse.csr_array((ones, (pairs[:, 0], pairs[:, 1])), shape=(count, count))
        if what == "pagerank, no direction":
            adjacency = sparse.csr_array(adjacency + adjacency.T)
        return measures.personalised_pagerank(adjacency, np.ones(count), alpha=ALPHA, tolerance=TOLERANCE / count)
    if what == "articulation points":
        return np.flatnonzero(measures.articulation_points(count, pairs))
    if what == "bridges":
        return np.array(measures.bridges(count, pairs)).reshape(-1, 2)
    return measures.path_counts(count, pairs[:, ::-1])


def igraph(what: str, count: int, pairs: np.ndarray) -> np.ndarray:
    from igraph import Graph

    graph = Graph(n=count, edges=pairs.astype(np.int64), directed=what == "pagerank")
    if what == "pagerank":
        return np.array(graph.pagerank(damping=ALPHA))
    if what == "articulation points":
        return np.sort(graph.articulation_points())
    ends = np.sort(pairs[graph.bridges()], axis=1)
    return ends[np.lexsort(ends.T[::-1])]


def networkit(what: str, count: int, pairs: np.ndarray) -> np.ndarray:
    import networkit as nk

    sides = (pairs[:, 0].astype(np.uint64), pairs[:, 1].astype(np.uint64))
    graph = nk.GraphFromCoo(sides, n=count, directed=what == "pagerank")
    if what == "pagerank":
        sinks = nk.centrality.SinkHandling.DistributeSinks
        found = nk.centrality.PageRank(graph, ALPHA, TOLERANCE, False, sinks)
        return np.array(found.run().scores())
    blocks = nk.components.BiconnectedComponents(graph)
    blocks.run()
    inside = np.bincount(np.concatenate([np.asarray(part) for part in blocks.getComponents()]), minlength=count)
    return np.flatnonzero(inside > 1)


def naive(what: str, count: int, pairs: np.ndarray) -> np.ndarray:
    """Search path counts node by node: no library has them, so this is what one would write by hand."""
    out: list[list[int]] = [[] for _ in range(count)]
    into: list[list[int]] = [[] for _ in range(count)]
    for citing, cited in pairs.tolist():
        out[cited].append(citing)
        into[citing].append(cited)
    ahead, behind = [0.0] * count, [0.0] * count
    for node in range(count):  # who cites comes after whom it cites
        ahead[node] = sum(ahead[before] for before in into[node]) or 1.0
    for node in reversed(range(count)):
        behind[node] = sum(behind[after] for after in out[node]) or 1.0
    return np.array([ahead[cited] * behind[citing] for citing, cited in pairs.tolist()])


PEERS: dict[str, dict[str, Callable[[str, int, np.ndarray], np.ndarray]]] = {
    "pagerank": {"igraph": igraph, "NetworKit": networkit},
    "articulation points": {"igraph": igraph, "NetworKit": networkit},
    "bridges": {"igraph": igraph},
    "search path counts": {"Python by node": naive},
}
WAYS = {"ours": ours, "igraph": igraph, "NetworKit": networkit, "Python by node": naive}


def measure(count: int = 300_000) -> Iterator[dict[str, Any]]:
    """One result a measure and way: seconds, seconds of work, memory; `ratio` is the peer's work over ours."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "pairs.npy", citations(count))
        edges = len(np.load(Path(folder) / "pairs.npy", mmap_mode="r"))
        for what, peers in PEERS.items():
            taken = {way: run(folder, what, way, count) for way in ("ours", *peers)}
            answers = {way: np.load(Path(folder) / f"{way}.npy") for way in taken}
            for way, found in answers.items():
                same(what, found, answers["ours"], way)
            for way, (seconds, work, memory) in taken.items():
                yield result(what, way, count, edges, seconds, work, memory, work / taken["ours"][1])
        small = min(count, GDS_MOST)
        yield from beside_gds(Path(folder), small)


def beside_gds(folder: Path, count: int) -> Iterator[dict[str, Any]]:
    """The measures that GDS has, by the clock: its work is another process's."""
    from benchmarks.gds import gds

    pairs = citations(count)
    linked, flat = np.unique(pairs, return_inverse=True)  # a projection from pairs has no node without one
    pairs, count = flat.reshape(-1, 2).astype(np.int32), len(linked)
    np.save(folder / "pairs.npy", pairs)
    for what, (found, seconds) in gds(pairs).items():
        mine, work, memory = run(str(folder), what, "ours", count)
        same(what, found, np.load(folder / "ours.npy"), "GDS")
        yield result(what, "ours", count, len(pairs), mine, work, memory, 1.0)
        yield result(what, "GDS", count, len(pairs), seconds, None, None, seconds / mine)


def same(what: str, found: np.ndarray, expected: np.ndarray, way: str) -> None:
    """Refuse to time what is not the same answer."""
    if found.dtype.kind == "f":
        found, expected = found / found.sum(), expected / expected.sum()
    assert found.shape == expected.shape, f"{what}: {way} finds {found.shape}, we {expected.shape}"
    near = np.allclose(found, expected, rtol=1e-4, atol=0)
    assert near, f"{what}: {way} and we disagree"


def result(
    what: str, way: str, count: int, edges: int, seconds: float, work: float | None, memory: float | None, ratio: float,
) -> dict[str, Any]:
    return {
        "benchmark": "network", "measure": what, "way": way, "nodes": count, "edges": edges,
        "seconds": round(seconds, 2), "work": "–" if work is None else round(work, 2),
        "memory_mib": "–" if memory is None else round(memory), "ratio": round(ratio, 2),
    }


def run(folder: str, what: str, way: str, count: int) -> tuple[float, float, float]:
    done = subprocess.run([sys.executable, "-m", "benchmarks.network", folder, what, way, str(count)], check=True,
                          capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "2"})
    seconds, work, memory = json.loads(done.stdout)
    return seconds, work, memory


def alone(folder: str, what: str, way: str, count: str) -> None:
    """One way of one measure, in this process."""
    pairs = np.load(Path(folder) / "pairs.npy")
    WAYS[way](what, 3, np.array([[1, 0], [2, 1]], dtype=np.int32))  # importing is no part of it
    start, work = time.perf_counter(), time.process_time()
    found = WAYS[way](what, int(count), pairs)
    taken = time.perf_counter() - start, time.process_time() - work
    np.save(Path(folder) / f"{way}.npy", found)
    with open("/proc/self/status") as status:  # getrusage would begin with the highest of the parent; on Linux only
        highest = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(json.dumps([*taken, highest / 1024]))


if __name__ == "__main__":
    alone(*sys.argv[1:])
