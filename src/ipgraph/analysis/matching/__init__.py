"""From a need in words to patents, and to the teams and organisations behind them."""

from ipgraph.analysis.matching.evaluate import evaluate_matching
from ipgraph.analysis.matching.filters import LICENCES, OWNERS, STATES, Filters
from ipgraph.analysis.matching.match import KINDS, Matches, demand_text, match

__all__ = ["KINDS", "LICENCES", "OWNERS", "STATES", "Filters", "Matches", "demand_text", "evaluate_matching", "match"]
