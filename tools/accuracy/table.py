"""Rows as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A Markdown table; numbers with three digits, unknowns as –.

    >>> print(table(["a", "b"], [["x", 0.12345], ["y", None]]))
    | a | b |
    |---|---|
    | x | 0.123 |
    | y | – |
    """
    lines = [heads, ["---"] * len(heads), *([cell(value) for value in row] for row in rows)]
    return "\n".join("|---" * len(line) + "|" if n == 1 else f"| {' | '.join(line)} |" for n, line in enumerate(lines))


def cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def interval(ends: Sequence[float] | None) -> str:
    """`[low, high]`, – where unknown."""
    return "–" if ends is None else f"[{ends[0]:.3f}, {ends[1]:.3f}]"
