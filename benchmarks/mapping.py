"""What it costs to make rows of n-grams of texts: invented titles and abstracts, Chinese and English.

Each way runs in a process of its own. Beside ours scikit-learn's HashingVectorizer and TfidfTransformer over all texts
at once, told to take a character of Chinese for a token, so that both make the same n-grams.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.invented import CLAUSES, FIELDS, SUBCLASSES

ENGLISH = (
    "battery", "electrode", "device", "method", "control", "vehicle", "cooling", "separator", "recovery", "energy",
    "housing", "sensor", "circuit", "module", "catalyst", "membrane", "polymer", "assembly", "signal", "process",
)
OURS = """
import resource, sys, time
import numpy as np
import pyarrow.parquet as pq
from ipgraph.analysis.mapping.learn import normed
from ipgraph.analysis.mapping.read import rows
texts = pq.read_table(sys.argv[1])
start, used = time.perf_counter(), time.process_time()
found = rows(texts, ())
counts = np.bincount(found.indices, minlength=found.shape[1])
columns = np.flatnonzero(counts)
ready = normed(found, columns, np.log((1 + found.shape[0]) / (1 + counts[columns])) + 1)
seconds, cpu = time.perf_counter() - start, time.process_time() - used
print(seconds, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ready.nnz)
"""
PEER = """
import resource, sys, time
import pyarrow.parquet as pq
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
columns = [column.to_pylist() for column in pq.read_table(sys.argv[1]).columns]
texts = [f"{title}\\n{abstract}" for title, abstract in zip(*columns)]
start, used = time.perf_counter(), time.process_time()
token = r"[a-z0-9]+|[\\u4e00-\\u9fff]"
hashed = HashingVectorizer(token_pattern=token, ngram_range=(1, 3), norm=None, binary=True, alternate_sign=False)
ready = TfidfTransformer().fit_transform(hashed.transform(texts))
seconds, cpu = time.perf_counter() - start, time.process_time() - used
print(seconds, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ready.nnz)
"""


def measure(texts: int = 20_000) -> Iterator[dict[str, Any]]:
    """One result a way: texts, n-grams, seconds, CPU, memory, and the ratio of the CPU to scikit-learn's."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.parquet"
        pq.write_table(invented(texts), file)
        taken = {way: run(code, file) for way, code in (("scikit-learn", PEER), ("ours", OURS))}
    for way, (seconds, cpu, memory, grams) in taken.items():
        yield {
            "benchmark": "mapping", "way": way, "texts": texts, "n_grams": int(grams), "seconds": round(seconds, 1),
            "cpu": round(cpu, 1), "texts_per_second": round(texts / seconds), "memory_mib": round(memory),
            "ratio": round(cpu / taken["scikit-learn"][1], 2),
        }


def invented(count: int) -> pa.Table:
    """title and abstract, two in three Chinese."""
    chance = random.Random(5)
    words = list(SUBCLASSES.values())
    rows = []
    for n in range(count):
        if n % 3:
            title = f"一种{chance.choice(FIELDS)}用{chance.choice(words)}{n}"
            rows.append((title, "，".join([title, *chance.choices(CLAUSES, k=5)])))
        else:
            rows.append((" ".join(chance.choices(ENGLISH, k=7)), " ".join(chance.choices(ENGLISH, k=60))))
    return pa.table({"title": [title for title, _ in rows], "abstract": [abstract for _, abstract in rows]})


def run(code: str, file: Path) -> tuple[float, ...]:
    done = subprocess.run([sys.executable, "-c", code, str(file)], check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result))
