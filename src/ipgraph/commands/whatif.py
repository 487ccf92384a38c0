"""`ipgraph whatif`: what would move on the gap board after firms come, leave, move or buy, and patents go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ipgraph.analysis import Change, records, what_if
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, found_names, graph
from ipgraph.commands.texts import say as text
from ipgraph.errors import UnreadableFile
from ipgraph.explorer.measures import MEASURES
from ipgraph.settings import Settings

#: `*5` behind the segment of new patents.
TIMES = re.compile(r"\s*[*×]\s*(\d+)$")


def change_of(word: str) -> Change:
    """`move:WHO=REGION` and its like; a full-width colon or equals sign will do. `@FILE` stands for the patents listed
    in a file, one a line; `file:WHO=SEGMENT*5` for five new ones."""
    do, _, rest = word.replace("：", ":", 1).partition(":")
    rest = rest.replace("＝", "=")
    what, _, to = rest.rpartition("=") if "=" in rest else (rest, "", "")
    do, what, to, count = do.strip(), what.strip(), to.strip(), 1
    if do == "file" and (times := TIMES.search(to)):
        to, count = to[:times.start()], int(times[1])
    return Change(do, listed(what[1:]) if what.startswith("@") else what, to, count)


def listed(path: str) -> str:
    """The first column of every line of a file."""
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        raise UnreadableFile(f"{path} is no text in UTF-8", f"{path} 不是 UTF-8 文本") from fault
    return "\n".join(filter(None, (re.split(r"[,;\t]", line)[0].strip() for line in lines)))


def ask(
    settings: Settings, chain: str, region: str | None, changes: Sequence[str],
) -> tuple[Records, tuple[str, str]]:
    found = graph(settings)
    rows = records(what_if(found, chain, [change_of(word) for word in changes], region))
    return rows, found_names(found, settings, chain, region)


def show(settings: Settings, names: tuple[str, str], rows: Records) -> None:
    """A line a segment and key figure that would move; `--json` has the other figures too."""
    lang = settings.language
    if not rows:
        return say.aside(text("nothing moves", lang))
    title = text("what if", lang, *names, len({row["segment"] for row in rows}))
    table(title, rows, ("before", "after"), lang)


def table(title: str, rows: Records, ends: tuple[str, str], lang: str) -> None:
    """Moves of key figures, with what the two ends are called."""
    captions = {one.key: one.zh if lang == "zh" else one.en for one in MEASURES if one.main}
    captions["status_code"] = text("status", lang)
    lines = [(called(row, lang), captions[row["measure"]], worded(row["before"], lang), worded(row["after"], lang))
             for row in rows if row["measure"] in captions]
    say.table(title, [text("segment", lang), text("measure", lang), *(text(end, lang) for end in ends)], lines,
              numeric=(2, 3))


def worded(value: Any, language: str) -> Any:
    """The code of a status in words; anything else as it is."""
    return text(value, language) if isinstance(value, str) else value
