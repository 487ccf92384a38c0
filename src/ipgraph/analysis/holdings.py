"""Whose patents they are and whom they serve: the long tables that every figure is summed from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.quality.quality import weighed
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["Holdings", "Served", "holdings", "served", "serving"]


@dataclass(frozen=True, eq=False)
class Holdings:
    """One row a patent and holder, sorted by patent: owners of record where known, else applicants.

    `share` is 1/n of the n holders; a patent of nobody known has one row with holder −1. `country` is a position in
    `countries`: residence of the holder where known, else where the patent comes from, else −1.
    """

    patent: np.ndarray
    holder: np.ndarray
    share: np.ndarray
    country: np.ndarray
    countries: pd.Index[str]

    def code(self, country: str) -> int:
        """Position of a country, −2 where no patent is of it."""
        at = int(self.countries.get_indexer(pd.Index([country]))[0])
        return at if at >= 0 else -2


@remembered
def holdings(graph: Projection) -> Holdings:
    """Who holds what share of every patent."""
    count = len(graph.nodes["Patent"])
    owns, filed = graph.edges["OWNS"], graph.edges["FILED"]
    owned = np.zeros(count, dtype=bool)
    owned[owns.target] = True
    applied = ~owned[filed.target]
    bare = np.ones(count, dtype=bool)
    bare[owns.target] = bare[filed.target] = False
    alone = np.flatnonzero(bare)
    patent = np.concatenate([owns.target, filed.target[applied], alone], dtype=np.int32)
    holder = np.concatenate([owns.source, filed.source[applied], np.full(len(alone), -1)], dtype=np.int32)
    both = patent.astype(np.int64) << 32 | (holder.astype(np.int64) + 1)
    both.sort()
    patent, holder = (both >> 32).astype(np.int32), ((both & 0xFFFFFFFF) - 1).astype(np.int32)
    share = 1.0 / np.bincount(patent, minlength=count)[patent]
    residence, origin = coded(graph.nodes["Holder"]["country"]), coded(graph.nodes["Patent"]["origin"])
    countries = np.union1d(residence[1], origin[1])
    of_holder, of_patent = (np.append(np.searchsorted(countries, known), -1).astype(np.int16)[codes]
                            for codes, known in (residence, origin))
    of_holder = np.append(of_holder, np.int16(-1))[holder]
    country = np.where(of_holder >= 0, of_holder, of_patent[patent])
    return Holdings(patent, holder, share, country, pd.Index(countries, dtype="str"))


def coded(values: pd.Series[str]) -> tuple[np.ndarray, np.ndarray]:
    """Codes of a column, −1 where it says nothing, and the different values that they are positions of."""
    known = values.astype("category").cat.remove_unused_categories()
    return known.cat.codes.to_numpy(), np.asarray(known.cat.categories, dtype=object)


@remembered
def serving(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """One row a patent and segment it serves, sorted by segment and patent.

    patent, segment: positions; score: 0–1; by_text: the patent's text decided, not a rule; quality: weight of the
    patent; worth: score × quality; graded: the quality rests on more than the type.
    """
    edges = graph.edges["SERVES"]
    # Edges are sorted by patent; short numbers are sorted by their digits, several times faster.
    order = np.argsort(edges.target.astype(np.min_scalar_type(edges.shape[1])), kind="stable")
    patent = edges.source[order]
    score = edges.data["score"].to_numpy(dtype=float)[order] if len(edges) else np.empty(0)
    by_text = (edges.data["basis"] == "text").to_numpy()[order] if len(edges) else np.empty(0, dtype=bool)
    found = weighed(graph, thresholds)
    weight, sure = found.weight[patent], found.graded[patent]
    return pd.DataFrame({
        "patent": patent, "segment": edges.target[order], "score": score, "quality": weight, "worth": score * weight,
        "by_text": by_text, "graded": sure,
    })


@dataclass(frozen=True, eq=False)
class Served:
    """`serving` with a row a holder, sorted by segment: each row has `share` of the patent and of its worth."""

    segment: np.ndarray
    patent: np.ndarray
    holder: np.ndarray
    country: np.ndarray
    share: np.ndarray
    worth: np.ndarray

    def of(self, segment: int) -> slice:
        """Rows of one segment."""
        low, high = np.searchsorted(self.segment, [segment, segment + 1])
        return slice(int(low), int(high))


@remembered
def served(graph: Projection, thresholds: Thresholds = DEFAULT) -> Served:
    """Every segment's patents with their holders."""
    rows, held = serving(graph, thresholds), holdings(graph)
    patent = rows["patent"].to_numpy()
    starts = np.concatenate([[0], np.cumsum(np.bincount(held.patent, minlength=len(graph.nodes["Patent"])))])
    first, holders = starts[patent], starts[patent + 1] - starts[patent]
    row = np.repeat(np.arange(len(patent), dtype=np.int32), holders)
    at = np.arange(len(row)) + np.repeat(first - (np.cumsum(holders) - holders), holders)
    share = held.share[at]
    return Served(
        rows["segment"].to_numpy()[row], patent[row], held.holder[at], held.country[at], share,
        rows["worth"].to_numpy()[row] * share,
    )
