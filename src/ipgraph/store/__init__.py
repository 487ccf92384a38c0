"""The published graph: one contract, two engines, and the catalogue of statements that read it."""

from ipgraph.store.contract import Report, Store, Versioned, published
from ipgraph.store.open import open_store
from ipgraph.store.queries import Query, catalogue, query

__all__ = ["Query", "Report", "Store", "Versioned", "catalogue", "open_store", "published", "query"]
