"""`ipgraph match`: a need in words, what may answer it, and what speaks for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ipgraph.analysis import records
from ipgraph.analysis.matching import KINDS, Filters, Matches, demand_text, match
from ipgraph.commands import say
from ipgraph.commands.ask import reasons
from ipgraph.commands.coded import kind_name
from ipgraph.commands.publish import opened
from ipgraph.commands.texts import say as text
from ipgraph.errors import UnreadableFile, UsageError
from ipgraph.projection import Projection, load_projection
from ipgraph.settings import Settings
from ipgraph.text import TextIndex, texts_of
from ipgraph.text.plugged import plugged_from_environment

GROUPS = (
    ("matching patents", {"Patent"}), ("matching teams", {"Team"}),
    ("matching organisations", {"Institution", "Enterprise"}),
)


@contextmanager
def indexed(settings: Settings) -> Iterator[tuple[Projection, TextIndex]]:
    """The published graph with the index of its texts, built where it is not there."""
    with opened(settings) as store:
        graph = load_projection(store, settings.home)
        yield graph, texts_of(store, graph, settings.home, lambda: say.aside(text("indexing", settings.language)))


def read_need(words: str | None) -> str | None:
    """The need itself: `-` stands for standard input, `@FILE` for a text file in UTF-8."""
    if words == "-":
        return sys.stdin.read()
    if words is None or not words.startswith("@"):
        return words
    path = Path(words[1:])
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(f"{path} is no text in UTF-8", f"{path} 不是 UTF-8 文本") from fault
    except OSError as fault:
        why = fault.strerror
        raise UnreadableFile(f"{path} cannot be read: {why}", f"无法读取 {path}：{why}") from fault


def ask_match(
    settings: Settings, need: str | None, demand: str | None, top: int, kinds: Sequence[str], filters: Filters,
) -> Matches:
    """What answers the need, or the demand with that id."""
    need = read_need(need)
    if (need is None) == (demand is None):
        raise UsageError("give either a need in words or --demand with its id",
                         "请给出需求文字，或用 --demand 指定需求标识")
    with indexed(settings) as (graph, index):
        asked, shown = (need, True) if need is not None else demand_text(graph, str(demand))
        found = match(graph, index, asked, top, list(kinds) or KINDS, filters, plugged_from_environment(), shown)
    for note in found.notes:
        say.aside(note[settings.language])
    return found


def show(settings: Settings, found: Matches) -> None:
    lang = settings.language
    if not len(found.rows):
        return say.aside(text("no matches", lang))
    heads = ["#", *(text(c, lang) for c in ("name", "kind", "score", "reasons"))]
    words = say.listed(found.need.words[:8], lang) or "–"
    for title, wanted in GROUPS:  # scores of patents and of those behind them are not of one scale
        rows = [row for row in records(found.rows) if row["kind"] in wanted]
        lines = [(n, named(r, lang), kind_name(r["kind"], lang), r["score"], reasons(r, lang))
                 for n, r in enumerate(rows, 1)]
        if lines:
            say.table(text(title, lang, words), heads, lines, numeric=(0, 3))


def named(row: dict[str, Any], language: str) -> str:
    """The name; of a patent also its number and whose it is."""
    if row["kind"] != "Patent":
        return str(row["name"])
    return "\n".join(filter(None, (row["name"], row["id"], say.listed(row["holders"], language))))


def answer(found: Matches) -> list[dict[str, Any]]:
    """The rows as JSON has them."""
    return records(found.rows)
