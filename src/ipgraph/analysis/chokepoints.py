"""The four numbers behind a candidate for 卡脖子: value, gap, monopoly, hardness."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from ipgraph.analysis.chain_rows import ChainRows, chain_rows, part
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.indicators import filing_year
from ipgraph.analysis.measures import complexity, presence, rta
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
    frame, home = rows.frame, held.code(country)
    of = frame["country"].to_numpy()
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
        "monopoly": monopoly(rows, (of >= 0) & (of != home)),
        "hardness": np.round(np.where(np.isnan(hard), slope, hard), 9),
        "hardness_basis": np.where(~np.isnan(hard), "complexity", np.where(np.isnan(slope), "none", "growth")),
    })


@remembered
def by_country(graph: Projection, chain: int, thresholds: Thresholds) -> np.ndarray:
    """Patents of each country (unknown last) in each leaf, fractional over holders."""
    rows, count = chain_rows(graph, chain, thresholds), len(holdings(graph).countries) + 1
    country = rows.frame["country"].to_numpy() % count
    cells = np.bincount(country.astype(np.int64) * rows.count + rows.frame["k"].to_numpy(), rows.frame["share"],
                        minlength=count * rows.count)
    return np.asarray(cells.reshape(count, rows.count))


def monopoly(rows: ChainRows, abroad: np.ndarray) -> np.ndarray:
    """Share of all patents of each leaf that its four largest holders abroad have, a group counted as one; NaN without
    patents."""
    counts = rows.by("owner", np.flatnonzero(abroad & (rows.frame["holder"].to_numpy() >= 0)))
    first = np.searchsorted(counts["k"], np.arange(rows.count + 1))
    shares = counts["share"].to_numpy()
    top = [sum(np.sort(shares[low:high])[:-5:-1].tolist()) for low, high in pairwise(first)]
    return part(np.array(top, dtype=float), rows.total())


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
