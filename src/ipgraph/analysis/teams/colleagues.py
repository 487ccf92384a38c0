"""Who works closely together, whatever team they were counted to: a score, where teams are a cut."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.lookup import find_holder
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.teams.coinvention import home, recency
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import UsageError
from ipgraph.projection import Projection

__all__ = ["COLUMNS", "close", "colleagues", "membership"]

COLUMNS = ("id", "name", "home", "home_name", "share", "patents", "years", "team", "same_team")


def colleagues(graph: Projection, who: str, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Those with whom the person called `who` works closely (`close`), closest first, ties by id.

    Columns: id, name; home, home_name: the organisation with most of their patents; share: of the person's joint work
    that is with them (0–1, see `close`), at least `team_close`; patents: invented together; years: [first, last] of
    filing of these, empty where unknown; team: id of their team, None without one; same_team: it is the person's too.
    Empty for who invented with nobody. Raises NotFound with suggestions, UsageError for an organisation.
    """
    at = find_holder(graph, who)
    holders = graph.nodes["Holder"]
    if holders["kind"].iat[at] != "Person":
        name = holders["name"].iat[at]
        raise UsageError(f"{name} is no person: colleagues are asked for one inventor",
                         f"“{name}”不是个人：紧密合作者只针对发明人查询")
    shares = close(graph, thresholds, np.array([at])).tocoo()
    near, share = shares.coords[1], shares.data
    order = np.lexsort((near, -share))
    near, share = near[order], share[order]
    invented = graph.edges["INVENTED"].out
    mine = invented[[at]].indices
    year = filing_year(graph).to_numpy()[mine]
    together = invented[near][:, mine]
    filed = [year[together[[n]].indices] for n in range(len(near))]
    known = [values[~np.isnan(values)] for values in filed]
    teams = all_teams(graph, thresholds)
    of = {id: team for team, ids in zip(teams["id"], teams["members"], strict=True) for id in ids}
    ids, homes = holders["id"].to_numpy(dtype=object)[near], home(graph)[near]
    own = of.get(str(holders["id"].iat[at]))
    frame = pd.DataFrame({
        "id": ids, "name": holders["name"].to_numpy(dtype=object)[near],
        "home": holders["id"].to_numpy(dtype=object)[homes], "home_name": holders["name"].to_numpy(dtype=object)[homes],
        "share": share, "patents": np.array([len(values) for values in filed], dtype=np.int64),
    })
    frame["years"] = pd.Series([[int(v.min()), int(v.max())] if len(v) else [] for v in known], dtype=object)
    frame["team"] = pd.Series([of.get(id) for id in ids], dtype=object)
    return frame.assign(same_team=[own is not None and of.get(id) == own for id in ids])[list(COLUMNS)]


def close(
    graph: Projection, t: Thresholds, people: NDArray[np.int64], kept: NDArray[np.bool_] | None = None,
) -> sparse.csr_array:
    """Rows: `people` (positions); columns: holders; Σ r over the patents of both / Σ r over the patents that the row's
    inventor has with anybody, r = `recency`, on the patents `kept`. Shares below `team_close` are left out, and so are
    inventors without a home.

    A third is where the threshold stands beforehand: to name another for a patent gains more than it loses (F1) where
    the chance that he is on it is over half of the F1 that is reached, which is about two thirds.
    """
    weight = joint(graph, t, kept)
    invented = graph.edges["INVENTED"].out
    at_home = sparse.diags_array((home(graph) >= 0).astype(float))
    mine = sparse.csr_array(invented[people] @ sparse.diags_array(weight))
    both = sparse.coo_array(mine @ invented.T @ at_home)
    row, column = both.coords
    work = np.asarray(mine.sum(axis=1)).ravel()
    share = np.round(np.divide(both.data, work[row], out=np.zeros(len(row)), where=work[row] > 0), 9)
    near = (share >= t.team_close) & (column != people[row])
    return sparse.csr_array((share[near], (row[near], column[near])), shape=both.shape)


def membership(
    graph: Projection, t: Thresholds, people: NDArray[np.int64], patents: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Of each one's joint work the share (0–1) that is in these patents."""
    weight = joint(graph, t)
    rows = graph.edges["INVENTED"].out[people]
    inside, work = rows[:, patents] @ weight[patents], rows @ weight
    belongs: NDArray[np.float64] = np.divide(inside, work, out=np.zeros(len(people)), where=work > 0)
    return np.round(belongs, 9)


def joint(graph: Projection, t: Thresholds, kept: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """`recency` of the patents of two or more inventors, 0 of others."""
    invented = graph.edges["INVENTED"]
    weight = recency(graph, t) * (np.bincount(invented.target, minlength=invented.shape[1]) >= 2)
    return weight if kept is None else weight * kept
