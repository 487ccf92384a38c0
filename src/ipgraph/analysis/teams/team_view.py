"""One research team in detail: its members, history, topics, segments, partners and patents."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.lookup import find_team
from ipgraph.analysis.partners.links import id_of, name_of
from ipgraph.analysis.portfolio import holding
from ipgraph.analysis.quality.indicators import filing_year
from ipgraph.analysis.quality.quality import quality
from ipgraph.analysis.records import records
from ipgraph.analysis.teams.coinvention import home
from ipgraph.analysis.teams.colleagues import membership
from ipgraph.analysis.teams.team_history import team_history
from ipgraph.analysis.teams.teams import RECEIVING, all_teams, team_patents
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection

__all__ = ["team_view"]

CLASSES = 10


def team_view(graph: Projection, team: str, thresholds: Thresholds = DEFAULT) -> dict[str, Any]:
    """The row of `all_teams` with this id or name, as JSON has it, and besides:

    people: [{id, name, role, patents, share, membership, years}], the leader first, share being their part of the
    patents counted 1/n and membership the part of their own joint work that is the team's (`colleagues.membership`);
    associates: [{id, name, team, patents, membership}] of other teams with `team_close` of their joint work in this
    one, most first; history: as `team_history`; topics: the ten classes of most patents [{id, title_zh, title_en,
    patents, main}]; served: segments [{id, name, name_en, chain, patents, weighted}], most weighted first; industry:
    enterprises elsewhere [{id, name, held, deals, patents}] with the patents held together or passed on, most patents
    first; works: [{id, year, quality, members}], best first. Raises NotFound with suggestions.
    """
    found = all_teams(graph, thresholds)
    row = found.iloc[find_team(found, team)]
    patents = team_patents(graph, row)
    weight = quality(graph, thresholds)["weight"].to_numpy()
    return {
        **records(pd.DataFrame([row]))[0],
        "people": people(graph, row, patents, thresholds),
        "associates": associates(graph, found, row, patents, thresholds),
        "history": team_history(graph, row, thresholds), "topics": topics(graph, patents),
        "served": served(graph, patents, weight),
        "industry": industry(graph, row, patents), "works": works(graph, row, patents, weight),
    }


def people(
    graph: Projection, row: pd.Series[Any], patents: NDArray[np.int64], t: Thresholds,
) -> list[dict[str, Any]]:
    """Members in the order of the row."""
    at = pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(row["members"]))
    invented = graph.edges["INVENTED"]
    inventors = np.maximum(np.bincount(invented.target, minlength=invented.shape[1])[patents], 1)
    part = invented.out[at][:, patents]
    fraction = part @ (1.0 / inventors)
    year = filing_year(graph).to_numpy()[patents]
    belongs = membership(graph, t, at, patents)
    found = []
    for n, (id, name, role, count) in enumerate(zip(row["members"], row["member_names"], row["roles"],
                                                    row["member_patents"], strict=True)):
        own = year[part[[n]].indices]
        own = own[~np.isnan(own)]
        found.append({"id": id, "name": name, "role": role, "patents": int(count),
                      "share": float(round(fraction[n] / fraction.sum(), 9)), "membership": float(belongs[n]),
                      "years": [int(own.min()), int(own.max())] if len(own) else []})
    return found


def associates(
    graph: Projection, teams: pd.DataFrame, row: pd.Series[Any], patents: NDArray[np.int64], t: Thresholds,
) -> list[dict[str, Any]]:
    """Inventors of the team's patents who were counted elsewhere, and do much of their work here."""
    holders = graph.nodes["Holder"]
    at = np.setdiff1d(np.unique(graph.edges["INVENTED"].into[patents].indices),
                      pd.Index(holders["id"]).get_indexer(pd.Index(row["members"])))
    belongs = membership(graph, t, at, patents)
    order = np.lexsort((at, -belongs))
    of = {id: team for team, ids in zip(teams["id"], teams["members"], strict=True) for id in ids}
    count = np.asarray(graph.edges["INVENTED"].out[at][:, patents].sum(axis=1)).ravel()
    return [{"id": (id := id_of(graph, "Holder", int(at[n]))), "name": name_of(graph, "Holder", int(at[n]))[0],
             "team": of.get(id), "patents": int(count[n]), "membership": float(belongs[n])}
            for n in order if belongs[n] >= t.team_close]


