"""Research teams: inventors who invent together, within and across organisations, with leader, years and what they work
on. `coinvention` finds the communities, this file tells what each is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.lookup import find_holder, find_team
from ipgraph.analysis.portfolio import holding
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.quality.quality import quality
from ipgraph.analysis.teams.coinvention import chosen_scale, communities, home, ties
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection, remembered

__all__ = ["COLUMNS", "RECEIVING", "Shared", "all_teams", "shared", "team_patents", "teams"]

COLUMNS = (
    "id", "home", "home_name", "homes", "leader", "leader_name", "members", "member_names", "member_patents", "roles",
    "years", "patents", "weighted", "segments", "classes", "partners",
)
MOST = 5
#: Deals by which a patent comes to be used by who receives it.
RECEIVING = ("licence", "open_licence", "transfer", "equity")


def teams(graph: Projection, who: str, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Teams at home in the organisation called `who`, or with the person of that name, or the team with that id or
    name; most quality-weighted patents first, then by id. COLUMNS as in `all_teams`.

    Raises NotFound with suggestions.
    """
    found = all_teams(graph, thresholds)
    try:
        at = find_holder(graph, who)
    except NotFound as fault:
        try:
            return found.iloc[[find_team(found, who)]].reset_index(drop=True)
        except NotFound:
            raise fault from None
    id = str(graph.nodes["Holder"]["id"].iat[at])
    among = found["members" if graph.nodes["Holder"]["kind"].iat[at] == "Person" else "homes"]
    own = found[np.array([id in ids for ids in among], dtype=bool)]
    return own.sort_values(["weighted", "id"], ascending=[False, True], ignore_index=True)


