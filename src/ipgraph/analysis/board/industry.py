"""The industry side of a chain: who works in each segment and what is made there, and where patents do not match it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from ipgraph.analysis.board.status import STATUSES
from ipgraph.analysis.board.topology import leaf_feeds, leaf_segments
from ipgraph.analysis.measures import rta
from ipgraph.analysis.places import Place, local_holders
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["SUPPLY_DEMAND", "Working", "industry", "supply_demand", "working"]

#: What patents and industry of a place say of a segment together: Chinese and English by code.
SUPPLY_DEMAND = {
    "unsupplied": ("有需求缺供给", "demand without supply"),
    "patents_only": ("有专利缺产业", "patents without industry"),
    "industry_only": ("有产业缺专利", "industry without patents"),
    "both": ("专利产业兼备", "patents and industry"),
    "neither": ("专利产业均缺", "neither patents nor industry"),
}


@dataclass(frozen=True, eq=False)
class Working:
    """Pairs of a holder (an organisation) and a segment it works in, each once, sorted by segment and holder."""

    holder: np.ndarray
    segment: np.ndarray


@remembered
def working(graph: Projection) -> Working:
    """Who works where: named by a source, or the maker of a product that belongs to the segment."""
    operates, makes, belongs = (graph.edges[type].out for type in ("OPERATES_IN", "MAKES", "BELONGS_TO"))
    pairs = sparse.csc_array(operates + makes @ belongs)
    pairs.sort_indices()
    segment = np.repeat(np.arange(pairs.shape[1]), np.diff(pairs.indptr))
    return Working(pairs.indices, segment)


@remembered
def industry(graph: Projection, chain: int, place: Place, thresholds: Thresholds) -> pd.DataFrame:
    """One row a leaf segment, in the order of `leaf_segments`: the industry of the place there, and of all.

    enterprises, local_enterprises: organisations that work there; products, local_products: products that belong to
    it, and those that someone of the place makes. industry_rta: (local_enterprises / Σ local_enterprises) /
    (enterprises / Σ enterprises), 0/0 → 0, NaN where nobody is known to work anywhere in the chain. industry_code:
    missing (nobody of the place works there), weak (industry_rta below `thresholds.advantage`) or strong, None where
    nobody is known to work in the chain; industry_status: its name. demanded: someone of the place works in a segment
    that this one feeds.
    """
    leaves, count = leaf_segments(graph, chain), len(graph.nodes["Segment"])
    pairs, local = working(graph), local_holders(graph, place)
    here = pairs.segment[local[pairs.holder]]
    everyone, ours = (np.bincount(segments, minlength=count) for segments in (pairs.segment, here))
    belongs, makes = graph.edges["BELONGS_TO"], graph.edges["MAKES"]
    made = np.zeros(len(graph.nodes["Product"]), dtype=bool)
    made[makes.target[local[makes.source]]] = True
    total, mine = everyone[leaves], ours[leaves]
    known = bool(total.sum())
    advantage = np.round(rta(np.array([mine, total - mine], dtype=float))[0], 12)
    codes = np.where(mine == 0, "missing", np.where(advantage < thresholds.advantage, "weak", "strong"))
    code = pd.Series(codes if known else None, index=range(len(leaves)), dtype="str")
    return pd.DataFrame({
        "enterprises": total, "local_enterprises": mine,
        "products": np.bincount(belongs.target, minlength=count)[leaves],
        "local_products": np.bincount(belongs.target[made[belongs.source]], minlength=count)[leaves],
        "industry_rta": advantage if known else np.nan,
        "industry_status": code.map(STATUSES), "industry_code": code,
        "demanded": (leaf_feeds(graph)[leaves] @ (ours > 0)) > 0,
    })


def supply_demand(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """supply_demand (Chinese name) and supply_demand_code of rows with local_patents and the columns of `industry`.

    Patents are there from `thresholds.proof` of them, industry where someone of the place works in the segment.
    patents_only, industry_only: one without the other; unsupplied: neither, though someone of the place works in a
    segment that it feeds. None where nobody is known to work anywhere in the chain, since there is nothing to compare.
    """
    patents, firms = frame["local_patents"] >= thresholds.proof, frame["local_enterprises"] > 0
    found = np.select(
        [patents & firms, patents, firms, frame["demanded"]], ["both", "patents_only", "industry_only", "unsupplied"],
        "neither")
    code = pd.Series(found, index=frame.index, dtype="str").where(frame["industry_code"].notna())
    names = {key: zh for key, (zh, _) in SUPPLY_DEMAND.items()}
    return pd.DataFrame({"supply_demand": code.map(names), "supply_demand_code": code})
