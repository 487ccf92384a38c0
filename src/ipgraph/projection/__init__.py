"""The published graph as arrays: read once from the store, cached on disk under the graph's version."""

from ipgraph.projection.cache import load_projection, read_bundle
from ipgraph.projection.convert import to_igraph, to_networkx, to_pandas
from ipgraph.projection.projection import ENDS, Edges, LazyEdges, Projection, remembered
from ipgraph.projection.read import read_projection, still

__all__ = [
    "ENDS", "Edges", "LazyEdges", "Projection", "load_projection", "read_bundle", "read_projection", "remembered",
    "still", "to_igraph", "to_networkx", "to_pandas",
]
