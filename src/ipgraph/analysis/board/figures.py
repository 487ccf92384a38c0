"""The figures of every segment of a chain: how many, how good, whose, and how concentrated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.board.chain_rows import ChainRows, by_country, chain_rows, pairs_of, part
from ipgraph.analysis.board.industry import industry
from ipgraph.analysis.board.topology import leaf_segments
from ipgraph.analysis.holdings import holdings, serving
from ipgraph.analysis.measures import concentration_ratio, hhi, hhi_corrected, rsta, rta
from ipgraph.analysis.places import Place, local_rows
from ipgraph.analysis.thresholds import Thresholds
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
    holder, country, patent = (rows.frame[name].to_numpy() for name in ("holder", "country", "patent"))
    # Places are small: positions of their rows are worked through faster than flags of all rows.
    flags = local_rows(graph, place, holder, country)
    local = np.flatnonzero(flags)
    compared = np.flatnonzero(flags | at_home(graph, place, country)) if place.within == "country" else None
    here, worth = rows.total(local), rows.total(local, "worth")
    advantage = np.round(rta(np.array([here, rows.total(compared) - here]))[0], 12)
    whole = pd.concat([totals(graph, chain, thresholds), held(graph, chain, thresholds),
                       abroad(graph, chain, place.country, thresholds)], axis=1)
    found = pd.concat([whole, industry(graph, chain, place, thresholds)], axis=1).assign(
        rta=advantage, rsta=np.round(rsta(advantage), 12),
        local_patents=rows.distinct("patent", local),
        local_holders=rows.distinct("owner", local[holder[local] >= 0]),
        local_weighted=worth.round(9), local_share=part(worth, rows.total(compared, "worth")),
        local_actors=rows.distinct("owner", local[rows.frame["actor"].to_numpy()[local]]),
        local_good=good(rows, local),
    )
    seen = np.zeros(len(graph.nodes["Patent"]), dtype=bool)
    seen[patent[local]] = True
    of_place = int(seen.sum()) if place.id != thresholds.home else None
    return found.assign(evidence=evidence(found, of_place, thresholds))


@remembered
def held(graph: Projection, chain: int, thresholds: Thresholds) -> pd.DataFrame:
    """holders, hhi, hhi_corrected and cr4 of each leaf."""
    rows = chain_rows(graph, chain, thresholds)
    counts = rows.by("owner", np.flatnonzero(rows.frame["holder"].to_numpy() >= 0))
    shares = np.split(counts["share"].to_numpy(), np.searchsorted(counts["k"], np.arange(1, rows.count)))[:rows.count]
    return pd.DataFrame({
        "holders": np.bincount(counts["k"], minlength=rows.count),
        "hhi": floats(map(hhi, shares)), "hhi_corrected": floats(map(hhi_corrected, shares)),
        "cr4": floats(map(concentration_ratio, shares)),
    })


@remembered
def abroad(graph: Projection, chain: int, country: str, thresholds: Thresholds) -> pd.DataFrame:
    """foreign and foreign_effective of each leaf, seen from a country."""
    known = [by_country(graph, chain, thresholds, effective)[:-1] for effective in (False, True)]
    outside = np.arange(len(known[0])) != holdings(graph).code(country)
    return pd.DataFrame({
        name: part(cells[outside].sum(axis=0), cells.sum(axis=0))
        for name, cells in zip(("foreign", "foreign_effective"), known, strict=True)
    })


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
    known, home = country >= 0, at_home(graph, place, country)
    local = local_rows(graph, place, holder, country)
    # What is of the place is of its country, wherever the patent comes from.
    compared = local | home if place.within == "country" else np.ones(len(country), dtype=bool)
    return Sides(local, holder >= 0, known, known & ~home, compared)


def at_home(graph: Projection, place: Place, country: np.ndarray) -> np.ndarray:
    """True for each row whose country (as in Holdings) is that of the place."""
    return np.asarray(country == holdings(graph).code(place.country))


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


@remembered
def totals(graph: Projection, chain: int, thresholds: Thresholds) -> pd.DataFrame:
    """patents, by_text, inventions, graded, weighted and value of each leaf."""
    leaves, pairs = leaf_segments(graph, chain), serving(graph, thresholds)
    segment, count = pairs["segment"].to_numpy(), len(graph.nodes["Segment"])
    sure, patents = pairs["graded"].to_numpy(), np.bincount(segment, minlength=count)
    family = pairs_of(segment, families(graph)[pairs["patent"].to_numpy()])
    known = np.bincount(segment[sure], minlength=count)
    worth = np.bincount(segment[sure], pairs["quality"].to_numpy()[sure], minlength=count)
    enough = known >= thresholds.enough
    return pd.DataFrame({
        "patents": patents, "by_text": np.bincount(segment[pairs["by_text"].to_numpy()], minlength=count),
        "inventions": np.bincount(family.k, minlength=count),
        "graded": np.divide(known, patents, out=np.full(count, np.nan), where=patents > 0).round(9),
        "weighted": pairs.groupby("segment")["worth"].sum().reindex(range(count), fill_value=0.0).round(9),
        "value": np.divide(worth, known, out=np.full(count, np.nan), where=enough & (known > 0)).round(9),
    }).iloc[leaves].reset_index(drop=True)


@remembered
def families(graph: Projection) -> np.ndarray:
    """A number for each patent, the same for all of one family; a patent of no known family is one of its own."""
    patents = graph.nodes["Patent"]
    known = pd.factorize(patents["family"])[0].astype(np.int32)
    alone = known < 0
    known[alone] = known.max(initial=-1) + 1 + np.arange(int(alone.sum()), dtype=np.int32)
    return known


def good(rows: ChainRows, local: np.ndarray) -> np.ndarray:
    """Good patents among those of `local` by leaf; NaN where there are patents and nothing is known of any."""
    fine, known = rows.frame["good"].to_numpy()[local], rows.frame["graded"].to_numpy()[local]
    count = rows.distinct("patent", local[fine]).astype(float)
    unknown = (rows.distinct("patent", local[known]) == 0) & (rows.distinct("patent", local) > 0)
    return np.where(unknown, np.nan, count)


def floats(values: Iterable[float | None]) -> np.ndarray:
    """Numbers with NaN for None."""
    return np.array([np.nan if value is None else round(value, 12) for value in values])
