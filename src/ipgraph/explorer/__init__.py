"""Pictures of a chain: positions, the self-contained page, and the app in `web/`."""

from ipgraph.explorer.layout import Layout, chain_layout

__all__ = ["Layout", "chain_layout"]
