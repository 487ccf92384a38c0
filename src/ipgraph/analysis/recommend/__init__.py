"""Partners learnt from what came to pass, and judged by it: events, cuts, features, a ranker, an evaluation."""

from ipgraph.analysis.recommend.evaluate import evaluate_partners
from ipgraph.analysis.recommend.matrices import Matrix
from ipgraph.analysis.recommend.words import title_words

__all__ = ["Matrix", "evaluate_partners", "title_words"]
