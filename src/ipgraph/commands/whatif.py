"""`ipgraph whatif`: what would move on the gap board after firms come, leave, move or buy, and patents go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipgraph.analysis import Change, records, what_if
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, graph
from ipgraph.commands.texts import say as text
from ipgraph.explorer.measures import MEASURES
from ipgraph.settings import Settings


def change_of(word: str) -> Change:
    """`move:WHO=REGION` and its like; a full-width colon or equals sign will do."""
    do, _, rest = word.replace("：", ":", 1).partition(":")
    what, _, to = rest.replace("＝", "=").rpartition("=") if "=" in rest.replace("＝", "=") else (rest, "", "")
    return Change(do.strip(), what.strip(), to.strip())


def ask(settings: Settings, chain: str, region: str | None, changes: Sequence[str]) -> Records:
    return records(what_if(graph(settings), chain, [change_of(word) for word in changes], region))


def show(settings: Settings, rows: Records) -> None:
    """A line a segment and key figure that would move; `--json` has the other figures too."""
    lang = settings.language
    if not rows:
        return say.aside(text("nothing moves", lang))
    captions = {one.key: one.zh if lang == "zh" else one.en for one in MEASURES if one.main}
    captions["status_code"] = text("status", lang)
    lines = [(called(row, lang), captions[row["measure"]], worded(row["before"], lang), worded(row["after"], lang))
             for row in rows if row["measure"] in captions]
    heads = [text(c, lang) for c in ("segment", "measure", "before", "after")]
    say.table(text("what if", lang, len({row["segment"] for row in rows})), heads, lines, numeric=(2, 3))


def worded(value: Any, language: str) -> Any:
    """The code of a status in words; anything else as it is."""
    return text(value, language) if isinstance(value, str) else value
