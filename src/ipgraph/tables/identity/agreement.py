"""How well names that were taken for one organisation agree with a truth file.

Pairwise: of the pairs put together, the share that belongs together (precision), of those that belong together the
share put together (recall). B³: the same, looked at from each name and averaged (Bagga and Baldwin, 1998), so that one
large organisation does not decide all. F1 is the harmonic mean.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from ipgraph.errors import LayoutError
from ipgraph.sources import open_file

#: Headings of a column that says which names are one.
CLUSTER = ("cluster", "group", "主体", "簇", "组")
#: Headings of columns of names, where a table has others too.
NAME = ("name", "fullname", "full name", "short name", "alias", "名称", "简称", "全称", "企业名称", "别名")
SEED = 4


def read_truth(path: Path) -> list[tuple[str, str]]:
    """Pairs from a table: two columns of names that are one, or a name and the cluster it is of (headed `cluster`).

    Of a cluster each name is paired with the first. LayoutError where there are not two columns.
    """
    with TemporaryDirectory() as scratch:
        sheet = open_file(path, Path(scratch)).sheets[0]
        headings = [heading.strip().lower() for heading in sheet.head[0]]
        group = [n for n, heading in enumerate(headings) if heading in CLUSTER][:1]
        named = [n for n, heading in enumerate(headings) if heading in NAME]
        columns = (named + [n for n in range(len(headings)) if n not in named + group])[:2 - len(group)] + group
        if len(columns) < 2:
            raise LayoutError(f"{path}: two columns are needed: two names, or name and cluster",
                              f"{path}：需要两列：两个名称，或名称与 cluster")
        table = pq.read_table(sheet.body(0, Path(scratch) / "truth.parquet").path)
        first, second = (table[f"c{n}"].to_pylist() for n in columns)
    rows = [(one, other) for one, other in zip(first, second, strict=True) if one and other]
    if not group:
        return rows
    leader: dict[str, str] = {}
    return [(name, leader.setdefault(cluster, name)) for name, cluster in rows]


def halves(pairs: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The half that training learns from and the other one, by a fixed seed; no name stands in both."""
    groups: dict[str, list[tuple[str, str]]] = {}
    of = clusters(pairs)
    for pair in sorted(set(pairs)):
        groups.setdefault(of[pair[0]], []).append(pair)
    order = sorted(groups)
    random.Random(SEED).shuffle(order)
    middle = len(order) // 2
    learned, unseen = ([pair for group in part for pair in groups[group]] for part in (order[:middle], order[middle:]))
    return learned, unseen


def clusters(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Name → the smallest of all names that the pairs tie to it."""
    leader: dict[str, str] = {}

    def top(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for one, other in pairs:
        high, low = sorted((top(one), top(other)))
        leader[low] = high
    return {name: top(name) for name in list(leader)}


def agreement(found: Mapping[str, str], truth: Mapping[str, str]) -> dict[str, float | int]:
    """Figures over the names of the truth; a name that was not found is alone.

    >>> agreement({"a": "1", "b": "1", "c": "1"}, {"a": "x", "b": "x", "c": "y"})["precision"]
    0.3333
    """
    placed = {name: found.get(name, f"alone {name}") for name in truth}
    sizes, true_sizes = Counter(placed.values()), Counter(truth.values())
    cells = Counter((placed[name], cluster) for name, cluster in truth.items())
    both, made, wanted = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (cells, sizes, true_sizes))
    near = sum(n * n / sizes[mine] for (mine, _), n in cells.items()) / len(truth)
    far = sum(n * n / true_sizes[theirs] for (_, theirs), n in cells.items()) / len(truth)
    precision, recall = both / made if made else 1.0, both / wanted if wanted else 1.0
    figures = {
        "precision": precision, "recall": recall, "f1": harmonic(precision, recall), "b3_precision": near,
        "b3_recall": far, "b3_f1": harmonic(near, far),
    }
    return {"names": len(truth), "true_pairs": wanted, "found_pairs": made,
            **{name: round(value, 4) for name, value in figures.items()}}


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
