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
from ipgraph.commands.load import ORDER_AS_OF, load
from ipgraph.commands.publish import publish
from ipgraph.commands.texts import say as text
from ipgraph.schema import NODES
from ipgraph.settings import EMBEDDED, Settings

SAMPLE = files("ipgraph") / "sample"
#: Names of the sample's data files; README.md stands beside them.
DATA = (".csv", ".csv.gz", ".yaml")
#: Universities and firms of the sample for whom the demo looks for partners.
WHO = ("西安交通大学", "深圳大学", "宁德时代")


def demo(settings: Settings) -> dict[str, Any]:
    """Build the sample graph in the embedded store; the demo document of counts, gaps, partners and seconds."""
    start = perf_counter()
    settings = embedded(settings)
    sample = sorted(Path(str(SAMPLE)).iterdir())
    load(settings, [path for path in sample if path.name.endswith(DATA)], as_of=ORDER_AS_OF)
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


def embedded(settings: Settings) -> Settings:
    return replace(settings, store=EMBEDDED)


def show(settings: Settings, found: dict[str, Any]) -> None:
    """Boards and partners, a table each."""
    say.aside(text("sample", settings.language))
    for _, board in groupby(found["gaps"], key=itemgetter("chain")):
        show_gaps(settings, list(board), None, ORDER_AS_OF)
    for who, ranked in groupby(found["partners"], key=itemgetter("for_name")):
        show_partners(settings, who, list(ranked))
    rows = [(NODES[k].zh if settings.language == "zh" else NODES[k].en, n) for k, n in found["nodes"].items()]
    say.table(text("nodes", settings.language), [text("kind", settings.language), text("count", settings.language)],
              rows, numeric=(1,))
