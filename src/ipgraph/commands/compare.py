"""`ipgraph compare`: the gap board of two dates, and every number that moved between them."""

from __future__ import annotations

from typing import Any

from ipgraph.analysis import compare, read_day
from ipgraph.commands import say
from ipgraph.commands.ask import found_names, graph
from ipgraph.commands.texts import say as text
from ipgraph.commands.whatif import table
from ipgraph.settings import Settings


def ask(
    settings: Settings, chain: str, since: str, until: str, region: str | None,
) -> tuple[dict[str, Any], tuple[str, str]]:
    found = graph(settings)
    told = compare(found, chain, read_day(since), read_day(until), region).as_record()
    return told, found_names(found, settings, chain, region)


def show(settings: Settings, names: tuple[str, str], told: dict[str, Any]) -> None:
    """A line a segment and key figure that moved; `--json` has the other figures and the patents too."""
    lang = settings.language
    if told["reason"]:
        return say.aside(text("nothing moved", lang, told["reason"][lang]))
    title = text("compared", lang, *names, *(told[c] for c in ("from", "to", "patents_from", "patents_to")))
    table(title, told["moves"], ("then", "later"), lang)
    if told["undated"]:
        say.aside(text("undated", lang, told["undated"]))
