"""Texts mapped to segments where rules are silent: what was learnt from the rules, and how sure it is."""

from ipgraph.analysis.mapping.assign import Mapped, map_texts
from ipgraph.analysis.mapping.corpus import RULE, TEXT, open_corpus
from ipgraph.analysis.mapping.evaluate import evaluate_mapping

__all__ = ["RULE", "TEXT", "Mapped", "evaluate_mapping", "map_texts", "open_corpus"]
