"""Teams followed over time: found anew in each window of years, and matched to those of the window before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.teams.coinvention import chosen_scale, communities, ties
from ipgraph.analysis.teams.teams import Shared, shared
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["followed", "overlaps", "team_history", "window_teams"]

#: What became of a team, from one window to the next.
CONTINUING, NEW, MERGED, SPLIT, DISSOLVED = "continuing", "new", "merged", "split", "dissolved"


def team_history(graph: Projection, team: pd.Series[Any], thresholds: Thresholds = DEFAULT) -> list[dict[str, Any]]:
    """What a row of `all_teams` was in each window, oldest first: {first, last, state, members, patents}.

    In a window the team is whatever teams of that window have at least half of their members from it, most members
    first; the state is that of the first. In the window after its last it is dissolved, members and patents empty.
    Windows before its first and after that are left out, as is everything where no year of filing is known.
    """
    ids = graph.nodes["Holder"]["id"]
    mine = np.zeros(len(ids), dtype=bool)
    mine[pd.Index(ids).get_indexer(pd.Index(team["members"]))] = True
    found: list[dict[str, Any]] = []
    for first, last, teams, states in followed(graph, thresholds):
        inside = np.bincount(teams.team, weights=mine[teams.person], minlength=len(states))
        sizes = np.bincount(teams.team, minlength=len(states))
        at = np.flatnonzero((2 * inside >= sizes) & (inside >= 2))
        at = at[np.lexsort((at, -inside[at]))]
        if len(at):
            people = np.unique(teams.person[np.isin(teams.team, at)])
            patents = np.unique(teams.patents[at].indices)
            found.append({"first": first, "last": last, "state": states[at[0]],
                          "members": ids.iloc[people].tolist(), "patents": len(patents)})
        elif found and found[-1]["state"] != DISSOLVED:
            found.append({"first": first, "last": last, "state": DISSOLVED, "members": [], "patents": 0})
    return found


@remembered
def followed(graph: Projection, thresholds: Thresholds = DEFAULT) -> list[tuple[int, int, Shared, list[str]]]:
    """First and last year of each window, its teams, and the state of each team against the window before.

    A team is that of the window before with which it shares `team_overlap` of the members of both (Jaccard), after
    Greene, Doyle and Cunningham 2010: new where there is none; merged where there are several; split where that one
    is also that of another team; else continuing.
    """
    out: list[tuple[int, int, Shared, list[str]]] = []
    for first, last, teams in window_teams(graph, thresholds, thresholds.team_step):
        states = [NEW] * teams.patents.shape[0]
        if out:
            alike = overlaps(graph, out[-1][2], teams) >= thresholds.team_overlap
            before, after = (np.asarray(alike.sum(axis=axis)).ravel() for axis in (0, 1))
            parted = np.asarray((sparse.diags_array((after > 1).astype(float)) @ alike).sum(axis=0)).ravel()
            states = [NEW if not n else MERGED if n > 1 else SPLIT if p else CONTINUING
                      for n, p in zip(before, parted, strict=True)]
        out.append((first, last, teams, states))
    return out


def window_teams(graph: Projection, t: Thresholds, step: int) -> list[tuple[int, int, Shared]]:
    """First and last year, and teams, of windows of `team_window` years that begin `step` years apart, oldest first;
    the last ends with the newest filing. Windows without a team before the first with one are left out."""
    year = filing_year(graph).to_numpy()
    used = np.unique(year[graph.edges["INVENTED"].target])
    used = used[~np.isnan(used)]
    found: list[tuple[int, int, Shared]] = []
    if not len(used):
        return found
    scale = chosen_scale(graph, t)
    for last in range(int(used[-1]), int(used[0]) - 1, -step):
        kept: NDArray[np.bool_] = (year > last - t.team_window) & (year <= last)
        teams = shared(graph, communities(graph, ties(graph, t, kept), scale, t.seed), t, kept)
        found.append((last - t.team_window + 1, last, teams))
    while found and not len(found[-1][2].team):
        found.pop()
    return found[::-1]


def overlaps(graph: Projection, one: Shared, other: Shared) -> sparse.csr_array:
    """Jaccard overlap of the members of the teams of one with those of the other, 0–1."""
    count = len(graph.nodes["Holder"])
    parts = [sparse.csr_array((np.ones(len(s.team)), (s.team, s.person)), shape=(s.patents.shape[0], count))
             for s in (one, other)]
    both = sparse.coo_array(parts[0] @ parts[1].T)
    sizes = [np.bincount(s.team, minlength=s.patents.shape[0]) for s in (one, other)]
    row, column = both.coords
    share = np.round(both.data / (sizes[0][row] + sizes[1][column] - both.data), 12)
    return sparse.csr_array((share, (row, column)), shape=both.shape)
