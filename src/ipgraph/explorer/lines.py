"""Names in lines of a width: where a text breaks, and where it is cut off."""

from __future__ import annotations

import re


def broken(name: str, width: float, most: int) -> list[str]:
    """A name in at most `most` lines of `width` ems (a Han character is 1, any other sign 0.55), … where it is cut.

    >>> broken("双氟磺酰亚胺锂(LiFSI)", 8, 2)
    ['双氟磺酰亚胺锂', '(LiFSI)']
    """
    made: list[str] = []
    line = ""
    for piece in re.findall(r"[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*", name):
        if line and ems(line + piece.rstrip()) > width:
            made.append(line.rstrip())
            line = ""
        line += piece
    made.append(line.rstrip())
    kept = [cut(one, width) for one in made[:most]]
    return kept if len(made) <= most else [*kept[:-1], cut(kept[-1].rstrip("…") + "…", width)]


def cut(line: str, width: float) -> str:
    """The line, or as much of it as fits before a …"""
    if ems(line) <= width:
        return line
    short = line.rstrip("…")
    while short and ems(short + "…") > width:
        short = short[:-1]
    return short + "…"


def ems(line: str) -> float:
    """Width of a line in ems, about."""
    return sum(1.0 if sign > "\u2e7f" else 0.55 for sign in line)
