"""The long table of one chain: every leaf segment, patent and holder, with what the figures need of each."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ipgraph.analysis.board.topology import leaf_segments
from ipgraph.analysis.groups import owners
from ipgraph.analysis.holdings import holdings, served
from ipgraph.analysis.quality.quality import weighed
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["ChainRows", "by_country", "chain_rows", "pairs_of", "part"]


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
    pairs: dict[str, Pairs] = field(default_factory=dict, repr=False)
    totals: dict[str, np.ndarray] = field(default_factory=dict, repr=False)

    def total(self, mask: np.ndarray | None = None, column: str = "share") -> np.ndarray:
        """Sum of a column by leaf, over the rows of `mask` (flags or positions)."""
        if mask is None and column in self.totals:
            return self.totals[column]
        k, values = self.frame["k"].to_numpy(), self.frame[column].to_numpy()
        if mask is not None:
            return np.bincount(k[mask], values[mask], minlength=self.count).astype(float)
        self.totals[column] = np.bincount(k, values, minlength=self.count).astype(float)
        return self.totals[column]

    def distinct(self, column: str, mask: np.ndarray) -> np.ndarray:
        """Number of different values of a column by leaf, over the rows of `mask` (flags or positions)."""
        pairs = self.paired(column)
        seen = np.zeros(len(pairs.k), dtype=bool)
        seen[pairs.of[mask]] = True
        return np.bincount(pairs.k[seen], minlength=self.count)

    def by(self, column: str, mask: np.ndarray) -> pd.DataFrame:
        """Shares summed by leaf and `column` over the rows of `mask`: k, column, share, sorted by the first two."""
        pairs = self.paired(column)
        at, shares = pairs.of[mask], self.frame["share"].to_numpy()[mask]
        seen = np.zeros(len(pairs.k), dtype=bool)
        seen[at] = True
        total = np.bincount(at, shares, minlength=len(pairs.k))
        return pd.DataFrame({"k": pairs.k[seen], column: pairs.value[seen], "share": total[seen]})

    def paired(self, column: str) -> Pairs:
        """The pairs of leaf and a column of positions, numbered once."""
        if column not in self.pairs:
            k, values = self.frame["k"].to_numpy(), self.frame[column].to_numpy()
            self.pairs[column] = pairs_of(k, values)
        return self.pairs[column]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Different pairs of leaf and value, sorted: the two of each, and which pair each row is `of`."""

    k: np.ndarray
    value: np.ndarray
    of: np.ndarray


def pairs_of(k: np.ndarray, values: np.ndarray) -> Pairs:
    """Pairs of the rows of `k`, which rises, and values from −1 on."""
    key = k.astype(np.int64) << 32 | (values + 1).astype(np.int64)
    order = slice(None) if (key[1:] >= key[:-1]).all() else np.argsort(key)
    ordered = key[order]
    new = np.diff(ordered, prepend=-1) != 0
    of = np.empty(len(key), dtype=np.int32)
    of[order] = np.cumsum(new) - 1
    different = ordered[new]
    return Pairs((different >> 32).astype(np.int32), ((different & 0xFFFFFFFF) - 1).astype(np.int32), of)


@remembered
def chain_rows(graph: Projection, chain: int, thresholds: Thresholds) -> ChainRows:
    """The rows of a chain."""
    leaves = leaf_segments(graph, chain)
    place = np.full(len(graph.nodes["Segment"]), -1, dtype=np.int16 if len(leaves) < 1 << 15 else np.int32)
    place[leaves] = np.arange(len(leaves))
    rows = served(graph, thresholds)
    k = place[rows.segment]
    kept = np.flatnonzero(k >= 0)
    # Served is sorted by segment, patent and holder: only the leaves have to be put in their order.
    kept = kept[np.argsort(k[kept], kind="stable")]
    patent, patents = rows.patent[kept], graph.nodes["Patent"]
    status = patents["status"]
    in_force = ((patents["patent_type"] == "invention") & (status == "active")).to_numpy(dtype=bool)
    found = weighed(graph, thresholds)
    good = found.graded & (found.weight >= thresholds.good) & (status != "ended").fillna(True).to_numpy(dtype=bool)
    holder = rows.holder[kept]
    frame = pd.DataFrame({
        "k": k[kept], "patent": patent, "holder": holder,
        "owner": np.append(owners(graph), -1).astype(np.int32)[holder], "country": rows.country[kept],
        "share": rows.share[kept], "worth": rows.worth[kept], "effective": in_force[patent],
        "graded": found.graded[patent], "good": good[patent],
    }, copy=False)
    rows_of = ChainRows(frame, len(leaves))
    frame["actor"] = own_advantage(rows_of, thresholds.advantage)
    return rows_of


@remembered
def by_country(graph: Projection, chain: int, thresholds: Thresholds, effective: bool = False) -> np.ndarray:
    """Patents of each country (unknown last) in each leaf, fractional over holders; `effective` ones alone."""
    rows, count = chain_rows(graph, chain, thresholds), len(holdings(graph).countries) + 1
    kept = rows.frame["effective"].to_numpy() if effective else slice(None)
    country, k, share = (rows.frame[name].to_numpy()[kept] for name in ("country", "k", "share"))
    cells = np.bincount((country % count).astype(np.int64) * rows.count + k, share, minlength=count * rows.count)
    return np.asarray(cells.reshape(count, rows.count))


def own_advantage(rows: ChainRows, least: float) -> np.ndarray:
    """True where the location quotient of the row's holder in the row's segment is at least `least`."""
    pairs, share = rows.paired("holder"), rows.frame["share"].to_numpy()
    both = np.bincount(pairs.of, share, minlength=len(pairs.k))
    of_holder = np.bincount(pairs.value + 1, both)
    expected = rows.total()[pairs.k] * of_holder[pairs.value + 1]
    strong = (np.round(both * share.sum() / expected, 12) >= least) & (pairs.value >= 0)
    return np.asarray(strong[pairs.of])


def part(some: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """some / whole, rounded to twelve digits, NaN where there is no whole."""
    share: np.ndarray = np.divide(some, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return share.round(12)
