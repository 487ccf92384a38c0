"""A chain as a whole: its patents year by year, and who holds most of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ipgraph.analysis.board.chain_rows import chain_rows
from ipgraph.analysis.lookup import find_chain
from ipgraph.analysis.places import find_region, home_place, local_holders, local_rows
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection

__all__ = ["chain_holders", "local_patents", "yearly"]


def yearly(
    graph: Projection, chain: str, region: str | None = None, thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """One row a year of filing (else of publication), none left out between the first and the last: year; patents:
    different ones of the chain; local_patents: those that the place has a part in. Patents without a year are not here.

    Raises NotFound with suggestions.
    """
    once = told(graph, chain, region, thresholds).dropna(subset="year")
    years = once["year"].astype(int)
    span = range(years.min(), years.max() + 1) if len(years) else range(0)
    found = once.groupby(years)["local"].agg(["size", "sum"]).reindex(span, fill_value=0)
    return pd.DataFrame({"year": list(span), "patents": found["size"].astype(int).to_list(),
                         "local_patents": found["sum"].astype(int).to_list()})


def local_patents(
    graph: Projection, chain: str, region: str | None = None, thresholds: Thresholds = DEFAULT,
) -> int:
    """Different patents of the chain that the place has a part in, dated or not. Raises NotFound with suggestions."""
    return int(told(graph, chain, region, thresholds)["local"].sum())


def told(graph: Projection, chain: str, region: str | None, thresholds: Thresholds) -> pd.DataFrame:
    """One row a patent of the chain (position, the index): year, NaN where unknown; local: the place has a part in
    it."""
    place = home_place(graph, thresholds.home) if region is None else find_region(graph, region)
    frame = chain_rows(graph, find_chain(graph, chain), thresholds).frame
    local = local_rows(graph, place, frame["holder"].to_numpy(), frame["country"].to_numpy())
    rows = pd.DataFrame({
        "patent": frame["patent"], "year": filing_year(graph).to_numpy()[frame["patent"]], "local": local})
    return rows.groupby("patent").agg(year=("year", "first"), local=("local", "any"))


def chain_holders(
    graph: Projection, chain: str, region: str | None = None, top: int = 15, thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """Holders of the chain, most quality-weighted patents first, then by id: id, name, name_en, kind, country; local:
    of the place; patents: different ones that it has a part in; weighted: Σ share × score × quality over the segments;
    share: of the weighted total of the chain; segments: how many of the chain it is in.

    Raises NotFound with suggestions.
    """
    place = home_place(graph, thresholds.home) if region is None else find_region(graph, region)
    frame = chain_rows(graph, find_chain(graph, chain), thresholds).frame
    total = frame["worth"].sum() or 1.0
    held = frame[frame["holder"] >= 0].groupby("holder").agg(
        patents=("patent", "nunique"), weighted=("worth", "sum"), segments=("k", "nunique")).round(9).reset_index()
    held = held.sort_values(["weighted", "holder"], ascending=[False, True], ignore_index=True).head(top)
    named = graph.nodes["Holder"][["id", "name", "name_en", "kind", "country"]].iloc[held["holder"]]
    return named.reset_index(drop=True).assign(
        local=local_holders(graph, place)[held["holder"].to_numpy(dtype=np.int64)], patents=held["patents"],
        weighted=held["weighted"], share=(held["weighted"] / total).round(9), segments=held["segments"])
