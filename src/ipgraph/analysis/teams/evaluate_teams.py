"""How good teams are: do they stay when patents are left out, and do their members file together afterwards?"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.teams.coinvention import chosen_scale, samples, steadiness
from ipgraph.analysis.teams.team_groups import AFTER, AGAINST, GUESSES, after_cut, guesses
from ipgraph.analysis.teams.team_history import overlaps, window_teams
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection

__all__ = ["ENOUGH", "evaluate_teams", "interval"]

#: Cases below which nothing is told; samples of the bootstrap; cuts; folds of what is left out.
ENOUGH, DRAWS, CUTS, FOLDS = 50, 1000, 3, 5


def evaluate_teams(graph: Projection, thresholds: Thresholds = DEFAULT) -> dict[str, Any]:
    """Four tables, each with `cases` and, below 50 cases, `too_few` true and no figures.

    scale: the scale chosen; steady: [{scale, kappa}] of each scale, as `coinvention.steadiness`.
    windows: of the teams of a window of `team_window` years, the share `kept` that shares `team_overlap` of the members
    with a team of the next window, which has no year in common with it, and the mean best `overlap` (Jaccard), each
    with its interval; cases: teams that have a member who files in the next window.
    cohesion: over teams found in what was filed before a cut, with a member who invents with another known inventor in
    the two years after (cases), the mean share of pairs of inventors active after the cut who then invent together:
    `teams`, and in `home`, `part` and `coinventors` (AGAINST), each with `ci` and the interval of the paired
    difference; cuts: the years. The scale, and who is at home where, are those of all patents, also of later ones.
    left_out: over patents left out (a fifth at a time) of two or more inventors whom the others show, how well a group
    of its inventor of lowest id (GUESSES) tells the rest: mean precision, recall, f1, with the interval of f1, of
    teams less it, and, of what stands in AGAINST, of `close` less it.

    Intervals are of 95 % by bootstrap over the cases; of cohesion over teams, so that the pairs of one go together.
    """
    t = thresholds
    scale, drawn = chosen_scale(graph, t), samples(graph, t)
    return {
        "scale": scale,
        "steady": [{"scale": one, "kappa": round(steadiness(graph, t, one, drawn), 6)} for one in t.team_scales],
        "windows": windows(graph, t), "cohesion": cohesion(graph, t, scale), "left_out": left_out(graph, t, scale),
    }


def windows(graph: Projection, t: Thresholds) -> dict[str, Any]:
    """Teams of one window in the next."""
    invented, year = graph.edges["INVENTED"], filing_year(graph).to_numpy()
    best: list[NDArray[np.float64]] = []
    found = window_teams(graph, t, t.team_window)
    for (_, _, one), (first, last, other) in pairwise(found):
        if not len(one.team):
            continue
        filed = (year[invented.target] >= first) & (year[invented.target] <= last)
        active = np.bincount(invented.source[filed], minlength=invented.shape[0]) > 0
        alive = np.bincount(one.team, weights=active[one.person]) > 0
        alike = overlaps(graph, one, other)
        best.append(np.array([row.max() if row.nnz else 0.0 for row in (alike[[n]] for n in np.flatnonzero(alive))]))
    values = np.concatenate(best) if best else np.empty(0)
    if len(values) < ENOUGH:
        return {"cases": len(values), "too_few": True}
    kept = (values >= t.team_overlap).astype(float)
    return {"cases": len(values), "too_few": False, "kept": mean(kept), "kept_ci": interval(kept, t.seed),
            "overlap": mean(values), "overlap_ci": interval(values, t.seed)}


def cohesion(graph: Projection, t: Thresholds, scale: float) -> dict[str, Any]:
    """Do members file together after the cut, more than others who might?"""
    year = np.asarray(filing_year(graph), dtype=np.float64)
    used = year[np.unique(graph.edges["INVENTED"].target)]
    used = used[~np.isnan(used)]
    cuts = [int(used.max()) - t.lag_years - AFTER * n + 1 for n in range(1, CUTS + 1)][::-1] if len(used) else []
    cases = [after_cut(graph, t, scale, year, cut) for cut in cuts]
    values = np.concatenate(cases) if cases else np.empty((0, 1 + len(AGAINST)))
    if len(values) < ENOUGH:
        return {"cases": len(values), "too_few": True, "cuts": cuts}
    told = {name: {"rate": mean(values[:, n]), "ci": interval(values[:, n], t.seed),
                   "difference_ci": interval(values[:, 0] - values[:, n], t.seed)}
            for n, name in enumerate(AGAINST, 1)}
    return {"cases": len(values), "too_few": False, "cuts": cuts,
            "teams": {"rate": mean(values[:, 0]), "ci": interval(values[:, 0], t.seed)}, **told}


def left_out(graph: Projection, t: Thresholds, scale: float) -> dict[str, Any]:
    """How well the group of one inventor tells the other inventors of a patent that was left out."""
    fold = np.random.default_rng(t.seed).integers(FOLDS, size=len(graph.nodes["Patent"]))
    rows = [guesses(graph, t, scale, fold, n) for n in range(FOLDS)]
    values = np.concatenate(rows)
    if len(values) < ENOUGH:
        return {"cases": len(values), "too_few": True}
    told: dict[str, Any] = {}
    nearest = GUESSES.index("close")
    for n, name in enumerate(GUESSES):
        precision, recall, f1 = (values[:, n, k] for k in range(3))
        told[name] = {"precision": mean(precision), "recall": mean(recall), "f1": mean(f1),
                      "ci": interval(f1, t.seed)}
        if n:
            told[name]["difference_ci"] = interval(values[:, 0, 2] - f1, t.seed)
        if name in AGAINST:
            told[name]["close_difference_ci"] = interval(values[:, nearest, 2] - f1, t.seed)
    return {"cases": len(values), "too_few": False, **told}


def mean(values: NDArray[np.float64]) -> float:
    return round(float(values.mean()), 6)


def interval(values: NDArray[np.float64], seed: int) -> list[float]:
    """Ends of the 95 % interval of the mean, by bootstrap over the values."""
    draw = np.random.default_rng(seed)
    means = [float(values[draw.integers(len(values), size=len(values))].mean()) for _ in range(DRAWS)]
    low, high = np.quantile(means, [0.025, 0.975])
    return [round(float(low), 6), round(float(high), 6)]
