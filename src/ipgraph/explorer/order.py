"""Orders of a chain's segments: by branch number, without cycles, in layers, and with few crossings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

Pairs = Sequence[tuple[str, str]]


def branch_key(number: str | None, key: str) -> tuple[tuple[int, ...], str]:
    """Sort key of a branch number, 2.10 after 2.9; segments without a number follow, by id."""
    digits = tuple(int(part) for part in re.findall(r"\d+", number or ""))
    return (digits or (1 << 30,), key)


def without_cycles(nodes: Sequence[str], edges: Pairs) -> list[tuple[str, str]]:
    """The edges left when each one that closes a cycle is dropped, walking depth first in the order of `nodes`.

    >>> without_cycles(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")])
    [('a', 'b'), ('b', 'c')]
    """
    rank = {node: at for at, node in enumerate(nodes)}
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in sorted(set(edges), key=lambda e: (rank[e[0]], rank[e[1]])):
        after[source].append(target)
    kept: list[tuple[str, str]] = []
    done: set[str] = set()
    for root in nodes:
        if root in done:
            continue
        path, walk = {root}, [(root, iter(after[root]))]
        while walk:
            node, rest = walk[-1]
            for target in rest:
                if target in path:
                    continue
                kept.append((node, target))
                if target not in done:
                    path.add(target)
                    walk.append((target, iter(after[target])))
                    break
            else:
                walk.pop()
                path.discard(node)
                done.add(node)
    return kept


def layers(nodes: Iterable[str], edges: Pairs) -> dict[str, int]:
    """Longest path from a source to each node, edges being without cycles.

    >>> layers("abc", [("a", "b"), ("b", "c"), ("a", "c")])
    {'a': 0, 'b': 1, 'c': 2}
    """
    level = dict.fromkeys(nodes, 0)
    for _ in range(len(level)):
        moved = False
        for source, target in edges:
            if level[target] <= level[source]:
                level[target], moved = level[source] + 1, True
        if not moved:
            break
    return level


def late(nodes: Iterable[str], edges: Pairs) -> dict[str, int]:
    """Layers as above, but what nothing feeds stands just before the first that it feeds, else in the last layer.

    >>> late("abcd", [("a", "b"), ("b", "c"), ("d", "c")])
    {'a': 0, 'b': 1, 'c': 2, 'd': 1}
    """
    level = layers(nodes, edges)
    last = max(level.values(), default=0)
    fed = {target for _, target in edges}
    for node in level:
        if node not in fed:
            level[node] = min((level[target] - 1 for source, target in edges if source == node), default=last)
    return level


def untangle(
    columns: Sequence[Sequence[str]], edges: Pairs, wholes: Mapping[str, tuple[str, ...]], sweeps: int = 6,
) -> list[list[str]]:
    """Columns reordered by the barycentre rule (Sugiyama, Tagawa, Toda 1981), parts of a whole side by side.

    `wholes`: what each is a part of, outermost first. Sweeps run left to right, then right to left; what has no
    neighbours keeps its place; ties keep the order given.
    """
    table = [list(column) for column in columns]
    near: dict[str, list[str]] = {node: [] for column in table for node in column}
    for source, target in edges:
        near[source].append(target)
        near[target].append(source)
    height = heights(table)
    for sweep in range(sweeps):
        for column in table if sweep % 2 == 0 else reversed(table):
            inside, pull = set(column), {}
            for node in column:
                beside = [height[other] for other in near[node] if other not in inside]
                pull[node] = sum(beside) / len(beside) if beside else height[node]
            step = layers(column, [edge for edge in edges if edge[0] in inside and edge[1] in inside])
            column.sort(key=grouped(column, pull, step, wholes))
            height.update(heights([column]))
    return table


def grouped(
    column: Sequence[str], pull: Mapping[str, float], step: Mapping[str, int], wholes: Mapping[str, tuple[str, ...]],
) -> Callable[[str], list[tuple[float, float, int]]]:
    """Sort key that keeps the parts of every whole together, each whole at the mean of what pulls its parts.

    Parts of one whole stand in the order of their steps: what feeds a neighbour in the column stands above it.
    """
    members: dict[tuple[str, ...], list[float]] = {}
    first: dict[tuple[str, ...], int] = {}
    for at, node in enumerate(column):
        path = (*wholes[node], node)
        for depth in range(1, len(path) + 1):
            members.setdefault(path[:depth], []).append(pull[node])
            first.setdefault(path[:depth], at)
    mean = {path: sum(values) / len(values) for path, values in members.items()}

    def key(node: str) -> list[tuple[float, float, int]]:
        path = (*wholes[node], node)
        ranks = [(0.0, mean[path[:depth]], first[path[:depth]]) for depth in range(1, len(path) + 1)]
        return [*ranks[:-1], (float(step[node]), *ranks[-1][1:])]

    return key


def heights(columns: Iterable[Sequence[str]]) -> dict[str, float]:
    """Height of each member, columns being centred on 0."""
    return {node: at - (len(column) - 1) / 2 for column in columns for at, node in enumerate(column)}
