"""`ipgraph pools`: what pools there are; `ipgraph pools design`: what a pool of some holders would be for a segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipgraph.analysis import pool_design, pools, records
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, graph
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.schema import NODES
from ipgraph.settings import Settings


def ask(settings: Settings, pool: str | None) -> Records:
    return records(pools(graph(settings), pool))


def show(settings: Settings, rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no pools", lang))
    lines = [(r["id"], called(r, lang), r["patents"], r["licensors"], r["hhi"]) for r in rows]
    heads = [text(c, lang) for c in ("id", "name", "patents", "licensors", "hhi")]
    say.table(text("pools", lang), heads, lines, numeric=(2, 3, 4))


def design(settings: Settings, words: Sequence[str], top: int) -> dict[str, Any]:
    """What `words`, a segment and holders, would be as a pool."""
    if not words:
        raise UsageError("name the segment: ipgraph pools design SEGMENT [HOLDER…]",
                         "请给出链环节：ipgraph pools design 环节 [权利人…]")
    return pool_design(graph(settings), words[0], words[1:], top)


def show_design(settings: Settings, told: dict[str, Any]) -> None:
    lang = settings.language
    if not told["inventions"]:
        return say.aside(text("no blocking", lang, told["name"]))
    if told["basis"] == "held":
        say.aside(text("blocking by holding", lang))
    kinds = {label: kind.zh if lang == "zh" else kind.en for label, kind in NODES.items()}
    title = text("pool design", lang, told["name"], told["covered"], told["inventions"], say.shown(told["coverage"]))
    say.table(title, [text(c, lang) for c in ("name", "kind", "inventions", "alone", "weighted", "adds")],
              [(one["name"], kinds[one["kind"]], one["inventions"], one["alone"], one["weighted"], one["adds"])
               for one in told["members"]], numeric=(2, 3, 4, 5))
    say.aside(text("pool figures", lang, *(say.shown(told[c]) for c in ("shared", "hhi", "hhi_all"))))
    if told["missing"]:
        say.table(text("missing holders", lang, say.shown(told["reached"]), say.shown(told["bound"])),
                  [text(c, lang) for c in ("name", "kind", "adds", "coverage")],
                  [(one["name"], kinds[one["kind"]], one["adds"], one["coverage"]) for one in told["missing"]],
                  numeric=(2, 3))
