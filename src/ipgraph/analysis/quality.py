"""How good a patent is, as far as its record says: a weight in (0, 1] made of visible indicators."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["INDICATORS", "coverage", "filing_year", "graded", "quality"]

INDICATORS = ("level", "force", "citations", "family", "claims")
#: Numbers of documents published on a grant: kind B or C after WIPO ST.16, and the United States until 2000, whose
#: only publication was the grant.
GRANTED = r"^[A-Z]{2}.*\d[BC]\d?$|^US\d{1,7}A?$"


@remembered
def quality(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Indicators and weight of every patent, row for row with `graph.nodes["Patent"]`, all in (0, 1].

    level: granted invention, pending invention, utility model, design; force: legal status; citations: percentile of
    forward citations among patents of the same filing year; family and claims: percentile among all. A percentile is
    (mean rank − ½) / n, so that one of its kind stands in the middle. An indicator that the record lacks is NaN and
    does not count; `weight` is the mean of the others, `thresholds.neutral` where there is none.
    """
    patents, t = graph.nodes["Patent"], thresholds
    kind, status = patents["patent_type"], patents["status"]
    level = kind.map({"invention": t.pending_invention, "utility": t.utility, "design": t.design}).astype(float)
    level = level.mask((kind == "invention") & granted(graph), t.granted_invention)
    force = status.map({"active": t.in_force, "pending": t.pending, "ended": t.ended}).astype(float)
    frame = pd.DataFrame({
        "level": level,
        "force": force,
        "citations": percentile(patents["cited_by"], filing_year(graph)),
        "family": percentile(patents["family_size"]),
        "claims": percentile(patents["claims"]),
    })
    return frame.assign(weight=frame.mean(axis=1).fillna(t.neutral).round(12))


@remembered
def granted(graph: Projection) -> pd.Series[bool]:
    """True where the record says that the patent was granted: a date, in force, or the kind of its number."""
    patents = graph.nodes["Patent"]
    said = patents["granted_on"].notna() | (patents["status"] == "active").fillna(False)
    return said.astype(bool) | patents["id"].str.contains(GRANTED, regex=True).astype(bool)


@remembered
def graded(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.Series[bool]:
    """True where quality rests on more than the type: on a grant, or on `thresholds.indicators` indicators or more."""
    known = quality(graph, thresholds)[list(INDICATORS)].notna().sum(axis=1)
    return granted(graph) | (known >= thresholds.indicators)


def coverage(graph: Projection) -> dict[str, float | None]:
    """Share of patents whose record has each indicator; None without patents."""
    frame = quality(graph)
    return {name: float(frame[name].notna().mean()) if len(frame) else None for name in INDICATORS}


@remembered
def filing_year(graph: Projection) -> pd.Series[float]:
    """Year of filing, else of publication, NaN where neither is known; row for row with the patents."""
    patents = graph.nodes["Patent"]
    year: pd.Series[float] = patents["filed_on"].dt.year.fillna(patents["published_on"].dt.year).astype(float)
    return year


def percentile(values: pd.Series[float], cohort: pd.Series[float] | None = None) -> pd.Series[float]:
    """(mean rank − ½) / n of each known value among the known of its cohort; those of unknown cohort are one.

    >>> percentile(pd.Series([1.0, 5.0, np.nan])).tolist()
    [0.25, 0.75, nan]
    """
    known = values.astype(float)
    groups = (pd.Series(0.0, index=known.index) if cohort is None else cohort.fillna(-1.0)).where(known.notna(), np.nan)
    ranked = known.groupby(groups)
    return (ranked.rank(method="average") - 0.5) / ranked.transform("count")
