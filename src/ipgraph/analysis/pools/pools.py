"""Patent pools: who licenses into them, what is in them, and what of a chain they cover."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.groups import owners
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_pool
from ipgraph.analysis.measures import concentration_ratio, hhi
from ipgraph.projection import Projection

__all__ = ["COLUMNS", "pools"]

COLUMNS = (
    "id", "name", "name_en", "administrator", "patents", "licensors", "members", "countries", "hhi", "cr4", "segments",
)


def pools(graph: Projection, pool: str | None = None) -> pd.DataFrame:
    """One row a pool (or the one called `pool`), by id.

    patents: on its list; licensors: how many; members: [{id, name, patents}] by patents, then id; countries: [{country,
    patents}] where the listed patents are in force, alike; hhi, cr4: of patents over licensors, a group as one;
    segments: [{id, name, pool, all, share}], patents in the pool of all that serve the segment. Raises NotFound with
    suggestions.
    """
    which = range(len(graph.nodes["Pool"])) if pool is None else [find_pool(graph, pool)]
    return pd.DataFrame([one_pool(graph, at) for at in which], columns=list(COLUMNS))


def one_pool(graph: Projection, at: int) -> dict[str, Any]:
    """The row of one pool."""
    row, listed = graph.nodes["Pool"].iloc[at], graph.edges["IN_POOL"]
    patents = np.unique(listed.sources(at))
    members = licensors(graph, at, patents)
    counts = members.groupby(owners(graph)[members.pop("at")])["patents"].sum().to_numpy(dtype=float)
    return {
        "id": row["id"], "name": row["name"], "name_en": row["name_en"], "administrator": row["administrator"],
        "patents": len(patents), "licensors": len(members), "members": members.to_dict("records"),
        "countries": countries(listed.data["countries"][listed.target == at]),
        "hhi": hhi(counts), "cr4": concentration_ratio(counts), "segments": covered(graph, patents),
    }


def licensors(graph: Projection, at: int, patents: np.ndarray) -> pd.DataFrame:
    """id, name, at (position), patents of each licensor: the number its source gives, else those on the list."""
    edges, held = graph.edges["LICENSES_INTO"], holdings(graph)
    mine = edges.target == at
    holder = edges.source[mine]
    on_list = np.bincount(held.holder[np.isin(held.patent, patents) & (held.holder >= 0)],
                          minlength=len(graph.nodes["Holder"]))
    given = edges.data["patents"].to_numpy(dtype=float, na_value=np.nan)[mine]
    frame = graph.nodes["Holder"][["id", "name"]].iloc[holder].reset_index(drop=True)
    frame = frame.assign(at=holder, patents=np.where(np.isnan(given), on_list[holder], given).astype(int))
    ordered: pd.DataFrame = frame.sort_values(["patents", "id"], ascending=[False, True], ignore_index=True)
    return ordered


def countries(lists: pd.Series[Any]) -> list[dict[str, Any]]:
    """Patents by country."""
    found = lists.explode().dropna().value_counts().rename_axis("country").reset_index(name="patents")
    ordered = found.sort_values(["patents", "country"], ascending=[False, True])
    return [{str(name): value for name, value in row.items()} for row in ordered.to_dict("records")]


def covered(graph: Projection, patents: np.ndarray) -> list[dict[str, Any]]:
    """Segments that patents of the pool serve, and what share of all patents there they are."""
    serves, segments = graph.edges["SERVES"], graph.nodes["Segment"]
    everything = np.bincount(serves.target, minlength=len(segments))
    inside = np.bincount(serves.target[np.isin(serves.source, patents)], minlength=len(segments))
    return [
        {"id": str(segments["id"].iat[s]), "name": str(segments["name"].iat[s]), "pool": int(inside[s]),
         "all": int(everything[s]), "share": float(round(inside[s] / everything[s], 12))}
        for s in np.flatnonzero(inside).tolist()
    ]
