"""The figures of every segment of a chain: how many, how good, whose, and how concentrated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.chain_rows import ChainRows, chain_rows, part
from ipgraph.analysis.holdings import holdings, serving
from ipgraph.analysis.industry import industry
from ipgraph.analysis.measures import concentration_ratio, hhi, hhi_corrected, rsta, rta
from ipgraph.analysis.places import Place, local_rows
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.analysis.topology import leaf_segments
from ipgraph.projection import Projection, remembered

__all__ = ["Sides", "families", "figures", "sides_of"]


@remembered
def figures(graph: Projection, chain: int, place: Place, thresholds: Thresholds) -> pd.DataFrame:
    """One row a leaf segment, in the order of `leaf_segments`: the figures of the whole and those of the place.

    patents: different patents that serve it; inventions: their families, each counted once; graded:
    share of them whose quality rests on more than the type;
    weighted: Σ score × quality; value: mean quality of the graded, NaN with fewer than `thresholds.enough`; holders;
    hhi, hhi_corrected, cr4: over known holders, fractional; a group counts as one holder in all of these. rta, rsta:
    the place against what it is compared with (`place.within`), fractional over holders; foreign: share held outside
    `place.country` among what has a known country; foreign_effective: the same among inventions in force.
    local_patents, local_holders, local_weighted: those of the place; local_share: local_weighted over that of what it
    is compared with; local_actors: its holders with an advantage of their own; local_good: its good patents, NaN where
    it has patents and none is graded; the columns of `industry`; evidence: see `evidence`.
    """
    rows = chain_rows(graph, chain, thresholds)
    frame = rows.frame
    sides = sides_of(graph, rows, place)
    local, named, known, abroad = sides.local, sides.named, sides.known, sides.abroad
    effective = frame["effective"].to_numpy()
    here, compared = rows.total(local), rows.total(sides.compared)
    advantage = np.round(rta(np.array([here, compared - here]))[0], 12)
    whole, worth = totals(graph, chain, thresholds), rows.total(local, "worth")
    counts = rows.by("owner", named)
    held = np.split(counts["share"].to_numpy(), np.searchsorted(counts["k"], np.arange(1, rows.count)))[:rows.count]
    found = pd.concat([whole, industry(graph, chain, place, thresholds)], axis=1).assign(
        holders=rows.distinct("owner", named),
        hhi=floats(map(hhi, held)), hhi_corrected=floats(map(hhi_corrected, held)),
        cr4=floats(map(concentration_ratio, held)),
        rta=advantage, rsta=np.round(rsta(advantage), 12),
        foreign=part(rows.total(abroad), rows.total(known)),
        foreign_effective=part(rows.total(abroad & effective), rows.total(known & effective)),
        local_patents=rows.distinct("patent", local), local_holders=rows.distinct("owner", local & named),
        local_weighted=worth.round(9), local_share=part(worth, rows.total(sides.compared, "worth")),
        local_actors=rows.distinct("owner", local & frame["actor"].to_numpy()),
        local_good=good(rows, local),
    )
    of_place = frame["patent"][local].nunique() if place.id != thresholds.home else None
    return found.assign(evidence=evidence(found, of_place, thresholds))


@dataclass(frozen=True, eq=False)
class Sides:
    """Which rows of a chain count for what: held by the place, by a known holder, of known country, held abroad, and
    what the place is compared with."""

    local: np.ndarray
    named: np.ndarray
    known: np.ndarray
    abroad: np.ndarray
    compared: np.ndarray


def sides_of(graph: Projection, rows: ChainRows, place: Place) -> Sides:
    holder, country = rows.frame["holder"].to_numpy(), rows.frame["country"].to_numpy()
    known, home = country >= 0, holdings(graph).code(place.country)
    local = local_rows(graph, place, holder, country)
    # What is of the place is of its country, wherever the patent comes from.
    compared = local | (country == home) if place.within == "country" else np.ones(len(country), dtype=bool)
    return Sides(local, holder >= 0, known, known & (country != home), compared)


def evidence(found: pd.DataFrame, of_place: int | None, t: Thresholds) -> np.ndarray:
    """What each row rests on: none, thin or ok. `of_place`: patents of the place in the chain, None for the home.

    none: nobody anywhere has a patent in the segment and no organisation works there, so that the row tells of the
    data rather than of the industry. thin: fewer than `t.evidence` patents; seen from another place than home also
    where it has fewer than `t.few` patents in the chain, or some but fewer than `t.proof` in the segment, because its
    advantage is then that of a handful.
    """
    nobody = (found["patents"] == 0) & (found["enterprises"] == 0)
    thin = found["patents"] < t.evidence
    if of_place is not None:
        thin = thin | (of_place < t.few) | found["local_patents"].between(1, t.proof - 1)
    return np.where(nobody, "none", np.where(thin, "thin", "ok"))


def totals(graph: Projection, chain: int, thresholds: Thresholds) -> pd.DataFrame:
    """patents, inventions, graded, weighted and value of each leaf."""
    leaves, pairs = leaf_segments(graph, chain), serving(graph, thresholds)
    family = families(graph)[pairs["patent"].to_numpy()]
    found = pairs.assign(known=pairs["quality"].where(pairs["graded"]), family=family).groupby("segment").agg(
        patents=("patent", "size"), inventions=("family", "nunique"),
        graded=("graded", "mean"), weighted=("worth", "sum"), value=("known", "mean"),
        known=("known", "count"))
    found["value"] = found["value"].where(found.pop("known") >= thresholds.enough)
    found = found.reindex(leaves).reset_index(drop=True).round(9)
    counts = {name: found[name].fillna(0).astype(int) for name in ("patents", "inventions")}
    return found.assign(**counts, weighted=found["weighted"].fillna(0.0))


@remembered
def families(graph: Projection) -> np.ndarray:
    """A number for each patent, the same for all of one family; a patent of no known family is one of its own."""
    patents = graph.nodes["Patent"]
    codes: np.ndarray = pd.factorize(patents["family"].fillna(patents["id"]))[0]
    return codes


def good(rows: ChainRows, local: np.ndarray) -> np.ndarray:
    """Good patents among those of `local` by leaf; NaN where there are patents and nothing is known of any."""
    frame = rows.frame
    count = rows.distinct("patent", local & frame["good"].to_numpy()).astype(float)
    known = rows.distinct("patent", local & frame["graded"].to_numpy())
    return np.where((known == 0) & (rows.distinct("patent", local) > 0), np.nan, count)


def floats(values: Iterable[float | None]) -> np.ndarray:
    """Numbers with NaN for None."""
    return np.array([np.nan if value is None else round(value, 12) for value in values])
