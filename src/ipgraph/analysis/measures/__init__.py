"""The measures themselves: plain arrays in, plain arrays out; docs/measures.md has the formulas and sources."""

from ipgraph.analysis.measures.concentration import concentration_ratio, hhi, hhi_corrected, hhi_normalised
from ipgraph.analysis.measures.pagerank import personalised_pagerank, transition
from ipgraph.analysis.measures.position import (
    STAGE_STEPS,
    incoherence,
    leontief,
    trophic_levels,
    unit_final_use,
    upstreamness,
)
from ipgraph.analysis.measures.ranking import hits_at, mean_reciprocal_rank, ndcg_at, tied_rank
from ipgraph.analysis.measures.relatedness import density, proximity
from ipgraph.analysis.measures.robustness import (
    articulation_points,
    bridges,
    cut_segments,
    supply_paths,
    terminals,
)
from ipgraph.analysis.measures.specialisation import complexity, diversity, presence, rsta, rta, ubiquity

__all__ = [
    "STAGE_STEPS", "articulation_points", "bridges", "complexity", "concentration_ratio", "cut_segments", "density",
    "diversity", "hhi", "hhi_corrected", "hhi_normalised", "hits_at", "incoherence", "leontief",
    "mean_reciprocal_rank", "ndcg_at", "personalised_pagerank", "presence", "proximity", "rsta", "rta",
    "supply_paths", "terminals", "tied_rank", "transition", "trophic_levels", "ubiquity", "unit_final_use",
    "upstreamness",
]
