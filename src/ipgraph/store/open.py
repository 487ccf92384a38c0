"""From an address to a store."""

from __future__ import annotations

from pathlib import Path

from ipgraph.errors import StoreError
from ipgraph.store.contract import Store
from ipgraph.store.embedded import EmbeddedStore


def open_store(
    address: str, home: Path, user: str = "neo4j", password: str | None = None, create: bool = False
) -> Store:
    """The store at `address`: "embedded" for the one under `home`, else the URI of a Neo4j server, about which
    `home` remembers what was published last.

    An embedded store that holds nothing yet is a StoreError unless `create` says that it is about to be published.
    """
    if address != EmbeddedStore.address:
        from ipgraph.store.neo4j import Neo4jStore  # its driver takes a third of a second

        return Neo4jStore(address, user, password, home)
    store = EmbeddedStore(home)
    if store.version() is None and not create:
        raise StoreError(
            f"nothing is published in {store.folder} yet: run `ipgraph publish` first",
            f"{store.folder} 中尚未发布图谱：请先运行 `ipgraph publish`",
        )
    return store
