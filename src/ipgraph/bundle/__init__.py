"""The validated graph on disk, and the workspace it lives in."""

from ipgraph.bundle.bundle import Bundle
from ipgraph.bundle.workspace import Workspace
from ipgraph.bundle.write import write_bundle

__all__ = ["Bundle", "Workspace", "write_bundle"]
