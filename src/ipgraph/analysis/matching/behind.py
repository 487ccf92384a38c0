"""Teams and organisations behind the patents found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.projection import Projection, remembered

__all__ = ["behind", "holders_of", "teams_behind"]

#: Patents that count for a team or organisation, and that are named in its reason.
COUNTED, NAMED = 5, 3


def behind(
    graph: Projection, patents: np.ndarray, score: np.ndarray, titles: Sequence[str | None], kinds: Sequence[str],
    top: int,
) -> pd.DataFrame:
    """The `top` of each of the kinds Team, Institution, Enterprise: id, name, kind, score, patents, holders (none),
    reasons.

    score = Σ_k s_k / 2^k over the patents found that it holds (a team: that two of its members invented), best first,
    at most `COUNTED`: one that fits well outweighs many that fit somewhat, and no count alone helps.
    """
    found: dict[tuple[str, str], list[int]] = {}
    names: dict[str, str] = {}
    if {"Institution", "Enterprise"} & set(kinds):
        held, holders = holdings(graph), graph.nodes["Holder"]
        wanted = patents.astype(held.patent.dtype)  # else all that is held is copied first
        at = np.searchsorted(held.patent, wanted), np.searchsorted(held.patent, wanted, side="right")
        of = [held.holder[low:high] for low, high in zip(*at, strict=True)]
        known = np.unique(np.concatenate([*of, np.empty(0, held.holder.dtype)]))
        known = known[known >= 0]
        told_of = holders[["id", "name", "kind"]].iloc[known].astype(str).to_numpy().tolist()
        by = dict(zip(known.tolist(), told_of, strict=True))
        for n, ends in enumerate(of):
            for id, name, kind in (by[holder] for holder in ends.tolist() if holder >= 0):
                if kind in kinds:
                    names[id] = name
                    found.setdefault((kind, id), []).append(n)
    if "Team" in kinds:
        for n, patent in enumerate(patents):
            for team, name in teams_behind(graph, int(patent)):
                names[team] = name
                found.setdefault(("Team", team), []).append(n)
    ids = graph.nodes["Patent"]["id"].iloc[patents].tolist()
    rows = [(kind, round(sum(float(score[n]) / 2 ** k for k, n in enumerate(places[:COUNTED], 1)), 6), id, places)
            for (kind, id), places in found.items()]
    rows.sort(key=lambda row: (-row[1], row[2]))
    kept = [row for kind in kinds for row in [r for r in rows if r[0] == kind][:top]]
    return pd.DataFrame([
        {"id": id, "name": names[id], "kind": kind, "score": worth, "patents": [ids[n] for n in places[:COUNTED]],
         "holders": [],
         "reasons": [told(kind, [ids[n] for n in places[:COUNTED]], [titles[n] for n in places], len(places))]}
        for kind, worth, id, places in kept
    ], columns=["id", "name", "kind", "score", "patents", "holders", "reasons"])


def holders_of(graph: Projection, patent: int) -> pd.DataFrame:
    """Rows of the holders of a patent (a position)."""
    held = holdings(graph)
    low, high = np.searchsorted(held.patent, np.array([patent, patent + 1], dtype=held.patent.dtype))
    return graph.nodes["Holder"].iloc[[at for at in held.holder[low:high] if at >= 0]]


def teams_behind(graph: Projection, patent: int) -> list[tuple[str, str]]:
    """Id and name of each team of which two members invented the patent (a position), by id."""
    team_of, names = members(graph)
    teams = [team for person in graph.edges["INVENTED"].sources(patent) for team in team_of.get(int(person), ())]
    return [(team, names[team]) for team in sorted({team for team in teams if teams.count(team) > 1})]


def told(kind: str, ids: list[str], titles: list[str | None], count: int) -> dict[str, Any]:
    """The patents that it is found by, best first."""
    named = [title or id for id, title in zip(ids, titles, strict=False)][:NAMED]
    zh, en = ("成员共同发明", "its members invented") if kind == "Team" else ("持有", "it holds")
    return {"kind": "patents", "patents": ids, "zh": f"{zh} {count} 件匹配专利，最相关的是：{'；'.join(named)}",
            "en": f"{en} {count} of the patents found, nearest: {'; '.join(named)}"}


@remembered
def members(graph: Projection) -> tuple[dict[int, list[str]], dict[str, str]]:
    """Teams of each person (by position in Holder), and names of teams."""
    teams = all_teams(graph)
    rows = teams[["id", "members"]].explode("members").dropna()
    at = pd.Index(graph.nodes["Holder"]["id"]).get_indexer(pd.Index(rows["members"]))
    of: dict[int, list[str]] = {}
    for person, team in zip(at, rows["id"], strict=True):
        of.setdefault(int(person), []).append(team)
    names = teams["home_name"] + " · " + teams["leader_name"]
    return of, dict(zip(teams["id"], names, strict=True))