def topics(graph: Projection, patents: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Classes of most patents, ties by symbol; main: of how many it is the main class."""
    edges, frame = graph.edges["CLASSIFIED_AS"], graph.nodes["TechClass"]
    mine = np.isin(edges.source, patents)
    main = edges.data["main"].to_numpy(dtype=bool, na_value=False)[mine] if len(edges) else np.zeros(0, dtype=bool)
    counts = pd.DataFrame({"at": edges.target[mine], "main": main}).groupby("at", as_index=False).agg(
        patents=("main", "size"), main=("main", "sum"))
    counts = counts.sort_values(["patents", "at"], ascending=[False, True]).head(CLASSES)
    named = frame[["id", "title_zh", "title_en"]].iloc[counts["at"]].reset_index(drop=True)
    return records(named.assign(patents=counts["patents"].to_numpy(), main=counts["main"].to_numpy()))


def served(graph: Projection, patents: NDArray[np.int64], weight: NDArray[np.float64]) -> list[dict[str, Any]]:
    """Segments that the patents serve; weighted: Σ score × quality."""
    edges = graph.edges["SERVES"]
    mine = np.isin(edges.source, patents)
    score = edges.data["score"].to_numpy(dtype=float)[mine] if len(edges) else np.zeros(0)
    frame = pd.DataFrame({"at": edges.target[mine], "weighted": score * weight[edges.source[mine]]})
    counts = frame.groupby("at", as_index=False).agg(patents=("weighted", "size"), weighted=("weighted", "sum"))
    counts["weighted"] = counts["weighted"].round(9)
    counts = counts.sort_values(["weighted", "at"], ascending=[False, True])
    named = graph.nodes["Segment"][["id", "name", "name_en", "chain"]].iloc[counts["at"]].reset_index(drop=True)
    return records(named.assign(patents=counts["patents"].to_numpy(), weighted=counts["weighted"].to_numpy()))


def industry(graph: Projection, row: pd.Series[Any], patents: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Enterprises that are no member's home and hold a patent with the team, or received one by a deal."""
    deals, holders = graph.nodes["Deal"], graph.nodes["Holder"]
    members = pd.Index(holders["id"]).get_indexer(pd.Index(row["members"]))
    firm = (holders["kind"] == "Enterprise").to_numpy(dtype=bool, copy=True)
    firm[home(graph)[members]] = False
    held = holding(graph)[:, patents].tocoo()
    concerned = graph.edges["CONCERNS"].out[np.flatnonzero(deals["mode"].isin(RECEIVING))][:, patents]
    received = graph.edges["RECEIVES"].out[:, np.flatnonzero(deals["mode"].isin(RECEIVING))]
    passed = (received @ concerned).tocoo()
    frame = pd.concat([
        pd.DataFrame({"firm": ends.coords[0], "patent": patents[ends.coords[1]], "how": how})
        for how, ends in (("held", held), ("deals", passed))])
    frame = frame[firm[frame["firm"]]].sort_values(["firm", "patent"])
    ids = graph.nodes["Patent"]["id"].to_numpy(dtype=object)
    found = [
        {"id": id_of(graph, "Holder", int(str(at))), "name": name_of(graph, "Holder", int(str(at)))[0],
         "held": int((of["how"] == "held").sum()), "deals": int((of["how"] == "deals").sum()),
         "patents": ids[of["patent"].unique()].tolist()}
        for at, of in frame.groupby("firm")
    ]
    return sorted(found, key=lambda one: (-len(one["patents"]), one["id"]))


def works(
    graph: Projection, row: pd.Series[Any], patents: NDArray[np.int64], weight: NDArray[np.float64],
) -> list[dict[str, Any]]:
    """The team's patents, those of best quality first, then by id; members: how many of the team invented it."""
    at = pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(row["members"]))
    members = np.asarray(graph.edges["INVENTED"].out[at][:, patents].sum(axis=0)).ravel()
    year = filing_year(graph).to_numpy()[patents]
    frame = pd.DataFrame({"id": graph.nodes["Patent"]["id"].to_numpy()[patents],
                          "year": pd.array(year, dtype="Float64").astype("Int64"),
                          "quality": np.round(weight[patents], 9), "members": members.astype(int)})
    return records(frame.sort_values(["quality", "id"], ascending=[False, True]))
