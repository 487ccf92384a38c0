"""What to do about a chain from a place: fill what is missing, strengthen what slips, extend downstream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.board.chain_rows import chain_rows, part
from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.industry import working
from ipgraph.analysis.board.topology import leaf_feeds, leaf_segments
from ipgraph.analysis.lookup import find_chain
from ipgraph.analysis.measures.specialisation import ratio
from ipgraph.analysis.places import Place, find_region, home_place, local_holders, local_rows
from ipgraph.analysis.portfolio import organisations, phi, presence, worth
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.records import plain
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection

__all__ = ["ACTIONS", "advice"]

#: Code, name in both languages.
ACTIONS = {"fill": ("补链", "fill"), "strengthen": ("强链", "strengthen"), "extend": ("延链", "extend")}
COLUMNS = ("segment", "name", "name_en", "status_code", "action_code", "action", "score", "origin", "reason_zh",
           "reason_en", "candidates")
#: How much a segment needs by its status; a strong one needs nothing.
NEED = {"choked": 1.0, "missing": 1.0, "fragile": 0.8, "weak": 0.5, "strong": 0.0}
#: Years compared, newest and those before, for a share that falls.
SPAN = 5
MOST = 5


@dataclass(frozen=True, eq=False)
class Outlook:
    """A chain seen from a place: what that is called, its board, the organisations of the place and those at home, and
    what everyone has in its leaves.

    `works` is 1 for each holder that works in a leaf, patents or not; `near` is proximity of leaf × leaf; `pull` turns
    what a holder has in any segment into its density in each leaf.
    """

    zh: str
    en: str
    board: pd.DataFrame
    local: NDArray[np.bool_]
    home: NDArray[np.bool_]
    held: sparse.csc_array
    works: sparse.csc_array
    has: sparse.csr_array
    pull: NDArray[np.float64]
    near: NDArray[np.float64]

    def worth(self, k: int) -> NDArray[np.float64]:
        """Of every holder in the k-th leaf: Σ share × score × quality."""
        return np.asarray(self.held[:, [k]].toarray().ravel())

    def inside(self, k: int) -> NDArray[np.bool_]:
        """Who is in the k-th leaf: by a patent held, or because it works there."""
        return np.asarray((self.worth(k) > 0) | (self.works[:, [k]].toarray().ravel() > 0))

    def density(self, k: int) -> NDArray[np.float64]:
        return np.asarray(self.has @ self.pull[:, k])


def advice(
    graph: Projection, chain: str, region: str | None = None, thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """One row a segment and action, those that matter most first: COLUMNS.

    fill 补链: the status is missing, choked, fragile or weak; score = need of the status. Candidates: organisations of
    the place that are not in the segment (no patent there, and not known to work there), by relatedness density
    (Hidalgo et al. 2007), then organisations at home that are in it, most quality-weighted patents first. strengthen
    强链: the place has holders with an advantage, and its share of the filings of the last five years is below that of
    the five before; score = the part lost. Candidates: its own holders, most quality-weighted patents first.
    extend 延链: the segment is fed by one where the place is strong and that is near to it (proximity above 0), and is
    not strong itself; score = proximity of the two × need; `origin` names that one. Candidates: the place's holders
    there, by density. `candidates` are {id, name, kind, local, density, weighted}. Raises NotFound with suggestions.
    """
    place = home_place(graph, thresholds.home) if region is None else find_region(graph, region)
    at = find_chain(graph, chain)
    board = gap_board(graph, chain, region, thresholds)
    leaves = leaf_segments(graph, at)
    near = phi(graph, thresholds)
    home = (graph.nodes["Holder"]["country"] == thresholds.home).to_numpy(dtype=bool)
    named = ("国内", "the country") if place.id == thresholds.home else (place.name, place.name_en or place.name)
    seen = Outlook(*named, board, local_holders(graph, place) & organisations(graph), home & organisations(graph),
                  sparse.csc_array(worth(graph, thresholds)[:, leaves]), sparse.csc_array(working_in(graph)[:, leaves]),
                  presence(graph, thresholds),
                  ratio(near, near.sum(axis=0))[:, leaves], near[np.ix_(leaves, leaves)])
    lost = falling(graph, at, place, thresholds)
    feeds = leaf_feeds(graph)[leaves][:, leaves].toarray() > 0
    found: list[dict[str, Any]] = []
    for k, row in enumerate(board.to_dict("records")):
        need = NEED[row["status_code"]]
        if need:
            found.append(filled(graph, seen, k, need))
        if row["local_actors"] > 0 and lost[k] > 0:
            found.append(strengthened(graph, seen, k, float(lost[k])))
        strong = [j for j in np.flatnonzero(feeds[:, k] & (seen.near[:, k] > 0)).tolist()
                  if board["status_code"].iat[j] == "strong"]
        if need and strong:
            found.append(extended(graph, seen, k, strong, need))
    frame = pd.DataFrame(found, columns=["k", "action_code", "score", "origin", "reason_zh", "reason_en", "candidates"])
    rows = board[["segment", "name", "name_en", "status_code"]].iloc[frame["k"]].reset_index(drop=True)
    frame = pd.concat([rows, frame], axis=1).assign(
        action=[ACTIONS[code][0] for code in frame["action_code"]], score=frame["score"].astype(float).round(9))
    order = {code: n for n, code in enumerate(ACTIONS)}
    frame = frame.sort_values(["score", "k", "action_code"], ascending=[False, True, True], kind="stable",
                              key=lambda c: c.map(order) if c.name == "action_code" else c)
    return frame[list(COLUMNS)].reset_index(drop=True)


def working_in(graph: Projection) -> sparse.csr_array:
    """Holders × segments: 1 where the holder works there."""
    pairs = working(graph)
    shape = (len(graph.nodes["Holder"]), len(graph.nodes["Segment"]))
    return sparse.csr_array((np.ones(len(pairs.holder)), (pairs.holder, pairs.segment)), shape=shape)


def falling(graph: Projection, chain: int, place: Place, t: Thresholds) -> NDArray[np.float64]:
    """Part of the place's share of filings lost from one five years to the next, by leaf; 0 where it holds or rises.

    The years end `thresholds.lag_years` before the newest filing of the chain, because the last are not yet published.
    """
    rows = chain_rows(graph, chain, t)
    frame = rows.frame
    year = filing_year(graph).to_numpy()[frame["patent"]]
    if not len(year) or np.isnan(year).all():
        return np.zeros(rows.count)
    last = float(np.nanmax(year)) - t.lag_years
    local = local_rows(graph, place, frame["holder"].to_numpy(), frame["country"].to_numpy())

    def share(low: float, high: float) -> NDArray[np.float64]:
        seen = (year > low) & (year <= high)
        return np.asarray(part(rows.total(seen & local), rows.total(seen)))

    before, now = share(last - 2 * SPAN, last - SPAN), share(last - SPAN, last)
    return np.asarray(np.nan_to_num(np.maximum(0, part(before - now, before))))


def filled(graph: Projection, seen: Outlook, k: int, need: float) -> dict[str, Any]:
    density, inside = seen.density(k), seen.inside(k)
    grown = ranked(seen.local & ~inside & (density > 0), density)
    outside = bool((seen.home & ~seen.local).any())
    drawn = ranked(seen.home & ~seen.local & inside, seen.worth(k))
    return {
        "k": k, "action_code": "fill", "score": need, "origin": None,
        "reason_zh": f"{seen.zh}邻近而尚未进入的单位 {len(grown)} 家" + (
            f"，国内已在该环节、可引进的单位 {len(drawn)} 家" if outside else ""),
        "reason_en": f"{len(grown)} in {seen.en} are near and not in it yet" + (
            f"; {len(drawn)} elsewhere in the country could be drawn" if outside else ""),
        "candidates": told(graph, seen, k, [*grown, *drawn]),
    }


def strengthened(graph: Projection, seen: Outlook, k: int, lost: float) -> dict[str, Any]:
    worth = seen.worth(k)
    own = ranked(seen.local & (worth > 0), worth)
    return {
        "k": k, "action_code": "strengthen", "score": lost, "origin": None,
        "reason_zh": f"近五年{seen.zh}份额较前五年下降 {lost:.0%}",
        "reason_en": f"the share of {seen.en} in the last five years fell by {lost:.0%} against the five before",
        "candidates": told(graph, seen, k, own),
    }


def extended(graph: Projection, seen: Outlook, k: int, strong: list[int], need: float) -> dict[str, Any]:
    best = max(strong, key=lambda j: (seen.near[j, k], -j))
    there = ranked(seen.local & (seen.worth(best) > 0), seen.density(k))
    row, near = seen.board.iloc[best], float(seen.near[best, k])
    return {
        "k": k, "action_code": "extend", "score": need * near, "origin": row["segment"],
        "reason_zh": f"{seen.zh}在上游环节“{row['name']}”有优势，技术邻近度 {near:.2f}",
        "reason_en": f"{seen.en} is strong upstream in {plain(row['name_en']) or row['name']}, proximity {near:.2f}",
        "candidates": told(graph, seen, k, there),
    }


def ranked(allowed: NDArray[np.bool_], by: NDArray[np.float64]) -> list[int]:
    """Positions of the best few that are allowed, ties by position."""
    at = np.flatnonzero(allowed)
    return [int(p) for p in at[np.lexsort((at, -np.round(by[at], 12)))][:MOST]]


def told(graph: Projection, seen: Outlook, k: int, positions: list[int]) -> list[dict[str, Any]]:
    frame = graph.nodes["Holder"].iloc[positions]
    density, worth = seen.density(k), seen.worth(k)
    return [{"id": id, "name": name, "kind": str(kind), "local": bool(seen.local[p]),
             "density": round(float(density[p]), 9), "weighted": round(float(worth[p]), 9)}
            for p, id, name, kind in zip(positions, frame["id"], frame["name"], frame["kind"], strict=True)]
