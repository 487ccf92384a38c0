"""The Graph Data Science library (OpenGDS 2.13) inside a Neo4j of our own, as a peer of measures on networks."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from neo4j import GraphDatabase
from neo4j_server import fetched, neo4j_server

POM = Path(__file__).parent / "gds_jars" / "pom.xml"
KEPT = Path(__file__).parents[1] / ".neo4j" / "gds"
#: What each measure is called there, with its settings, and what the answer is.
CALLED = {
    "pagerank, no direction": ("pageRank", "{maxIterations: 100, tolerance: 1e-10}", "nodeId, score", "nodeId"),
    "articulation points": ("articulationPoints", "{}", "nodeId", "nodeId"),
    "bridges": ("bridges", "{}", "from, to", "from, to"),
}


def gds(pairs: np.ndarray) -> dict[str, tuple[np.ndarray, float]]:
    """Answer and seconds of each measure, as the server times them: neither the projection nor the way of the answer
    over Bolt is in them. Nodes are the positions in `pairs`, each of which has an edge."""
    with tempfile.TemporaryDirectory() as folder:
        plugins = Path(folder)
        for jar in jars().glob("*.jar"):
            if not (fetched() / jar.name).exists():
                shutil.copy(jar, plugins)
        with neo4j_server("512m", plugins) as server, GraphDatabase.driver(
            server.address, auth=(server.user, server.password)
        ) as driver:
            driver.execute_query(
                "UNWIND range(0, size($starts) - 1) AS i "
                "WITH gds.graph.project('g', $starts[i], $ends[i], {}, {undirectedRelationshipTypes: ['*']}) AS g "
                "RETURN g.nodeCount", starts=pairs[:, 0].tolist(), ends=pairs[:, 1].tolist(),
            )
            found = {}
            for what, (name, settings, columns, order) in CALLED.items():
                asked = f"CALL gds.{name}.stream('g', {settings}) YIELD {columns} RETURN"
                taken = driver.execute_query(f"{asked} count(*)").summary
                rows = driver.execute_query(f"{asked} {columns} ORDER BY {order}").records
                seconds = (taken.result_available_after + taken.result_consumed_after) / 1000
                found[what] = answer(what, np.array([row.values() for row in rows])), seconds
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
