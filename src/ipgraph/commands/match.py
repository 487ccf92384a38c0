"""`ipgraph match`: a need in words, what may answer it, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ipgraph.analysis import records
from ipgraph.analysis.matching import KINDS, Filters, Matches, demand_text, match
from ipgraph.commands import say
from ipgraph.commands.ask import reasons
from ipgraph.commands.publish import opened
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.projection import Projection, load_projection
from ipgraph.schema import NODES
from ipgraph.settings import Settings
from ipgraph.text import TextIndex, texts_of
from ipgraph.text.plugged import plugged_from_environment


@contextmanager
def indexed(settings: Settings) -> Iterator[tuple[Projection, TextIndex]]:
    """The published graph with the index of its texts, built where it is not there."""
    with opened(settings) as store:
        graph = load_projection(store, settings.home)
        yield graph, texts_of(store, graph, settings.home)


def ask_match(
    settings: Settings, need: str | None, demand: str | None, top: int, kinds: Sequence[str], filters: Filters,
) -> Matches:
    """What answers the need, or the demand with that id."""
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
    zh = lang == "zh"
    kinds = {label: kind.zh if zh else kind.en for label, kind in NODES.items()}
    lines = [(n, r["name"], kinds[r["kind"]], r["score"], reasons(r, lang))
             for n, r in enumerate(records(found.rows), 1)]
    heads = ["#", *(text(c, lang) for c in ("name", "kind", "score", "reasons"))]
    say.table(text("matches", lang, say.listed(found.need.words[:8], lang)), heads, lines, numeric=(0, 3))


def answer(found: Matches) -> list[dict[str, Any]]:
    """The rows as JSON has them."""
    return records(found.rows)
