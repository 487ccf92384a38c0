"""What the published graph says: free functions, a projection in, documented frames out."""

from ipgraph.analysis.board.advice import advice
from ipgraph.analysis.board.explain import explain
from ipgraph.analysis.board.gaps import chain_quality, chains, gap_board
from ipgraph.analysis.board.notes import board_notes
from ipgraph.analysis.board.segment import SegmentView, holder_segments, segment_holders, segment_patents, segment_view
from ipgraph.analysis.board.sensitivity import sensitivity
from ipgraph.analysis.board.status import STATUSES
from ipgraph.analysis.board.topology import chain_incoherence
from ipgraph.analysis.changes.compare import Comparison, as_at, compare, read_day
from ipgraph.analysis.changes.whatif import DEEDS, Change, what_if
from ipgraph.analysis.evaluate_persons import evaluate_persons
from ipgraph.analysis.lookup import find_chain, find_holder, find_pool, find_segment, find_team, same_name
from ipgraph.analysis.partners.partners import partners
from ipgraph.analysis.partners.roles import ROLES, Only
from ipgraph.analysis.places import Place, find_region
from ipgraph.analysis.pools.pool_design import pool_design
from ipgraph.analysis.pools.pools import pools
from ipgraph.analysis.quality.quality import coverage, grade, graded, patent_quality, quality, quality_basis
from ipgraph.analysis.quality.quality_tree import SCENARIOS
from ipgraph.analysis.records import plain, records
from ipgraph.analysis.teams.colleagues import colleagues
from ipgraph.analysis.teams.evaluate_teams import evaluate_teams
from ipgraph.analysis.teams.team_view import team_view
from ipgraph.analysis.teams.team_words import stored_words, team_words
from ipgraph.analysis.teams.teams import all_teams, teams
from ipgraph.analysis.thresholds import DEFAULT, Thresholds

__all__ = [
    "DEEDS", "DEFAULT", "ROLES", "SCENARIOS", "STATUSES", "Change", "Comparison", "Only", "Place", "SegmentView",
    "Thresholds", "advice", "all_teams", "as_at", "board_notes", "chain_incoherence", "chain_quality", "chains",
    "colleagues", "compare", "coverage", "evaluate_persons", "evaluate_teams", "explain", "find_chain", "find_holder",
    "find_pool", "find_region", "find_segment", "find_team", "gap_board", "grade", "graded", "holder_segments",
    "partners", "patent_quality", "plain", "pool_design", "pools", "quality", "quality_basis", "read_day", "records",
    "same_name", "segment_holders", "segment_patents", "segment_view", "sensitivity", "stored_words", "team_view",
    "team_words", "teams", "what_if",
]
