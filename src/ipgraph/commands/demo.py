"""`ipgraph demo`: the sample that comes with the package, from its files to gaps and partners, the whole way."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from time import perf_counter
from typing import Any

from ipgraph.analysis import chains, gap_board, partners, records
from ipgraph.bundle import Workspace
from ipgraph.commands import say
from ipgraph.commands.analyse import analyse
from ipgraph.commands.ask import graph, show_gaps, show_partners
from ipgraph.commands.coded import kind_name
from ipgraph.commands.load import load
from ipgraph.commands.publish import publish
from ipgraph.commands.sources import sources
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.settings import EMBEDDED, Settings

SAMPLE = files("ipgraph") / "sample"
#: Names of the sample's data files; README.md stands beside them.
DATA = (".csv", ".csv.gz", ".yaml")
#: Day of the newest publication in the sample.
AS_OF = "2023-11-16"
#: Universities and firms of the sample for whom the demo looks for partners.
WHO = ("西安交通大学", "深圳大学", "宁德时代")


def demo(settings: Settings) -> dict[str, Any]:
    """Build the sample graph in the embedded store; the demo document of counts, gaps, partners and seconds."""
    start = perf_counter()
    settings = embedded(settings)
    sample = [path for path in sorted(Path(str(SAMPLE)).iterdir()) if path.name.endswith(DATA)]
    refuse_others(settings, {path.name for path in sample})
    load(settings, sample, as_of=AS_OF)
    Workspace(settings.home).sample.touch()
    for step in (publish, analyse, publish):
        step(settings)
    found = graph(settings)
    boards = [gap_board(found, chain["id"]) for chain in records(chains(found)) if chain["segments"]]
    return {
        **Workspace(settings.home).current().counts(),
        "gaps": [row for board in boards for row in records(board)],
        "partners": [row for who in WHO for row in records(partners(found, who, None, 5))],
        "seconds": round(perf_counter() - start, 2),
    }


def refuse_others(settings: Settings, sample: set[str]) -> None:
    """UsageError where the workspace holds somebody's own files: the sample must not be mixed into them."""
    others = sorted({row["source"] for row in sources(settings)} - sample)
    if others:
        raise UsageError(f"{settings.home} holds your own files ({others[0]} …): give the demo a folder with --home",
                         f"{settings.home} 中已有您自己的数据（{others[0]} 等）：请用 --home 为示例另指定目录")


def embedded(settings: Settings) -> Settings:
    return replace(settings, store=EMBEDDED)


def show(settings: Settings, found: dict[str, Any]) -> None:
    """Boards and partners, a table each."""
    say.aside(text("sample", settings.language))
    for chain, board in groupby(found["gaps"], key=itemgetter("chain_name")):
        show_gaps(settings, list(board), (chain, text("country", settings.language)), AS_OF)
    for who, ranked in groupby(found["partners"], key=itemgetter("for_name")):
        show_partners(settings, who, list(ranked))
    rows = [(kind_name(k, settings.language), n) for k, n in found["nodes"].items()]
    say.table(text("nodes", settings.language), [text("kind", settings.language), text("count", settings.language)],
              rows, numeric=(1,))
