"""`ipgraph advise`: what to fill, strengthen and extend in a chain, and who could do it."""

from __future__ import annotations

from ipgraph.analysis import advice, records
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, found_names, graph
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings

#: Candidates named in a line; `--json` has all.
NAMED = 4


def ask(settings: Settings, chain: str, region: str | None) -> tuple[Records, tuple[str, str]]:
    found = graph(settings)
    return records(advice(found, chain, region)), found_names(found, settings, chain, region)


def show(settings: Settings, names: tuple[str, str], rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no advice", lang))
    lines = [(row["action"] if lang == "zh" else row["action_code"], called(row, lang), text(row["status_code"], lang),
              row["score"], row[f"reason_{lang}"], say.listed((one["name"] for one in row["candidates"][:NAMED]), lang))
             for row in rows]
    heads = [text(c, lang) for c in ("action", "segment", "status", "score", "reasons", "candidates")]
    say.table(text("advice", lang, *names), heads, lines, numeric=(3,))
