"""The Graph Data Science library (OpenGDS 2.13) inside a Neo4j of our own, as a peer of measures on networks."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
from neo4j import Driver, GraphDatabase
from neo4j_server import fetched, neo4j_server

POM = Path(__file__).parent / "gds_jars" / "pom.xml"
KEPT = Path(__file__).parents[1] / ".neo4j" / "gds"
#: What each measure is called there, with its settings, and what the answer is.
CALLED = {
    "pagerank, no direction": ("pageRank", "{maxIterations: 100, tolerance: 1e-10}", "nodeId, score", "nodeId"),
    "articulation points": ("articulationPoints", "{}", "nodeId", "nodeId"),
    "bridges": ("bridges", "{}", "from, to", "from, to"),
}
#: A csv of pairs becomes the graph `g` without direction.
PROJECT = """
    LOAD CSV FROM 'file:///pairs.csv' AS pair
    WITH toInteger(pair[0]) AS start, toInteger(pair[1]) AS end, toFloat(pair[2]) AS weight
    WITH gds.graph.project('g', start, end, {relationshipProperties: {weight: weight}},
                           {undirectedRelationshipTypes: ['*']}) AS g
    RETURN g.nodeCount AS nodes
"""


@dataclass(frozen=True)
class Gds:
    """A running server with the graph `g`, whose nodes are the positions in the pairs."""

    driver: Driver

    def ask(self, query: str, **values: Any) -> tuple[np.ndarray, float]:
        """Rows of an answer, and seconds until its end, over Bolt."""
        found = self.driver.execute_query(query, **values)
        seconds = (found.summary.result_available_after + found.summary.result_consumed_after) / 1000
        return np.array([row.values() for row in found.records]), seconds


@contextmanager
def loaded(pairs: np.ndarray, weights: np.ndarray | None = None, heap: str = "1g") -> Iterator[Gds]:
    """GDS with a graph without direction; each node has an edge."""
    with tempfile.TemporaryDirectory() as folder:
        plugins = Path(folder)
        for jar in jars().glob("*.jar"):
            if not (fetched() / jar.name).exists():
                shutil.copy(jar, plugins)
        columns = [*pairs.T, np.ones(len(pairs)) if weights is None else weights]
        table = pa.table({str(n): column for n, column in enumerate(columns)})
        pa.csv.write_csv(table, plugins / "pairs.csv", pa.csv.WriteOptions(include_header=False))
        with neo4j_server("512m", plugins, heap) as server, GraphDatabase.driver(
            server.address, auth=(server.user, server.password)
        ) as driver:
            [nodes] = driver.execute_query(PROJECT).records
            assert nodes["nodes"] == len(np.unique(pairs))
            yield Gds(driver)


def gds(pairs: np.ndarray) -> dict[str, tuple[np.ndarray, float]]:
    """Answer and seconds of each measure, as the server times them: neither the projection nor the way of the answer
    over Bolt is in them. Nodes are the positions in `pairs`, each of which has an edge."""
    with loaded(pairs) as server:
        found = {}
        for what, (name, settings, columns, order) in CALLED.items():
            asked = f"CALL gds.{name}.stream('g', {settings}) YIELD {columns} RETURN"
            _, seconds = server.ask(f"{asked} count(*)")
            rows, _ = server.ask(f"{asked} {columns} ORDER BY {order}")
            found[what] = answer(what, rows), seconds
        return found


def answer(what: str, rows: np.ndarray) -> np.ndarray:
    """In the shape of ours."""
    if what == "bridges":
        ends = np.sort(rows.reshape(-1, 2), axis=1)
        return ends[np.lexsort(ends.T[::-1])]
    return rows[:, -1]


def jars() -> Path:
    """The folder of GDS's jars, filled through Maven when it is not there."""
    if not list(KEPT.glob("proc-*.jar")):
        subprocess.run(["mvn", "-q", "-B", "dependency:copy-dependencies", "-f", str(POM), f"-DoutputDirectory={KEPT}"],
                       check=True)
    return KEPT
