"""`POST /api/v1/partners` through the server: as many different seekers as may be asked, one at a time, warm.

The peer of the same run is igraph's personalised PageRank of the same seekers on the same walk: of what an answer is
made of, the nearness alone. The server reads nothing ahead: it has nothing else to do while it is measured.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.chain_bundle import CHAIN, SEGMENTS, chain_bundle
from ipgraph.analysis import DEFAULT
from ipgraph.analysis.portfolio import organisations, walk
from ipgraph.bundle import Workspace
from ipgraph.projection import read_bundle
from ipgraph.store import open_store

SEEKERS, OF_PEER = 200, 3
SERVER = """
import sys
import uvicorn
from ipgraph.app import app_from_environment
uvicorn.run(app_from_environment, factory=True, host="127.0.0.1", port=int(sys.argv[1]), log_level="error",
            lifespan="off")
"""


def measure(patents: int = 100_000) -> Iterator[dict[str, Any]]:
    """Seconds of the first answer, and of the later ones: median, p95 and most; `ratio` is to igraph's median."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        bundle = chain_bundle(home / "bundle", patents)
        Workspace(home).switch(bundle)
        store = open_store("embedded", home, create=True)
        store.publish(bundle)
        store.close()
        graph = read_bundle(bundle)
        firms = np.flatnonzero(organisations(graph))
        drawn = np.random.default_rng(5).choice(firms, min(SEEKERS, len(firms)), replace=False)
        who = graph.nodes["Holder"]["id"].iloc[drawn].tolist()
        peer = nearness(graph, drawn[:OF_PEER])
        size = {"nodes": len(walk(graph, DEFAULT).degree), "edges": walk(graph, DEFAULT).steps.nnz // 2}
        del graph
        with serving(home) as address:
            for question, more in (("for a segment", {"segment": f"{CHAIN}.{SEGMENTS // 2:03d}"}), ("at large", {})):
                taken = [post(address, {"who": [one], **more}) for one in who]
                for what, seconds in (("first", taken[0]), ("p50", float(np.median(taken[1:]))),
                                      ("p95", float(np.quantile(taken[1:], 0.95))), ("most", max(taken[1:]))):
                    yield {"benchmark": "post_partners", "question": question, "what": what, "patents": patents, **size,
                           "seconds": round(seconds, 3), "ratio": round(seconds / peer, 3)}
        yield {"benchmark": "post_partners", "question": "igraph, nearness alone", "what": "p50", "patents": patents,
               **size, "seconds": round(peer, 3), "ratio": 1.0}


def nearness(graph: Any, seekers: np.ndarray) -> float:
    """Median seconds of igraph's answer."""
    from benchmarks.partners import by_igraph, pairs_of

    ways = walk(graph, DEFAULT)
    found = by_igraph(len(ways.degree), *pairs_of(ways), {str(s): int(s) for s in seekers})
    return float(np.median([seconds for _, seconds, _ in found.values()]))


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of a server over the workspace."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(port)],
                               env={**os.environ, "IPGRAPH_HOME": str(home), "IPGRAPH_STORE": "embedded"})
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/api/v1/partners"
    finally:
        process.terminate()
        process.wait(60)


def post(address: str, asked: dict[str, Any]) -> float:
    """Seconds of an answer."""
    request = urllib.request.Request(address, json.dumps(asked).encode(), {"content-type": "application/json"})
    start = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        found = json.load(answer)
    seconds = time.perf_counter() - start
    assert len(found["answers"]) == 1, f"no answer for {asked}"
    return seconds
