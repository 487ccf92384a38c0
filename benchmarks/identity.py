"""What it costs to say which of a million names are one: ours whole (cleaning, first cut, candidates, weights, merges),
beside what Splink makes of the same names with its own comparison of strings and its own training of u, blocked on the
first four characters.

The names are made: firms with a place, a brand of two or three characters, an industry and a legal form; every fifth
firm has a short name too, every tenth another spelling, every fourth a name in Latin letters. The truth is known, so
both say how well they do. Memory is the highest of a process of its own.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = ("北京", "上海", "深圳市", "广东", "江苏", "浙江", "山东", "泰安市", "苏州", "杭州", "青岛", "武汉", "成都",
          "湖南", "安徽", "福建", "重庆", "天津", "河南", "陕西")
INDUSTRIES = ("新能源科技", "新材料", "电子", "机械制造", "生物医药", "化工", "汽车零部件", "信息技术", "精密仪器",
              "环保设备", "电气", "光电", "半导体", "软件", "食品")
FORMS = ("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司")
#: Characters of brands; those at the beginning make up most.
FIRST, LAST = 0x4E00, 0x5A00
SHORTER = {"Industries": "Ind", "Technologies": "Tech", "Systems": "Sys", "Electric": "Elec", "Chemical": "Chem",
           "Engineering": "Eng", "Manufacturing": "Mfg", "International": "Int", "Products": "Prod", "Research": "Res"}

OURS = """
import csv, json, resource, sys, time
from ipgraph.tables.engine import connect
from ipgraph.tables.identity.agreement import agreement
from ipgraph.tables.identity.bare import Bare
truth = dict(csv.reader(open(sys.argv[1], encoding="utf-8")))
start = time.perf_counter()
found = Bare.of(connect(), truth).clusters()
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  **agreement(found, truth)}))
"""
PEER = """
import csv, json, resource, sys, time
import duckdb, pyarrow as pa
import splink.comparison_library as library
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from ipgraph.tables.identity.agreement import agreement
truth = dict(csv.reader(open(sys.argv[1], encoding="utf-8")))
start = time.perf_counter()
names = pa.table({"unique_id": list(truth), "name": list(truth)})
linker = Linker(DuckDBAPI().register(names), SettingsCreator(
    link_type="dedupe_only", probability_two_random_records_match=0.05,
    comparisons=[library.JaroWinklerAtThresholds("name", [0.95, 0.88])],
    blocking_rules_to_generate_predictions=[block_on("substr(name, 1, 4)")]), log_level=None)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
found = linker.inference.predict(threshold_match_probability=0.5, warning_mode="never")
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.5)
table = clusters.as_duckdbpyrelation().to_arrow_table()
seconds = time.perf_counter() - start
placed = dict(zip(table["unique_id"].to_pylist(), table["cluster_id"].to_pylist()))
print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  **agreement(placed, truth)}))
"""


def measure(names: int = 1_000_000) -> Iterator[dict[str, Any]]:
    """One result a way: seconds, names a second, memory, and how well it did."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "truth.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(made(names))
        for way, code in (("ours", OURS), ("Splink, strings alone", PEER)):
            done = subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(path)], check=True,
                                  capture_output=True, text=True)
            told = json.loads(done.stdout.splitlines()[-1])
            yield {"benchmark": "identity", "way": way, "names": told["names"], "seconds": round(told["seconds"], 1),
                   "names_per_second": round(told["names"] / told["seconds"]), "memory_mib": round(told["mib"]),
                   **{figure: told[figure] for figure in ("precision", "recall", "f1", "b3_f1")}}


def made(count: int) -> list[tuple[str, str]]:
    """Name and cluster of so many names, the same on every run."""
    dice = random.Random(1)
    truth: dict[str, str] = {}
    firm = 0
    while len(truth) < count:
        firm += 1
        for name in latin(dice) if firm % 4 == 0 else chinese(dice, firm):
            truth.setdefault(name, str(firm))
    return list(truth.items())[:count]


def chinese(dice: random.Random, firm: int) -> Iterator[str]:
    brand = "".join(chr(FIRST + int((LAST - FIRST) * dice.random() ** 3)) for _ in range(dice.choice((2, 2, 3))))
    place, industry, form = dice.choice(PLACES), dice.choice(INDUSTRIES), dice.choice(FORMS)
    if firm % 5 == 0:
        form = "股份有限公司"
        yield brand + industry[-2:]
    yield f"{place}{brand}{industry}{form}"
    if firm % 10 == 1:
        yield f"{place} {brand}{industry}{form}"


def latin(dice: random.Random) -> Iterator[str]:
    brand = "".join(dice.choice("bcdfghklmnprstvz") + dice.choice("aeiou") for _ in range(3)).capitalize()
    other = "".join(dice.choice("bcdfghklmnprstvz") + dice.choice("aeiou") for _ in range(2)).capitalize()
    word = dice.choice(list(SHORTER))
    yield f"{brand} {other} {word} Co., Ltd."
    if dice.random() < 0.3:
        yield f"{brand} {other} {SHORTER[word]} Co Ltd".upper()


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result, ensure_ascii=False))
