"""Measures of a chain beside the libraries that have them: py-ecomplexity, DuckDB, igraph, NetworKit, networkx.

Holders × segments for specialisation, relatedness and complexity; citations between segments; the chain itself, of 300
segments, for what lies between and what cannot be done without. Answers are compared first; both ways run in this
process, ours and the peer's by turns, and the shortest of three counts. What no library has stands alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from itertools import chain as together
from typing import Any

import duckdb
import networkit
import networkx as nx
import numpy as np
import pandas as pd
import pyarrow as pa
from ecomplexity import ecomplexity, proximity

from ipgraph.analysis import measures

SEGMENTS, TIMES = 300, 3
COLUMNS = {"time": "year", "loc": "actor", "prod": "field", "val": "patents"}
Way = Callable[[], Any]


def measure(size: int = 2000) -> Iterator[dict[str, Any]]:
    """One result a measure and way; `ratio` is the peer's time over ours. `size` is the number of holders."""
    random = np.random.default_rng(1)
    for what, rows, mine, peers in together(fields(random, size), flows(random, size * 1000), of_chain(random)):
        expected = mine()
        for peer in peers.values():
            with redirect_stdout(sys.stderr):
                found = peer()
            for one, other in zip(each(found), each(expected), strict=True):
                np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-9, err_msg=what)
        taken = {way: min(seconds(run) for _ in range(TIMES)) for way, run in (("ours", mine), *peers.items())}
        for way, shortest in taken.items():
            yield {"benchmark": "chain_measures", "measure": what, "way": way, "rows": rows,
                   "seconds": round(shortest, 4), "ratio": round(shortest / taken["ours"], 2)}


def each(answer: Any) -> tuple[Any, ...]:
    return answer if isinstance(answer, tuple) else (answer,)


def seconds(run: Way) -> float:
    start = time.perf_counter()
    with redirect_stdout(sys.stderr):  # py-ecomplexity prints
        run()
    return time.perf_counter() - start


def fields(random: np.random.Generator, actors: int) -> Iterator[tuple[str, int, Way, dict[str, Way]]]:
    """What py-ecomplexity has, of skewed counts of holders in segments, and concentration."""
    x = 1 + random.poisson(random.gamma(0.3, 8, (actors, 1)) * random.gamma(0.5, 4, (1, SEGMENTS)))
    actor, field = np.indices(x.shape)
    long = pd.DataFrame({"year": 0, "actor": actor.ravel(), "field": field.ravel(), "patents": x.ravel()})

    def mine() -> tuple[Any, ...]:
        r = measures.rta(x)
        m = measures.presence(r)
        phi = measures.proximity(m)
        found = measures.complexity(m)
        assert found is not None
        return r, measures.density(m, phi), np.abs(found[0])

    def theirs() -> tuple[Any, ...]:
        found = ecomplexity(long, COLUMNS, check_logsupermodularity=False, verbose=False)
        found = found.sort_values(["actor", "field"])
        eci = found.groupby("actor")["eci"].first().to_numpy()
        return found["rca"].to_numpy().reshape(x.shape), found["density"].to_numpy().reshape(x.shape), np.abs(eci)

    def pairs() -> Any:
        found = proximity(long, COLUMNS)
        phi = np.zeros((SEGMENTS, SEGMENTS))
        phi[found["field_1"], found["field_2"]] = found["proximity"]
        return phi

    yield "RTA, density, complexity", x.size, mine, {"ecomplexity": theirs}
    yield "proximity", x.size, lambda: measures.proximity(measures.presence(measures.rta(x))), {"ecomplexity": pairs}
    table = pa.table({"field": field.ravel(), "patents": x.ravel()})
    with duckdb.connect() as con:
        con.register("held", table)
        asked = "SELECT sum(patents ** 2) / sum(patents) ** 2 FROM held GROUP BY field ORDER BY field"
        yield ("HHI", x.size, lambda: np.array([measures.hhi(column) for column in x.T]),
               {"DuckDB": lambda: np.array(con.execute(asked).fetchall()).ravel()})


def flows(random: np.random.Generator, count: int) -> Iterator[tuple[str, int, Way, dict[str, Way]]]:
    """Citations between segments, and how many ways lead on."""
    citing, cited = random.integers(0, SEGMENTS, (2, count))
    table = pa.table({"citing": citing, "cited": cited})

    def theirs() -> Any:
        found = np.zeros((SEGMENTS, SEGMENTS))
        rows = con.execute("SELECT citing, cited, count(*) AS n FROM pairs GROUP BY ALL").fetchnumpy()
        found[rows["citing"], rows["cited"]] = rows["n"]
        return found

    with duckdb.connect() as con:
        con.register("pairs", table)
        yield "citation flow", count, lambda: measures.citation_flow(citing, cited, SEGMENTS), {"DuckDB": theirs}


def of_chain(random: np.random.Generator) -> Iterator[tuple[str, int, Way, dict[str, Way]]]:
    """A chain in twelve layers, three edges a segment to the next layer or the one after."""
    layer = SEGMENTS // 12
    start = np.repeat(np.arange(SEGMENTS - layer), 3)
    end = np.minimum((start // layer + 1) * layer + random.integers(0, 2 * layer, len(start)), SEGMENTS - 1)
    pairs = sorted(set(zip(start.tolist(), end.tolist(), strict=True)))
    directed: nx.DiGraph[int] = nx.DiGraph()
    directed.add_nodes_from(range(SEGMENTS))
    directed.add_edges_from(pairs)
    undirected, parts = directed.to_undirected(), networkit.nxadapter.nx2nk(directed)
    rows, z = len(pairs), np.zeros((SEGMENTS, SEGMENTS))
    z[tuple(np.array(pairs).T)] = 1

    def by_networkx() -> Any:
        return np.array(list(nx.betweenness_centrality(directed).values()))

    def by_networkit() -> Any:
        return np.array(networkit.centrality.Betweenness(parts, normalized=True).run().scores())

    def igraph() -> Any:
        from igraph import Graph

        found = Graph(n=SEGMENTS, edges=pairs, directed=True).betweenness()
        return np.array(found) / ((SEGMENTS - 1) * (SEGMENTS - 2))

    yield ("betweenness", rows, lambda: measures.betweenness(SEGMENTS, pairs),
           {"igraph": igraph, "NetworKit": by_networkit, "networkx": by_networkx})
    yield ("articulation points", rows, lambda: np.flatnonzero(measures.articulation_points(SEGMENTS, pairs)),
           {"networkx": lambda: np.array(sorted(nx.articulation_points(undirected)), dtype=int)})
    yield "cut segments", rows, lambda: measures.cut_segments(SEGMENTS, pairs), {}
    yield "supply paths", rows, lambda: np.array(measures.supply_paths(SEGMENTS, pairs), dtype=float), {}
    yield "trophic levels", rows, lambda: measures.trophic_levels(z), {}
    yield "upstreamness", rows, lambda: measures.upstreamness(z, measures.unit_final_use(z)), {}
    yield "key route", rows, lambda: np.array(measures.key_route(SEGMENTS, pairs)), {}
