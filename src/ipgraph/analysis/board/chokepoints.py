"""The four numbers behind a candidate for 卡脖子: value, gap, monopoly, hardness."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from ipgraph.analysis.board.chain_rows import by_country, chain_rows, part
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.measures import complexity, presence, rta
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["chokepoints"]


@remembered
def chokepoints(graph: Projection, chain: int, country: str, thresholds: Thresholds) -> pd.DataFrame:
    """One row a leaf segment, seen from `country` whatever the region (value, the first number, is in `figures`).

    gap: 1 − R_home / max R, location quotients of countries in the chain; countries with fewer than
    `thresholds.few` patents there or `thresholds.proof` in the segment do not set the maximum. monopoly: share of
    all patents held by the four largest holders abroad. hardness: complexity (PCI) of the segment from the presence
    of those countries; where there is none, the yearly growth of filings; hardness_basis: complexity, growth or
    none. leader: the country of max R. home_rta, leader_rta: the two quotients of the gap.
    """
    rows, held = chain_rows(graph, chain, thresholds), holdings(graph)
    home = held.code(country)
    matrix = by_country(graph, chain, thresholds)
    quotient = np.round(rta(matrix), 12)
    large = matrix.sum(axis=1) >= thresholds.few
    large[-1] = False
    of_home = quotient[home] if home >= 0 else np.zeros(rows.count)
    proven = np.round(matrix[large], 9) >= thresholds.proof
    rivals = np.vstack([np.where(proven, quotient[large], 0.0), of_home])
    largest = rivals.max(axis=0)
    names = [*held.countries[large[:-1]], country]
    leader = [names[i] if top > 0 else None for i, top in zip(rivals.argmax(axis=0), largest, strict=True)]
    found = complexity(presence(quotient[large]))
    hard = found[1] if found is not None else np.full(rows.count, np.nan)
    slope = growth(graph, chain, thresholds)
    return pd.DataFrame({
        "gap": part(largest - of_home, largest), "leader": pd.Series(leader, dtype="str"),
        "home_rta": of_home, "leader_rta": largest,
        "monopoly": monopoly(graph, chain, home, thresholds),
        "hardness": np.round(np.where(np.isnan(hard), slope, hard), 9),
        "hardness_basis": np.where(~np.isnan(hard), "complexity", np.where(np.isnan(slope), "none", "growth")),
    })


def monopoly(graph: Projection, chain: int, home: int, thresholds: Thresholds) -> np.ndarray:
    """Share of all patents of each leaf that its four largest holders outside `home` (as in Holdings) have, a group
    counted as one; NaN without patents."""
    rows, found = chain_rows(graph, chain, thresholds), owning(graph, chain, thresholds)
    abroad = (found.country >= 0) & (found.country != home)
    shares = np.bincount(found.owner[abroad], found.share[abroad], minlength=len(found.k))
    first = np.searchsorted(found.k, np.arange(rows.count + 1))
    top = [sum(np.sort(largest(shares[low:high], 4))[::-1].tolist()) for low, high in pairwise(first)]
    return part(np.array(top, dtype=float), rows.total())


def largest(values: np.ndarray, most: int) -> np.ndarray:
    """The largest of the values, in no order."""
    return values if len(values) <= most else np.partition(values, -most)[-most:]


@dataclass(frozen=True, eq=False)
class Owning:
    """Shares by owner of a leaf (a place in `k`, the leaf of each) and country."""

    k: np.ndarray
    owner: np.ndarray
    country: np.ndarray
    share: np.ndarray


@remembered
def owning(graph: Projection, chain: int, thresholds: Thresholds) -> Owning:
    """Shares of known owners of the leaves of a chain. Nearly every owner is of one country, to which its rows are
    summed; its rows of another stand by themselves."""
    rows = chain_rows(graph, chain, thresholds)
    pairs, country, share = rows.paired("owner"), rows.frame["country"].to_numpy(), rows.frame["share"].to_numpy()
    of = np.empty(len(pairs.k), dtype=country.dtype)
    of[pairs.of] = country
    same = country == of[pairs.of]
    other = np.flatnonzero(~same)
    whole = np.bincount(pairs.of, share * same, minlength=len(of))
    of[pairs.value < 0] = -1
    kept = other[rows.frame["holder"].to_numpy()[other] >= 0]
    return Owning(
        pairs.k, np.append(np.arange(len(of), dtype=np.int32), pairs.of[kept]), np.append(of, country[kept]),
        np.append(whole, share[kept]),
    )


@remembered
def growth(graph: Projection, chain: int, thresholds: Thresholds) -> np.ndarray:
    """Least-squares slope of patents filed a year, over their yearly mean (1/year); NaN without any.

    Over `thresholds.growth_years` years that end `thresholds.lag_years` before the newest filing of the chain,
    because the last filings are not yet published.
    """
    rows = chain_rows(graph, chain, thresholds)
    pairs = rows.paired("patent")
    year = filing_year(graph).to_numpy()[pairs.value]
    if not len(year) or np.isnan(year).all():
        return np.full(rows.count, np.nan)
    last = int(np.nanmax(year)) - thresholds.lag_years
    span = thresholds.growth_years
    kept = (year > last - span) & (year <= last)
    at = pairs.k[kept] * span + (year[kept] - (last - span + 1)).astype(int)
    yearly = np.bincount(at, minlength=rows.count * span).reshape(rows.count, span)
    steps = np.arange(span) - (span - 1) / 2
    return part(yearly @ steps / (steps @ steps), yearly.mean(axis=1))
