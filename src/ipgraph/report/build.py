"""A report of a chain and region, put together from the analyses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from ipgraph.analysis import DEFAULT, plain
from ipgraph.analysis.board.chain_rows import chain_rows
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_chain
from ipgraph.bundle import Workspace
from ipgraph.bundle.spreadsheet import clean
from ipgraph.errors import UsageError
from ipgraph.projection import Projection
from ipgraph.report.annex import annex
from ipgraph.report.content import Report
from ipgraph.report.method import method
from ipgraph.report.paths import paths
from ipgraph.report.position import position
from ipgraph.report.scene import scene
from ipgraph.report.state import state, summary
from ipgraph.store import Store
from ipgraph.tables import Intakes

__all__ = ["LANGUAGES", "build_report", "patents_told", "sources_of"]

LANGUAGES = ("zh", "en")
#: Patents asked of the store at once.
CHUNK = 20_000


def build_report(
    graph: Projection, chain: str, region: str | None = None, language: str = "zh",
    patents: Mapping[str, dict[str, Any]] | None = None, sources: Sequence[dict[str, Any]] = (),
) -> Report:
    """What a report says of a chain seen from a region (ids or names), else from the country.

    `patents` has title, holders and filed_on by number (`patents_told`), `sources` what was loaded (`sources_of`).
    Raises NotFound with suggestions, UsageError for a language that is none.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no language {language!r}: zh or en", f"没有语言“{language}”：可选 zh、en")
    seen = scene(graph, chain, region, language)
    say = seen.say
    name = seen.chain_name
    title = plain(seen.chain["title"])
    facts = [
        (say("chain"), seen.pick("{}（{}）", "{} ({})").format(name, seen.chain["id"])),
        (say("defined by"), title or say("unknown")),
        (say("region"), seen.seen_from), (say("as of"), graph.as_of or say("unknown")),
        (say("version"), graph.version[:16]), (say("made by"), f"ipgraph {version('ipgraph')}"),
    ]
    sections = [summary(seen), *state(seen), *position(seen), *paths(seen), *method(seen, sources),
                *annex(seen, patents or {})]
    place = seen.seen_from if region else say("country", seen.seen_from)
    return Report(language, say("title", name), place, tuple((a, clean(str(b))) for a, b in facts), tuple(sections))


def patents_told(graph: Projection, store: Store, chain: str) -> dict[str, dict[str, Any]]:
    """Title, holders and day of filing of the patents of a chain, by number."""
    patents, names = graph.nodes["Patent"], graph.nodes["Holder"]["name"]
    rows = chain_rows(graph, find_chain(graph, chain), DEFAULT).frame
    at = np.unique(rows["patent"].to_numpy(dtype=np.int64))
    ids = patents["id"].iloc[at].tolist()
    titles: dict[str, str] = {}
    for start in range(0, len(ids), CHUNK):
        found = store.read("explore/titled", ids=ids[start:start + CHUNK])
        titles |= dict(zip(found.column("id").to_pylist(), found.column("title").to_pylist(), strict=True))
    held = holdings(graph)
    low, high = held.patent.searchsorted(at), held.patent.searchsorted(at, side="right")
    days = patents["filed_on"].iloc[at]
    return {
        id: {"title": titles.get(id), "filed_on": plain(day),
             "holders": "；".join(str(names.iat[h]) for h in held.holder[a:b] if h >= 0) or None}
        for id, day, a, b in zip(ids, days, low, high, strict=True)}


def sources_of(space: Workspace) -> list[dict[str, Any]]:
    """What was loaded into a workspace: source, layout, read, as_of; nothing where it holds no intake."""
    return [{"source": one.source, "layout": one.layout, "read": one.read, "as_of": one.as_of}
            for one in Intakes.open(space.intake).records]
