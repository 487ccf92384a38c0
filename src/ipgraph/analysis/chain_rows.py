"""The long table of one chain: every leaf segment, patent and holder, with what the figures need of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.groups import owners
from ipgraph.analysis.holdings import served
from ipgraph.analysis.quality import graded, quality
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.analysis.topology import leaf_segments
from ipgraph.projection import Projection, remembered

__all__ = ["ChainRows", "chain_rows", "part"]


@dataclass(frozen=True, eq=False)
class ChainRows:
    """`frame` has a row a leaf segment, patent and holder, sorted by those; `count` is the number of leaves.

    Columns: k (place among the leaves), patent, holder (−1 unknown), owner (its ultimate parent), country (−1
    unknown), share (of the patent), worth (share × score × quality), graded (quality rests on more than the type), good
    (graded, at least `thresholds.good`, not ended), effective (invention in force), actor (the holder has an advantage
    of its own here: location quotient of holders × leaves ≥ 1).
    """

    frame: pd.DataFrame
    count: int

    def total(self, mask: np.ndarray | None = None, column: str = "share") -> np.ndarray:
        """Sum of a column by leaf, over the rows of `mask`."""
        rows = self.frame if mask is None else self.frame[mask]
        return np.bincount(rows["k"], rows[column], minlength=self.count).astype(float)

    def distinct(self, column: str, mask: np.ndarray) -> np.ndarray:
        """Number of different values of a column by leaf, over the rows of `mask`."""
        pairs = self.frame.loc[mask, ["k", column]].drop_duplicates()
        return np.bincount(pairs["k"], minlength=self.count)

    def by(self, column: str, mask: np.ndarray) -> pd.DataFrame:
        """Shares summed by leaf and `column` over the rows of `mask`: k, column, share, sorted by the first two."""
        return self.frame[mask].groupby(["k", column], sort=True)["share"].sum().reset_index()


@remembered
def chain_rows(graph: Projection, chain: int, thresholds: Thresholds) -> ChainRows:
    """The rows of a chain."""
    leaves = leaf_segments(graph, chain)
    place = np.full(len(graph.nodes["Segment"]), -1)
    place[leaves] = np.arange(len(leaves))
    rows = served(graph, thresholds)
    kept = place[rows.segment] >= 0
    patent, patents = rows.patent[kept], graph.nodes["Patent"]
    status = patents["status"]
    in_force = ((patents["patent_type"] == "invention") & (status == "active")).to_numpy(dtype=bool)
    sure = graded(graph, thresholds)
    good = sure & (quality(graph, thresholds)["weight"] >= thresholds.good) & (status != "ended").fillna(True)
    holder = rows.holder[kept]
    frame = pd.DataFrame({
        "k": place[rows.segment[kept]], "patent": patent, "holder": holder,
        "owner": np.append(owners(graph), -1)[holder], "country": rows.country[kept],
        "share": rows.share[kept], "worth": rows.worth[kept], "effective": in_force[patent],
        "graded": sure.to_numpy()[patent], "good": good.to_numpy(dtype=bool)[patent],
    }).sort_values(["k", "patent", "holder"], ignore_index=True)
    return ChainRows(frame.assign(actor=own_advantage(frame, thresholds.advantage)), len(leaves))


def own_advantage(frame: pd.DataFrame, least: float) -> np.ndarray:
    """True where the location quotient of the row's holder in the row's segment is at least `least`."""
    share = frame["share"]
    both = share.groupby([frame["k"], frame["holder"]]).transform("sum")
    expected = share.groupby(frame["k"]).transform("sum") * share.groupby(frame["holder"]).transform("sum")
    quotient = np.round(both * share.sum() / expected, 12)
    return np.asarray((quotient >= least) & (frame["holder"] >= 0))


def part(some: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """some / whole, rounded to twelve digits, NaN where there is no whole."""
    share: np.ndarray = np.divide(some, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return share.round(12)
