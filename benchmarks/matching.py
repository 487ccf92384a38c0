"""What matching costs: an index over a million abstracts, and answers from it, beside SQLite's FTS5 over the same
terms.

Each runs in a process of its own. Abstracts are recombined from the sentences of those in the workspace of
IPGRAPH_HOME, each under the title of one of them; where it has none, they are invented: 70 words of two or three
characters by Zipf's law, a title five of them. A short need is a title turned at its fourth letter, a long one a
recombined abstract of its own. FTS5 answers with the best 200 by BM25, ours with the ten best of each kind and their
reasons, so ours includes FTS5's task and more. FTS5 is asked only every fifth need: it takes seconds for a long one.

`python -m benchmarks.matching SIZE ours` leaves FTS5 out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

#: Texts by number, the same for the same number of patents and the same workspace: titles, abstracts, and needs of both
#: lengths, 100 each.
TEXTS = """
import re, resource, sqlite3, sys, time
from pathlib import Path
import numpy as np, pandas as pd, pyarrow as pa
from ipgraph.bundle import Workspace
from ipgraph.errors import IpgraphError
from ipgraph.settings import Settings
count, room = int(sys.argv[1]), Path(sys.argv[2])
chance = np.random.default_rng(7)
def real():
    try:
        known = Workspace(Settings.from_environment().home).current().nodes("Patent")
    except IpgraphError:
        return [], [], []
    told = known.filter(known.column("abstract").is_valid()).select(["title", "abstract"])
    parts = [[p for p in re.split("(?<=[。；;])", text) if len(p) > 4] for text in told.column("abstract").to_pylist()]
    return (told.column("title").drop_null().to_pylist(), [p for own in parts for p in own],
            [len(own) for own in parts if own])
names, sentences, sizes = real()
kind = "recombined" if sentences else "invented"
if not sentences:
    letters = np.array([chr(0x4E00 + n) for n in range(3000)])
    words = np.array(["".join(chance.choice(letters, size)) for size in chance.integers(2, 4, 30_000)], dtype=object)
    def drawn(size):
        return words[np.minimum((30_000 ** chance.random(size)).astype(int) - 1, 29_999)]
    names = ["".join(row) for row in drawn((count, 5))]
    sentences, sizes = ["".join(row) + "，" for row in drawn((min(count * 2, 200_000), 35))], [2]
def recombined(number):
    many = chance.choice(sizes, number)
    at, ends = chance.integers(0, len(sentences), many.sum()), np.cumsum([0, *many])
    return ["".join([sentences[n] for n in at[low:high]]) for low, high in zip(ends[:-1], ends[1:])]
titles = [names[n] for n in chance.integers(0, len(names), count)]
table = pa.table({"id": [f"{n:09d}" for n in range(count)], "title": titles,
                  "title_en": pa.nulls(count, pa.string()), "abstract": pa.concat_tables(
    [pa.table({"a": recombined(min(50_000, count - start))}) for start in range(0, count, 50_000)]).column("a")})
needs = {"short": [titles[n][4:] + titles[n][:4] for n in chance.choice(count, 100, replace=False)],
         "long": recombined(100)}
del titles, names, sentences
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
def answered(answer, every=1):
    found = []
    for length in ("short", "long"):
        took = []
        for need in needs[length][::every]:
            start = time.perf_counter()
            answer(need)
            took.append((time.perf_counter() - start) * 1000)
        found += np.percentile(took, [50, 95]).tolist()
    return found
def told(built, cpu, memory, *times):
    print(kind, built, cpu, memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, before, *times)
def highest():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
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
start, work = time.perf_counter(), time.process_time()
index = open_texts(lambda: table, frames["Patent"]["id"], "bench", room)
built, work, memory = time.perf_counter() - start, time.process_time() - work, highest()
match(graph, index, needs["short"][0])  # learns the rankers
told(built, work, memory, *answered(lambda need: match(graph, index, need)))
"""
#: Milliseconds of an answer.
TIMES = ("short p50 ms", "short p95 ms", "long p50 ms", "long p95 ms")
PEER = TEXTS + """
from ipgraph.text.tokens import normalised, pairs
start, work = time.perf_counter(), time.process_time()
base = sqlite3.connect(room / "fts.db")
base.execute("CREATE VIRTUAL TABLE texts USING fts5(body, content='')")
for at in range(0, count, 20_000):
    part = table.slice(at, 20_000)
    both = [a + " " + b for a, b in zip(*(normalised(part.column(c).combine_chunks()).to_pylist()
                                           for c in ("title", "abstract")))]
    base.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)",
                     ((at + n, " ".join(pairs(text))) for n, text in enumerate(both)))
base.commit()
built, work, memory = time.perf_counter() - start, time.process_time() - work, highest()
def ask(need):
    wanted = " OR ".join(f'"{pair}"' for pair in dict.fromkeys(pairs(need)))
    base.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 200", (wanted,)).fetchall()
told(built, work, memory, *answered(ask, 5))
"""


def measure(patents: int, peers: bool = True) -> Iterator[dict[str, Any]]:
    """Seconds of building, memory, and milliseconds of an answer to short and to long needs, of ours and of FTS5."""
    peer: dict[str, float] | None = None
    programs = (("FTS5, pairs, best 200", PEER), ("match, ten of each kind with reasons", OURS))
    for name, program in programs if peers else programs[1:]:
        with tempfile.TemporaryDirectory() as room:
            done = subprocess.run([sys.executable, "-c", program, str(patents), room], check=True,
                                  stdout=subprocess.PIPE, text=True)
        kind, *figures = done.stdout.split()
        told = dict(zip(("build", "cpu", "memory", "whole", "texts", *TIMES), map(float, figures), strict=True))
        row: dict[str, Any] = {
            "benchmark": "matching", "what": name, "patents": patents, "texts": kind,
            "build seconds": round(told["build"], 1), "CPU seconds": round(told["cpu"], 1),
            "memory MiB": round(told["memory"]), "of it texts": round(told["texts"]),
            "memory with answers": round(told["whole"]), **{time: round(told[time], 1) for time in TIMES},
            "beside FTS5": "–",
        }
        if peer:
            beside = {what: told[what] / max(peer[what], 0.1) for what in ("build", *TIMES)}
            row["beside FTS5"] = ", ".join(f"{what} {ratio:.1f}×" for what, ratio in beside.items())
        peer = peer or told
        yield row


if __name__ == "__main__":
    for result in measure(int(sys.argv[1]), sys.argv[2:] != ["ours"]):
        print(json.dumps(result, ensure_ascii=False), flush=True)