@remembered
def all_teams(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Every team, sorted by id.

    A community of inventors (`coinvention.communities`) is a team when it has `team_members` members and
    `team_patents` patents that at least two of them share: these are the team's patents.

    id: home # leader; home, home_name: of the leader; homes: organisations of members with `team_home` of the patents
    counted 1/n, the leader's first; leader, leader_name: the member with most of them, counted 1/n, ties by id;
    members, member_names, member_patents, roles (core or fringe: core has two, and `team_core` of the leader's): in
    that order; years: [first, last] of filing, empty where unknown; patents: how many; weighted: Σ quality; segments,
    classes: ids of the five that most of them serve; partners: ids of the five enterprises elsewhere that most of them
    are held with, or were licensed or passed on to.
    """
    t = thresholds
    return rows(graph, shared(graph, communities(graph, ties(graph, t), chosen_scale(graph, t), t.seed), t), t)


def team_patents(graph: Projection, team: pd.Series[Any]) -> NDArray[np.int64]:
    """Positions of the patents that at least two members of a row of `all_teams` share, ascending."""
    members = pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(team["members"]))
    return np.flatnonzero(np.asarray(graph.edges["INVENTED"].out[np.sort(members)].sum(axis=0)).ravel() >= 2)


class Shared:
    """Communities with their shared patents: `patents` communities × patents (1 where shared); and, one row a member,
    `team` (ascending), `person`, `count` and `fraction` of the shared patents, the leader of each community first."""

    def __init__(self, patents: sparse.csr_array, members: pd.DataFrame) -> None:
        self.patents = patents
        self.team, self.person, self.count, self.fraction = (
            members[name].to_numpy() for name in ("team", "person", "count", "fraction"))
        #: Row of the leader of each community.
        self.first = np.flatnonzero(np.diff(self.team, prepend=-1))


def shared(
    graph: Projection, label: NDArray[np.int64], t: Thresholds, kept: NDArray[np.bool_] | None = None,
) -> Shared:
    """What each community (a label a holder) shares, on the patents `kept`; those that are too small left out."""
    invented = graph.edges["INVENTED"]
    inventors = np.bincount(invented.target, minlength=invented.shape[1])
    used = label[invented.source] >= 0
    if kept is not None:
        used &= kept[invented.target]
    frame = pd.DataFrame({"team": label[invented.source[used]], "person": invented.source[used],
                          "patent": invented.target[used]})
    frame = frame[frame.groupby(["team", "patent"])["person"].transform("size") >= 2]
    frame = frame.assign(fraction=1.0 / inventors[frame["patent"]])
    sizes = frame.groupby("team").agg(people=("person", "nunique"), patents=("patent", "nunique"))
    able = sizes.index[(sizes["people"] >= t.team_members) & (sizes["patents"] >= t.team_patents)]
    frame = frame[frame["team"].isin(able)]
    frame = frame.assign(team=able.get_indexer(pd.Index(frame["team"])))
    members = frame.groupby(["team", "person"], as_index=False).agg(count=("patent", "size"),
                                                                    fraction=("fraction", "sum"))
    members["fraction"] = members["fraction"].round(9)
    members = members.sort_values(["team", "fraction", "person"], ascending=[True, False, True], ignore_index=True)
    pairs = frame[["team", "patent"]].drop_duplicates()
    patents = sparse.csr_array((np.ones(len(pairs)), (pairs["team"], pairs["patent"])),
                               shape=(len(able), len(inventors)))
    return Shared(patents, members)


def rows(graph: Projection, found: Shared, t: Thresholds) -> pd.DataFrame:
    """The frame of `all_teams`. Everything is sorted once for all teams, then cut into their lists."""
    holders, homes = graph.nodes["Holder"], home(graph)
    ids, names = (holders[name].to_numpy(dtype=object) for name in ("id", "name"))
    leader = found.person[found.first]
    core = found.count >= np.maximum(2, t.team_core * found.count[found.first][found.team])
    core[found.first] = True
    patents = found.patents.tocoo()
    year = pd.Series(filing_year(graph).to_numpy()[patents.coords[1]]).groupby(patents.coords[0]).agg(["min", "max"])
    year = year.reindex(range(len(leader)))
    own = ids[homes[leader]] if len(leader) else ids[:0]
    frame = pd.DataFrame({
        "id": own + "#" + ids[leader], "home": own, "home_name": names[homes[leader]], "leader": ids[leader],
        "leader_name": names[leader],
    })
    lists = {
        "homes": homes_of(graph, found, t), "members": cut(ids[found.person], found), "member_names":
        cut(names[found.person], found), "member_patents": cut(found.count, found),
        "roles": cut(np.where(core, "core", "fringe").astype(object), found),
        "years": [[int(first), int(last)] if first == first else [] for first, last in year.to_numpy()],
        "segments": most(found.patents @ graph.edges["SERVES"].out, graph.nodes["Segment"]["id"]),
        "classes": most(found.patents @ graph.edges["CLASSIFIED_AS"].out, graph.nodes["TechClass"]["id"]),
        "partners": most(partners_of(graph, found), holders["id"]),
    }
    frame = frame.assign(
        patents=np.diff(found.patents.indptr),
        weighted=np.round(found.patents @ quality(graph, t)["weight"].to_numpy(), 9),
        **{name: pd.Series(values, dtype=object) for name, values in lists.items()})
    return frame[list(COLUMNS)].sort_values("id", ignore_index=True)


def cut(values: np.ndarray, found: Shared) -> list[list[Any]]:
    """The values of all members as a list a team."""
    return [part.tolist() for part in np.split(values, found.first[1:])] if len(found.first) else []


def homes_of(graph: Projection, found: Shared, t: Thresholds) -> list[list[str]]:
    """Ids of the homes of each team, the leader's first, then most of the work first."""
    place = home(graph)[found.person]
    frame = pd.DataFrame({"team": found.team, "place": place, "part": found.fraction})
    part = frame.groupby(["team", "place"], as_index=False)["part"].sum()
    part["part"] /= part.groupby("team")["part"].transform("sum")
    led = place[found.first][part["team"]] == part["place"]
    part = part.assign(led=led)[led | (part["part"].round(9) >= t.team_home)]
    part = part.sort_values(["team", "led", "part", "place"], ascending=[True, False, False, True])
    ids = graph.nodes["Holder"]["id"].to_numpy(dtype=object)[part["place"]]
    ends = np.searchsorted(part["team"], np.arange(1, len(found.first)))
    return [piece.tolist() for piece in np.split(ids, ends)] if len(found.first) else []


def partners_of(graph: Projection, found: Shared) -> sparse.csr_array:
    """Teams × holders: patents held with an enterprise that is no member's home, or passed on to it by a deal."""
    passed = graph.nodes["Deal"]["mode"].isin(RECEIVING).to_numpy(dtype=float)
    received = sparse.csr_array(
        graph.edges["CONCERNS"].into @ sparse.diags_array(passed) @ graph.edges["RECEIVES"].into)
    held = sparse.csr_array(holding(graph).T + received)
    held.data[:] = 1
    firms = sparse.diags_array((graph.nodes["Holder"]["kind"] == "Enterprise").to_numpy(dtype=float))
    both = sparse.csr_array(found.patents @ held @ firms)
    place = home(graph)[found.person]
    inside = sparse.csr_array((np.ones(len(place)), (found.team, place)), shape=both.shape)
    inside.data[:] = 1
    outside = sparse.csr_array(both - both.multiply(inside))
    outside.eliminate_zeros()
    return outside


def most(counts: sparse.csr_array, names: pd.Series[str]) -> list[list[str]]:
    """Ids of the five columns with the largest number in each row, ties by id."""
    flat = counts.tocoo()
    row, column = flat.coords
    order = np.lexsort((column, -flat.data, row))
    row, column = row[order], column[order]
    starts = np.searchsorted(row, np.arange(counts.shape[0] + 1))
    kept = np.arange(len(row)) - starts[row] < MOST
    ids: Sequence[Any] = names.to_numpy(dtype=object)[column[kept]]
    ends = np.searchsorted(row[kept], np.arange(1, counts.shape[0]))
    return [piece.tolist() for piece in np.split(np.asarray(ids), ends)] if counts.shape[0] else []
