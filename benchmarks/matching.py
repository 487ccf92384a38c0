"""What matching costs: an index over invented abstracts, and answers from it, beside SQLite's FTS5 over the same terms.

Each runs in a process of its own. An abstract has 70 words of two or three characters by Zipf's law, a title five of
them; a need is a title turned at its fourth letter. FTS5 answers with the best 200 by BM25, ours with the ten best of
each kind and their reasons, so ours includes FTS5's task and more.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

#: Texts by number, the same for the same number of patents: titles, abstracts, and needs of 200 of them.
TEXTS = """
import resource, sqlite3, sys, time
from pathlib import Path
import numpy as np, pandas as pd, pyarrow as pa
count, room = int(sys.argv[1]), Path(sys.argv[2])
chance = np.random.default_rng(7)
letters = np.array([chr(0x4E00 + n) for n in range(3000)])
words = np.array(["".join(chance.choice(letters, size)) for size in chance.integers(2, 4, 30_000)], dtype=object)
def drawn(size):
    return words[np.minimum((30_000 ** chance.random(size)).astype(int) - 1, 29_999)]
titles = ["".join(row) for row in drawn((count, 5))]
abstracts = ["".join(row[:35]) + "，" + "".join(row[35:]) + "。"
             for start in range(0, count, 50_000) for row in drawn((min(50_000, count - start), 70))]
table = pa.table({"id": [f"{n:09d}" for n in range(count)], "title": titles,
                  "title_en": pa.nulls(count, pa.string()), "abstract": abstracts})
needs = [titles[n][4:] + titles[n][:4] for n in chance.choice(count, 200, replace=False)]
del titles, abstracts
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
def answered(answer):
    took = []
    for need in needs:
        start = time.perf_counter()
        answer(need)
        took.append((time.perf_counter() - start) * 1000)
    return np.percentile(took, [50, 95])
def told(built, p50, p95):
    print(built, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, before, p50, p95)
"""
OURS = TEXTS + """
from analysis.graphs import graph_of
from ipgraph.analysis.matching import match
from ipgraph.projection import ENDS, Edges, Projection
from ipgraph.text import open_texts
none = graph_of({}, {})
classes = [f"A{10 + n // 26}{chr(65 + n % 26)}1/00" for n in range(600)]
firms = [f"firm {n:05d}" for n in range(2000)]
frames = {**none.nodes, "TechClass": pd.DataFrame({"id": sorted(classes)}),
          "Holder": none.nodes["Holder"].reindex(range(2000)).assign(id=firms, name=firms, kind="Institution"),
          "Patent": none.nodes["Patent"].reindex(range(count)).assign(id=table.column("id").to_pandas())}
size = {label: len(frame) for label, frame in frames.items()}
edges = {type: Edges(np.empty(0, np.int32), np.empty(0, np.int32), none.edges[type].data, (size[a], size[b]))
         for type, (a, b) in ENDS.items()}
edges["CLASSIFIED_AS"] = Edges(np.arange(count, dtype=np.int32), chance.integers(0, 600, count).astype(np.int32),
                               pd.DataFrame({"main": np.ones(count, bool)}), (count, 600))
holder = np.arange(count, dtype=np.int32) % 2000
edges["FILED"] = Edges(np.sort(holder), np.argsort(holder, kind="stable").astype(np.int32),
                       none.edges["FILED"].data.reindex(range(count)), (2000, count))
graph = Projection("bench", "2024-01-01", frames, edges)
start = time.perf_counter()
index = open_texts(lambda: table, frames["Patent"]["id"], "bench", room)
built = time.perf_counter() - start
match(graph, index, needs[0])  # learns the rankers
told(built, *answered(lambda need: match(graph, index, need)))
"""
PEER = TEXTS + """
from ipgraph.text.tokens import normalised, pairs
start = time.perf_counter()
base = sqlite3.connect(room / "fts.db")
base.execute("CREATE VIRTUAL TABLE texts USING fts5(body, content='')")
for at in range(0, count, 20_000):
    part = table.slice(at, 20_000)
    both = [a + " " + b for a, b in zip(*(normalised(part.column(c).combine_chunks()).to_pylist()
                                           for c in ("title", "abstract")))]
    base.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)",
                     ((at + n, " ".join(pairs(text))) for n, text in enumerate(both)))
base.commit()
built = time.perf_counter() - start
def ask(need):
    wanted = " OR ".join(f'"{pair}"' for pair in dict.fromkeys(pairs(need)))
    base.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 200", (wanted,)).fetchall()
told(built, *answered(ask))
"""


def measure(patents: int) -> Iterator[dict[str, Any]]:
    """Seconds of building, memory, and milliseconds of an answer, of ours and of FTS5."""
    peer: dict[str, Any] | None = None
    for name, program in (("FTS5, pairs, best 200", PEER), ("match, ten of each kind with reasons", OURS)):
        with tempfile.TemporaryDirectory() as room:
            done = subprocess.run([sys.executable, "-c", program, str(patents), room], check=True,
                                  capture_output=True, text=True)
        built, cpu, memory, texts, p50, p95 = map(float, done.stdout.split()[-6:])
        row = {
            "benchmark": "matching", "what": name, "patents": patents, "build seconds": round(built, 1),
            "CPU seconds": round(cpu, 1), "memory MiB": round(memory), "of it texts": round(texts),
            "p50 ms": round(p50, 1), "p95 ms": round(p95, 1), "beside FTS5": "–",
        }
        if peer:
            row["beside FTS5"] = (f"build {built / peer['build seconds']:.1f}×, "
                                  f"p95 {p95 / max(peer['p95 ms'], 0.1):.1f}×")
        peer = peer or row
        yield row


if __name__ == "__main__":
    for result in measure(int(sys.argv[1])):
        print(json.dumps(result, ensure_ascii=False))
