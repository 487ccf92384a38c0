"""`ipgraph sources` and `ipgraph withdraw`: what was loaded, and taking it back."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from ipgraph.bundle import Workspace
from ipgraph.commands import say
from ipgraph.commands.load import assemble
from ipgraph.commands.order import shipped
from ipgraph.commands.texts import say as text
from ipgraph.errors import NotFound
from ipgraph.settings import Settings
from ipgraph.tables import REFUSED, Intakes

#: The sample's patents, by which a workspace is known to hold it.
SAMPLE = "patents.csv.gz"


def sources(settings: Settings) -> list[dict[str, Any]]:
    """What is loaded: source, layout, rows read, day, and whether it came with ipgraph; in the order of loading."""
    records = Intakes.open(Workspace(settings.home).intake).records
    return [{"source": r.source, "layout": r.layout, "read": r.read, "as_of": r.as_of, "shipped": shipped(r)}
            for r in records]


def withdraw(settings: Settings, names: Sequence[str]) -> dict[str, Any]:
    """Take sources out of the workspace and build the bundle anew: what only they said is gone.

    Raises NotFound for a source that is not loaded. Where nothing is left, the bundle in force goes too.
    """
    space = Workspace(settings.home)
    with space.writing("withdraw"), say.progress(settings.language) as report:
        intakes = Intakes.open(space.intake)
        folders = {record.source: folder for folder, record in zip(intakes.folders, intakes.records, strict=True)}
        for name in names:
            if name not in folders:
                near = "、".join(get_close_matches(name, folders, 3)) or "-"
                raise NotFound(f"no source called {name}; did you mean {near}?",
                               f"没有名为“{name}”的来源；是否指 {near}？")
        for name in names:
            shutil.rmtree(folders[name])
        left = Intakes.open(space.intake)
        if not any(record.source == SAMPLE for record in left.records):
            space.sample.unlink(missing_ok=True)
        if not left.records:
            space.clear()
            return {"withdrawn": list(names), "version": None}
        return {"withdrawn": list(names), "version": assemble(space, left, REFUSED.empty_table(), report).version}


def show_sources(settings: Settings, rows: Sequence[dict[str, Any]]) -> None:
    lang = settings.language
    heads = [text(c, lang) for c in ("source", "layout", "read", "as of", "shipped")]
    say.table(text("sources", lang), heads,
              [(r["source"], r["layout"], r["read"], r["as_of"], r["shipped"]) for r in rows], numeric=(2,))
