"""The four numbers behind a candidate for 卡脖子: value, gap, monopoly, hardness."""

from __future__ import annotations

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
    matrix = np.zeros((len(held.countries) + 1, rows.count))
    np.add.at(matrix, (frame["country"].to_numpy(), frame["k"].to_numpy()), frame["share"].to_numpy())
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
    slope = growth(graph, rows, thresholds)
    return pd.DataFrame({
        "gap": part(largest - of_home, largest), "leader": pd.Series(leader, dtype="str"),
        "home_rta": of_home, "leader_rta": largest,
        "monopoly": monopoly(rows, (frame["country"] >= 0) & (frame["country"] != home)),
        "hardness": np.round(np.where(np.isnan(hard), slope, hard), 9),
        "hardness_basis": np.where(~np.isnan(hard), "complexity", np.where(np.isnan(slope), "none", "growth")),
    })


def monopoly(rows: ChainRows, abroad: pd.Series[bool]) -> np.ndarray:
    """Share of all patents of each leaf that its four largest holders abroad have, a group counted as one; NaN without
    patents."""
    counts = rows.by("owner", (abroad & (rows.frame["holder"] >= 0)).to_numpy())
    counts = counts.sort_values(["k", "share", "owner"], ascending=[True, False, True])
    top = counts[counts.groupby("k").cumcount() < 4]
    return part(np.bincount(top["k"], top["share"], minlength=rows.count), rows.total())


def growth(graph: Projection, rows: ChainRows, thresholds: Thresholds) -> np.ndarray:
    """Least-squares slope of patents filed a year, over their yearly mean (1/year); NaN without any.

    Over `thresholds.growth_years` years that end `thresholds.lag_years` before the newest filing of the chain,
    because the last filings are not yet published.
    """
    pairs = rows.frame[["k", "patent"]].drop_duplicates()
    year = filing_year(graph).to_numpy()[pairs["patent"]]
    if not len(year) or np.isnan(year).all():
        return np.full(rows.count, np.nan)
    last = int(np.nanmax(year)) - thresholds.lag_years
    span = thresholds.growth_years
    kept = (year > last - span) & (year <= last)
    at = pairs["k"].to_numpy()[kept] * span + (year[kept] - (last - span + 1)).astype(int)
    yearly = np.bincount(at, minlength=rows.count * span).reshape(rows.count, span)
    steps = np.arange(span) - (span - 1) / 2
    return part(yearly @ steps / (steps @ steps), yearly.mean(axis=1))
