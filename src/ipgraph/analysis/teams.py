"""Research teams: inventors of one organisation who invent together, with leader, years and what they work on."""

from __future__ import annotations

import random
from threading import Lock
from typing import Any

import igraph
import numpy as np
import pandas as pd
from scipy import sparse

from ipgraph.analysis.indicators import filing_year
from ipgraph.analysis.lookup import find_holder
from ipgraph.analysis.portfolio import holding, organisations
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["COLUMNS", "all_teams", "home", "teams"]

COLUMNS = (
    "id", "home", "home_name", "leader", "leader_name", "members", "member_names", "member_patents", "years",
    "patents", "segments", "classes",
)
MOST = 5
#: igraph has one random generator for the whole process: to set it and to use it must be one step.
CHANCE = Lock()


def teams(graph: Projection, who: str, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Teams of the organisation called `who`, most patents first, then by id; COLUMNS as in `all_teams`.

    Raises NotFound with suggestions.
    """
    at = find_holder(graph, who)
    found = all_teams(graph, thresholds)
    own = found[found["home"] == graph.nodes["Holder"]["id"].iat[at]]
    return own.sort_values(["patents", "id"], ascending=[False, True], ignore_index=True)


@remembered
def all_teams(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Teams of every organisation, sorted by id.

    Inventors are those whose `home` is the organisation; an edge weighs Σ 1/(n − 1) over its patents that two invented
    together, n being all inventors of the patent (Newman 2001). Communities by Leiden (Traag, Waltman and van Eck
    2019) on modularity, `thresholds.resolution`, seeded. A community is a team when it has `team_members` members and
    `team_patents` patents that at least two of them share.

    The team's patents are those that at least two members share. id: organisation # leader; home, home_name; leader,
    leader_name: the member with most of them, counted 1/n, ties by id; members, member_names, member_patents: in that
    order; years: [first, last] of filing, empty where unknown; patents: how many; segments, classes: ids of the five
    that most of them serve.
    """
    homes = home(graph)
    invented, held = graph.edges["INVENTED"], holding(graph)
    inventors = np.bincount(invented.target, minlength=held.shape[1])
    rows: list[dict[str, Any]] = []
    order = np.argsort(homes, kind="stable")
    order = order[homes[order] >= 0]
    for people in np.split(order, np.flatnonzero(np.diff(homes[order])) + 1):
        if len(people) < thresholds.team_members:
            continue
        at = int(homes[people[0]])
        patents = np.sort(held[[at]].indices)
        part = sparse.csr_array(invented.out[people][:, patents])
        for group in communities(part, inventors[patents], thresholds):
            row = team(graph, at, people[group], part[group], patents, inventors[patents])
            if row["patents"] >= thresholds.team_patents:
                rows.append(row)
    return pd.DataFrame(rows, columns=list(COLUMNS)).sort_values("id", ignore_index=True)


@remembered
def home(graph: Projection) -> np.ndarray:
    """For each holder the organisation that holds most of the patents it invented, −1 for who invented none.

    Patents count 1/n of their n organisations; ties go to the organisation with the lower id.
    """
    held = sparse.csr_array(sparse.diags_array(organisations(graph).astype(float)) @ holding(graph))
    owners = np.asarray(held.sum(axis=0)).ravel()
    each = sparse.diags_array(np.divide(1.0, owners, out=np.zeros_like(owners), where=owners > 0))
    shares = sparse.csr_array(graph.edges["INVENTED"].out @ (held @ each).T).tocoo()
    person, place = shares.coords
    order = np.lexsort((place, -np.round(shares.data, 9), person))
    first = np.unique(person[order], return_index=True)[1]
    homes = np.full(held.shape[0], -1)
    homes[person[order][first]] = place[order][first]
    return homes


def communities(part: sparse.csr_array, inventors: np.ndarray, t: Thresholds) -> list[np.ndarray]:
    """Groups of rows of `part` (inventors × patents) that invent together, each of `team_members` or more."""
    scale = sparse.diags_array(1.0 / np.maximum(inventors - 1, 1))
    together = sparse.coo_array(sparse.triu(part @ scale @ part.T, k=1))
    if not together.nnz:
        return []
    order = np.lexsort(together.coords[::-1])
    pairs = np.column_stack(together.coords)[order]
    graph = igraph.Graph(n=part.shape[0], edges=pairs)
    with CHANCE:
        igraph.set_random_number_generator(random.Random(t.seed))
        found = graph.community_leiden(
            objective_function="modularity", weights=np.round(together.data[order], 12).tolist(),
            resolution=t.resolution, n_iterations=-1,
        )
    return [np.array(group) for group in found if len(group) >= t.team_members]


def team(
    graph: Projection, at: int, people: np.ndarray, part: sparse.csr_array, patents: np.ndarray, inventors: np.ndarray,
) -> dict[str, Any]:
    """One row of `all_teams`: `people` of the organisation `at`, `part` their rows over `patents`."""
    holders = graph.nodes["Holder"]
    shared = np.asarray(part.sum(axis=0)).ravel() >= 2
    fraction = np.round(part @ (shared / np.maximum(inventors, 1)), 9)
    order = np.lexsort((people, -fraction))
    members, counts = people[order], (part @ shared.astype(float))[order]
    ids, names = holders["id"].iloc[members].tolist(), holders["name"].iloc[members].tolist()
    joint = patents[shared]
    years = filing_year(graph).to_numpy()[joint]
    known = years[~np.isnan(years)]
    id = str(holders["id"].iat[at])
    return {
        "id": f"{id}#{ids[0]}", "home": id, "home_name": str(holders["name"].iat[at]), "leader": ids[0],
        "leader_name": names[0], "members": ids, "member_names": names, "member_patents": counts.astype(int).tolist(),
        "years": [int(known.min()), int(known.max())] if len(known) else [], "patents": len(joint),
        "segments": most(graph, "SERVES", "Segment", joint),
        "classes": most(graph, "CLASSIFIED_AS", "TechClass", joint),
    }


def most(graph: Projection, type: str, label: str, patents: np.ndarray) -> list[str]:
    """Ids of the five ends that most of the patents point at, ties by id."""
    ends, counts = np.unique(graph.edges[type].out[patents].indices, return_counts=True)
    return [str(id) for id in graph.nodes[label]["id"].iloc[ends[np.lexsort((ends, -counts))][:MOST]]]
