"""What finding research teams costs, step by step; beside it Leiden and Louvain of igraph on the same pairs.

The patents are invented: organisations by Zipf's law, groups of eight within them, two to five of a group on a patent,
one patent in fifty with a second group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from resource import RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Any

import igraph
import numpy as np
import pandas as pd

from ipgraph.analysis.teams.coinvention import chosen_scale, communities, home, ties
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.projection import ENDS, Edges, Projection

GROUP = 8
#: Columns that the analyses of teams read and that are empty here.
DATES = ("filed_on", "published_on", "granted_on")
TEXTS = ("patent_type", "status", "office", "origin", "family")
DAYS = ("evaluated_on", "signed_on", "recorded_on", "since", "until", "ended_on")
NUMBERS = ("claims", "cited_by", "citing", "family_size")


def measure(size: int) -> Iterator[dict[str, Any]]:
    graph = invented(size)
    counts = {"patents": size, "inventors": int((graph.nodes["Holder"]["kind"] == "Person").sum())}

    def result(what: str, seconds: float, found: int) -> dict[str, Any]:
        return {"benchmark": "teams", "what": what, **counts, "seconds": round(seconds, 2), "found": found,
                "memory_mib": getrusage(RUSAGE_SELF).ru_maxrss // 1024}

    _, spent = timed(lambda: home(graph))
    yield result("homes", spent, size)
    pairs, spent = timed(lambda: ties(graph, DEFAULT))
    yield result("pairs", spent, len(pairs.one))
    scale, spent = timed(lambda: chosen_scale(graph, DEFAULT))
    yield result("choice of scale", spent, int(scale))
    label, spent = timed(lambda: communities(graph, pairs, scale, DEFAULT.seed))
    yield result("communities", spent, int(label.max()) + 1)
    teams, spent = timed(lambda: all_teams(graph))
    yield result("teams, the above but the scale included", spent, len(teams))
    nodes, at = np.unique(np.concatenate([pairs.one, pairs.other]), return_inverse=True)
    tied = igraph.Graph(n=len(nodes), edges=at.reshape(2, -1).T)
    weights = pairs.weight.tolist()
    leiden, spent = timed(lambda: tied.community_leiden("modularity", weights=weights, n_iterations=4))
    yield result("igraph Leiden", spent, len(leiden))
    louvain, spent = timed(lambda: tied.community_multilevel(weights=weights))
    yield result("igraph Louvain", spent, len(louvain))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = perf_counter()
    return work(), perf_counter() - start


def invented(size: int) -> Projection:
    """So many patents, and about as many inventors."""
    draw = np.random.default_rng(7)
    organisations = max(1, size // 200)
    place = 1.0 / np.arange(1, organisations + 1)
    groups = np.maximum(1, (size / GROUP * place / place.sum()).astype(np.int64))
    first = np.concatenate([[0], np.cumsum(groups)])
    group = draw.integers(first[-1], size=size)
    inventors = draw.integers(2, 6, size=size)
    patent = np.repeat(np.arange(size), inventors)
    crossing = np.repeat(draw.random(size) < 0.02, inventors) & (draw.random(len(patent)) < 0.5)
    of = np.where(crossing, draw.integers(first[-1], size=len(patent)), group[patent])
    person = organisations + of * GROUP + draw.integers(GROUP, size=len(patent))
    owner = np.searchsorted(first, group, side="right") - 1
    count = organisations + int(first[-1]) * GROUP
    days = pd.Timestamp("2003-01-01") + pd.to_timedelta(draw.integers(365 * 20, size=size), unit="D")
    holders = pd.DataFrame({
        "id": pd.Series([f"{n:09}" for n in range(count)], dtype="str"), "name_en": None, "country": "CN",
        "kind": pd.Categorical(np.where(np.arange(count) < organisations, "Institution", "Person"))})
    patents = pd.DataFrame({"id": pd.Series([f"CN{n:09}A" for n in range(size)], dtype="str")})
    patents = patents.assign(**dict.fromkeys(TEXTS), **dict.fromkeys(NUMBERS, np.nan), **dict.fromkeys(DATES, pd.NaT))
    patents = patents.assign(filed_on=days)
    ends = {"Holder": holders.assign(name=holders["id"], aliases=None, honours=None), "Patent": patents}
    frames = {label: ends.get(label, empty()) for label in {one for pair in ENDS.values() for one in pair} | {"Chain"}}
    sizes = {label: len(frame) for label, frame in frames.items()}
    pairs = {"INVENTED": (person, patent), "FILED": (owner, np.arange(size))}
    return Projection("benchmark", "2022-12-31", frames, {
        type: edges(*pairs.get(type, (np.empty(0, np.int64),) * 2), (sizes[start], sizes[end]))
        for type, (start, end) in ENDS.items()})


def edges(source: np.ndarray, target: np.ndarray, shape: tuple[int, int]) -> Edges:
    """Edges sorted, each once."""
    keys = np.unique(source.astype(np.int64) * max(shape[1], 1) + target)
    one, other = np.divmod(keys, max(shape[1], 1))
    return Edges(one.astype(np.int32), other.astype(np.int32), pd.DataFrame(index=pd.RangeIndex(len(keys))), shape)


def empty() -> pd.DataFrame:
    """A frame without rows that has the columns that analyses ask for."""
    names = ("id", "name", "name_en", "mode", "chain", "parent", "side", "grade", "licence_type", "basis")
    return pd.DataFrame({**{name: pd.Series(dtype="str") for name in names},
                         **{name: pd.Series(dtype=float) for name in ("score", "scale")},
                         **{name: pd.Series(dtype="datetime64[s]") for name in DAYS}})
