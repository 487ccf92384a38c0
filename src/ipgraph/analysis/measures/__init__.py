"""The measures themselves: plain arrays in, plain arrays out; docs/measures.md has the formulas and sources."""

from ipgraph.analysis.measures.biconnected import articulation_points, bridges
from ipgraph.analysis.measures.breadth import breadth
from ipgraph.analysis.measures.concentration import concentration_ratio, hhi, hhi_corrected, hhi_normalised
from ipgraph.analysis.measures.cooccurrence import association, cosine, jaccard, probability
from ipgraph.analysis.measures.dependence import Dependence, dependence
from ipgraph.analysis.measures.fitness import fitness
from ipgraph.analysis.measures.knowledge_flow import citation_flow, flow_intensity, knowledge_trade
from ipgraph.analysis.measures.lifecycle import Growth, Logistic, growth, logistic
from ipgraph.analysis.measures.linkages import (
    backward_linkage,
    downstreamness,
    forward_linkage,
    ghosh,
    ghosh_linkage,
)
from ipgraph.analysis.measures.main_path import key_route, path_counts
from ipgraph.analysis.measures.pagerank import personalised_pagerank, transition
from ipgraph.analysis.measures.position import (
    STAGE_STEPS,
    incoherence,
    leontief,
    trophic_levels,
    unit_final_use,
    upstreamness,
)
from ipgraph.analysis.measures.push import Departures, departures, pushed_pagerank
from ipgraph.analysis.measures.ranking import hits_at, mean_reciprocal_rank, ndcg_at, tied_rank
from ipgraph.analysis.measures.relatedness import density, proximity
from ipgraph.analysis.measures.robustness import betweenness, cut_segments, supply_paths, terminals
from ipgraph.analysis.measures.specialisation import complexity, diversity, presence, rsta, rta, ubiquity

__all__ = [
    "STAGE_STEPS", "Departures", "Dependence", "Growth", "Logistic", "articulation_points", "association",
    "backward_linkage", "betweenness", "breadth", "bridges", "citation_flow", "complexity", "concentration_ratio",
    "cosine", "cut_segments", "density", "departures", "dependence", "diversity", "downstreamness", "fitness",
    "flow_intensity", "forward_linkage", "ghosh", "ghosh_linkage", "growth", "hhi", "hhi_corrected",
    "hhi_normalised", "hits_at", "incoherence", "jaccard", "key_route", "knowledge_trade", "leontief", "logistic",
    "mean_reciprocal_rank", "ndcg_at", "path_counts", "personalised_pagerank", "presence", "probability",
    "proximity", "pushed_pagerank", "rsta", "rta", "supply_paths", "terminals", "tied_rank", "transition",
    "trophic_levels", "ubiquity", "unit_final_use", "upstreamness",
]
