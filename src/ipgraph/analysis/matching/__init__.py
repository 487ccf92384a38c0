"""From a need in words to patents, and to the teams and organisations behind them."""

from ipgraph.analysis.matching.evaluate import evaluate_matching
from ipgraph.analysis.matching.event import Asked, EventList, event_list, segment_needs
from ipgraph.analysis.matching.filters import LICENCES, OWNERS, STATES, Filters
from ipgraph.analysis.matching.match import KINDS, Matches, demand_text, match

__all__ = [
    "KINDS", "LICENCES", "OWNERS", "STATES", "Asked", "EventList", "Filters", "Matches", "demand_text",
    "evaluate_matching", "event_list", "match", "segment_needs",
]
