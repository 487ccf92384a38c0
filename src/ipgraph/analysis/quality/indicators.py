"""What the record says of each patent, as values in [0, 1] beside NaN for what it does not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from ipgraph.analysis.quality.quality_tree import INDICATORS
from ipgraph.projection import Projection, remembered

__all__ = ["RECORDED", "filing_year", "granted", "percentile"]

#: Numbers of documents published on a grant: kind B or C after WIPO ST.16, and the United States until 2000, whose
#: only publication was the grant.
GRANTED = r"^[A-Z]{2}.*\d[BC]\d?$|^US\d{1,7}A?$"
DAYS = 365.2425


@remembered
def granted(graph: Projection) -> pd.Series[bool]:
    """True where the record says that the patent was granted: a date, in force, or the kind of its number."""
    patents = graph.nodes["Patent"]
    said = patents["granted_on"].notna() | (patents["status"] == "active").fillna(False)
    return said.astype(bool) | patents["id"].str.contains(GRANTED, regex=True).astype(bool)


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
    known = values.notna().to_numpy()
    at, different = pd.factorize(values[known].to_numpy(dtype=float), sort=True)
    groups = np.zeros(len(at), dtype=int) if cohort is None else pd.factorize(cohort[known].fillna(-1.0))[0]
    # Counting is linear where sorting within groups is not: a table of cohorts × different values is small.
    table = np.zeros((groups.max(initial=0) + 1, max(len(different), 1)), dtype=int)
    np.add.at(table, (groups, at), 1)
    below = table.cumsum(axis=1) - table
    found = np.full(len(values), np.nan)
    found[known] = ((below + table / 2) / np.maximum(table.sum(axis=1, keepdims=True), 1))[groups, at]
    return pd.Series(found, index=values.index)


def level(graph: Projection) -> pd.Series[float]:
    kind, worth = graph.nodes["Patent"]["patent_type"], INDICATORS["level"].values
    return kind.map(worth).astype(float).mask((kind == "invention") & granted(graph), worth["granted"])


def force(graph: Projection) -> pd.Series[float]:
    return graph.nodes["Patent"]["status"].map(INDICATORS["force"].values).astype(float)


def claims(graph: Projection) -> pd.Series[float]:
    return percentile(graph.nodes["Patent"]["claims"])


def term(graph: Projection) -> pd.Series[float]:
    """Left on the day of the graph. Where no source tells the status, nobody knows whether there is any left."""
    patents = graph.nodes["Patent"]
    whole = patents["patent_type"].map(INDICATORS["term"].term).astype(float)
    gone = (pd.Timestamp(graph.as_of or "NaT") - patents["filed_on"]).dt.days / DAYS
    alive = patents["status"].isin(["active", "pending"])
    left: pd.Series[float] = (1 - gone / whole).clip(0, 1).where(alive)
    return left


def citations(graph: Projection) -> pd.Series[float]:
    """By the count of the source; else by citations loaded, of patents that stand at either end of one."""
    patents = graph.nodes["Patent"]
    said = patents["cited_by"].astype(float)
    # Two ways of counting never meet in one cohort: years stand below and above zero.
    year = filing_year(graph).fillna(1.0)
    if not said.isna().any():  # a third of all edges, which need not be read then
        return percentile(said, year)
    cites = graph.edges["CITES"]
    here = np.bincount(cites.target, minlength=len(patents)).astype(float)
    seen = here > 0
    seen[cites.source] = True
    counted = said.isna() & seen
    return percentile(said.mask(counted, pd.Series(here, index=said.index)), year.where(~counted, -year))


def standard(graph: Projection) -> pd.Series[float]:
    return marked(graph, graph.edges["DECLARED_FOR"].source, INDICATORS["standard"].values["declared"])


def family(graph: Projection) -> pd.Series[float]:
    return percentile(graph.nodes["Patent"]["family_size"])


def deal(graph: Projection) -> pd.Series[float]:
    concerns = graph.edges["CONCERNS"]
    worth = graph.nodes["Deal"]["mode"].map(INDICATORS["deal"].values).astype(float).to_numpy()[concerns.source]
    return of_patents(graph, pd.Series(worth).groupby(concerns.target).max())


def pool(graph: Projection) -> pd.Series[float]:
    return marked(graph, graph.edges["IN_POOL"].source, INDICATORS["pool"].values["listed"])


def evaluation(graph: Projection) -> pd.Series[float]:
    """A score counts where its scale is known; of one above its scale nothing is known."""
    given, about = graph.nodes["Evaluation"], graph.edges["EVALUATES"]
    part = (given["score"] / given["scale"].where(given["scale"] > 0)).astype(float)
    scores = part.where(part.between(0, 1)).to_numpy()[about.source]
    return of_patents(graph, pd.Series(scores).groupby(about.target).mean())


#: By key of the tree.
RECORDED: Mapping[str, Callable[[Projection], pd.Series[float]]] = {
    "level": level, "force": force, "claims": claims, "term": term, "citations": citations, "standard": standard,
    "family": family, "deal": deal, "pool": pool, "evaluation": evaluation,
}


def marked(graph: Projection, patents: np.ndarray, worth: float) -> pd.Series[float]:
    """`worth` for these patents: what is not on record may be so all the same, so the others are unknown."""
    found = np.full(len(graph.nodes["Patent"]), np.nan)
    found[patents] = worth
    return pd.Series(found)


def of_patents(graph: Projection, values: pd.Series[float]) -> pd.Series[float]:
    """Values by position of the patent as a column of all patents."""
    found = np.full(len(graph.nodes["Patent"]), np.nan)
    found[values.index.to_numpy(dtype=int)] = values.to_numpy(dtype=float)
    return pd.Series(found)
