"""`ipgraph analyse`: results become tables of the bundle, with source `analysis`, and reach the graph by publishing."""

from __future__ import annotations

from typing import Any

import pyarrow.parquet as pq

from ipgraph.analysis import DEFAULT
from ipgraph.bundle import Workspace, write_bundle
from ipgraph.commands import say
from ipgraph.commands.publish import opened
from ipgraph.commands.results import RESULTS
from ipgraph.commands.results.mapping import SERVES, serves_anew, with_serves
from ipgraph.commands.texts import say as text
from ipgraph.errors import StoreError
from ipgraph.projection import load_projection
from ipgraph.schema import EDGES, NODES
from ipgraph.settings import Settings

#: Segments named of those that have too few examples; `--json` has all.
FEW = 10


def analyse(settings: Settings) -> dict[str, Any]:
    """Work out every result of the published graph and put it into the bundle in force.

    Texts are mapped first, so that the other results are of the graph with the edges found. The answer counts the nodes
    of each result, says of the mapping what `serves_anew` does, and gives version and day of the new bundle.
    """
    space = Workspace(settings.home)
    with space.writing("analyse"):
        with opened(settings) as store:
            graph = load_projection(store, settings.home)
        bundle = space.current()
        if graph.version != bundle.version:
            raise StoreError(
                "the graph is not that of the workspace: run `ipgraph publish`, then `ipgraph analyse`",
                "图谱与工作区不一致：请先运行 `ipgraph publish`，再运行 `ipgraph analyse`",
            )
        nodes = {label: bundle.nodes(label) for label in NODES}
        edges = {ends.table: pq.read_table(bundle.edge_file(ends)) for kind in EDGES.values() for ends in kind.ends()}
        serves, mapped = serves_anew(bundle)
        edges[SERVES.table] = serves
        graph = with_serves(graph, serves)
        counts: dict[str, int] = {}
        for name, result in RESULTS.items():
            tables = result(graph, bundle)
            counts[name] = sum(len(table) for label, table in tables.items() if label in nodes)
            for label, table in tables.items():
                (nodes if label in nodes else edges)[label] = table
        changed = write_bundle(
            space.bundles, nodes, edges, as_of=bundle.as_of, refused=bundle.refused(),
            identity={"identity": bundle.identity()}, facts={"sources": bundle.manifest["sources"]})
        space.switch(changed)
        return {**counts, "mapping": mapped, "version": changed.version, "as_of": changed.as_of}


def show(settings: Settings, done: dict[str, Any]) -> None:
    """What was found, and which segments have too few examples for texts to be mapped."""
    lang, mapping = settings.language, done["mapping"]
    say.aside(text("mapped", lang, mapping["asked"], mapping["edges"], mapping["segments"]))
    if mapping["too_few"]:
        shown = say.listed(list(mapping["too_few"])[:FEW], lang)
        more = "…" if len(mapping["too_few"]) > FEW else ""
        say.aside(text("few examples", lang, len(mapping["too_few"]), DEFAULT.text_examples, shown + more))
    say.aside(text("analysed", lang, *(done[name] for name in ("teams", "segments", "patents"))))
