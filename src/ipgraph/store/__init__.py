"""The published graph: one contract, two engines, and the catalogue of statements that read it."""

from ipgraph.store.contract import Report, Store
from ipgraph.store.open import open_store
from ipgraph.store.queries import Query, catalogue, query

__all__ = ["Query", "Report", "Store", "catalogue", "open_store", "query"]
