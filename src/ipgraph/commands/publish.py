"""`ipgraph publish` and `ipgraph audit`: bundle to graph, and a look whether the graph is sound."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ipgraph.bundle import Bundle, Workspace
from ipgraph.commands import say
from ipgraph.commands.load import current
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.schema import EDGES, NODES
from ipgraph.settings import EMBEDDED, Settings
from ipgraph.store import Store, open_store
from ipgraph.store.audit import audit
from ipgraph.store.bulk import bulk
from ipgraph.store.installation import Installation
from ipgraph.store.neo4j import Neo4jStore


@contextmanager
def opened(settings: Settings, create: bool = False) -> Iterator[Store]:
    """The graph store of the settings, closed afterwards."""
    store = open_store(settings.store, settings.home, settings.user, settings.password, create)
    try:
        yield store
    finally:
        store.close()


def publish(settings: Settings) -> dict[str, Any]:
    """Make the graph equal to the bundle in force; what was done."""
    space = Workspace(settings.home)
    with space.writing("publish"), opened(settings, create=True) as store, say.progress(settings.language) as report:
        bundle = current(space, report)
        store.publish(bundle, report)
        return done(settings, bundle)


def publish_in_bulk(settings: Settings, neo4j_home: Path | None) -> dict[str, Any]:
    """The same by neo4j-admin, into a fresh store of the Neo4j in that folder, which serves the store's address."""
    if settings.store == EMBEDDED:
        raise UsageError(
            "--bulk is for Neo4j: name its server with --store neo4j://host:7687",
            "--bulk 仅用于 Neo4j：请用 --store neo4j://host:7687 指定服务器",
        )
    place, space = Installation.at(neo4j_home), Workspace(settings.home)
    with space.writing("publish"), say.progress(settings.language) as report:
        bundle = current(space, report)
        bulk(place, lambda: Neo4jStore(settings.store, settings.user, settings.password, settings.home), bundle, report)
        return done(settings, bundle)


def done(settings: Settings, bundle: Bundle) -> dict[str, Any]:
    return {"store": settings.store, "version": bundle.version, "as_of": bundle.as_of, **bundle.counts()}


def check(settings: Settings) -> dict[str, Any]:
    """The audit document: {"store", "nodes", "edges", "problems"}."""
    with opened(settings) as store:
        return audit(store)


def show_audit(settings: Settings, found: dict[str, Any]) -> None:
    lang = settings.language
    caption = {k: n.zh if lang == "zh" else n.en for k, n in NODES.items()}
    caption |= {k: e.zh if lang == "zh" else e.en for k, e in EDGES.items()}
    for group in ("nodes", "edges"):
        rows = [(f"{caption.get(kind, kind)} {kind}", n) for kind, n in found[group].items()]
        say.table(text(group, lang), [text("kind", lang), text("count", lang)], rows, numeric=(1,))
    if not found["problems"]:
        say.aside(text("no problems", lang))
        return
    problems = [(p["zh" if lang == "zh" else "en"], p["count"], ", ".join(map(str, p["examples"])))
                for p in found["problems"]]
    heads = [text(c, lang) for c in ("problems", "count", "id")]
    say.table(text("problems", lang), heads, problems, numeric=(1,))
