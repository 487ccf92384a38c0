"""The layouts that come with the project, one file a supplier layout."""

from ipgraph_loaders.classification import CLASSIFICATION
from ipgraph_loaders.cnipa_search import CNIPA_SEARCH
from ipgraph_loaders.cnipr import CNIPR
from ipgraph_loaders.company import COMPANY
from ipgraph_loaders.patsnap import PATSNAP
from ipgraph_loaders.taian import TAIAN

LOADERS = (CLASSIFICATION, CNIPA_SEARCH, CNIPR, COMPANY, PATSNAP, TAIAN)

__all__ = ["LOADERS"]
