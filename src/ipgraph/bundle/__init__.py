"""The validated graph on disk."""

from ipgraph.bundle.bundle import Bundle
from ipgraph.bundle.write import write_bundle

__all__ = ["Bundle", "write_bundle"]
