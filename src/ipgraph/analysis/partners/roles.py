"""What a partner could be for a seeker: brings what is lacking, strengthens, licenses, buys, files together, joins a
pool. A role says what the data allow, not that anybody has agreed to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.partners.needs import Seeker, neighbours
from ipgraph.analysis.places import Place, local_holders
from ipgraph.analysis.portfolio import holding, organisations, worth
from ipgraph.analysis.teams.teams import RECEIVING
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import UsageError
from ipgraph.projection import Projection, remembered

__all__ = ["EVERYBODY", "ROLES", "Only", "chosen", "roles"]

Flags = NDArray[np.bool_]
#: Role by code, in Chinese and English.
ROLES = {
    "complements": ("补链", "Complements"), "strengthens": ("强链", "Strengthens"),
    "licenses": ("可许可", "May license"), "buys": ("可受让", "May buy"),
    "cofiles": ("可共同申请", "May file together"), "joins_pool": ("可入池", "May join the pool"),
}
KINDS = ("Enterprise", "Institution")


@dataclass(frozen=True)
class Only:
    """Which partners are asked for: with a role, in a place, of a kind (Enterprise or Institution), and the new ones or
    the known ones alone (`new` True or False; None: both).

    Raises UsageError for a role or a kind that is none.
    """

    role: str | None = None
    place: Place | None = None
    kind: str | None = None
    new: bool | None = None

    def __post_init__(self) -> None:
        for value, known, en, zh in ((self.role, tuple(ROLES), "role", "角色"), (self.kind, KINDS, "kind", "类型")):
            if value is not None and value not in known:
                raise UsageError(f"{value!r} is no {en} of a partner: {', '.join(known)}",
                                 f"“{value}”不是合作对象的{zh}：可选 {'、'.join(known)}")


EVERYBODY = Only()


def chosen(graph: Projection, seeking: Seeker, known: Flags, only: Only, t: Thresholds) -> Flags:
    """True for each holder that is asked for; `known` are those that the seeker already works with."""
    kept = np.ones(len(known), dtype=bool)
    if only.new is not None:
        kept &= known != only.new
    if only.kind:
        kept &= (graph.nodes["Holder"]["kind"] == only.kind).to_numpy(dtype=bool)
    if only.place:
        kept &= local_holders(graph, only.place)
    if only.role:
        kept &= roles(graph, seeking, t, np.arange(len(known)))[only.role].to_numpy()
    return kept


def roles(graph: Projection, seeking: Seeker, t: Thresholds, at: NDArray[np.int64]) -> pd.DataFrame:
    """A column a role, a row each of the holders `at` (positions): True where the data allow it.

    complements: has patents, or works, in a segment next to the seeker's that the seeker lacks, or in one asked for.
    strengthens: the same in a segment that the seeker has. licenses: holds a patent in these segments that is listed or
    under open licence, or, as an institution, one in force that no deal concerns. buys: an enterprise in the seeker's
    segments that has received a right. cofiles: holds a patent with another organisation. joins_pool: has patents in
    these segments where a pool is that it is not in.
    """
    lacking = neighbours(graph, seeking.own)
    if seeking.label != "Segment" and seeking.asked is not None:
        lacking = lacking | (seeking.need > 0)
    lacking &= ~seeking.own
    here = seeking.own | lacking
    active = sparse.csr_array(worth(graph, t)[at] + graph.edges["OPERATES_IN"].out[at])
    strong = within(active, seeking.own)
    firms, schools = ((graph.nodes["Holder"]["kind"].iloc[at] == kind).to_numpy(dtype=bool) for kind in KINDS)
    offered, idle = (within(rows[at], here) for rows in on_offer(graph))
    return pd.DataFrame({
        "complements": within(active, lacking), "strengthens": strong, "licenses": offered | (schools & idle),
        "buys": firms & strong & received(graph)[at], "cofiles": sociable(graph)[at],
        "joins_pool": joining(graph, here, t, at),
    })


def within(rows: sparse.csr_array, columns: Flags) -> Flags:
    """True for each row that has something in one of the columns."""
    return np.asarray(rows @ columns.astype(float)).ravel() > 0


@remembered
def on_offer(graph: Projection) -> tuple[sparse.csr_array, sparse.csr_array]:
    """Holders × segments: patents held that are listed or under open licence, and those in force that no deal concerns
    and nobody lists."""
    mode, concerns = graph.nodes["Deal"]["mode"], graph.edges["CONCERNS"]
    offered, dealt = (np.zeros(len(graph.nodes["Patent"]), dtype=bool) for _ in range(2))
    offered[graph.edges["LISTS"].target] = True
    offered[concerns.target[(mode == "open_licence").to_numpy(dtype=bool)[concerns.source]]] = True
    dealt[concerns.target] = True
    idle = (graph.nodes["Patent"]["status"] == "active").to_numpy(dtype=bool) & ~dealt & ~offered
    serves = graph.edges["SERVES"].out
    first, second = (sparse.csr_array(holding(graph) @ sparse.diags_array(some.astype(float)) @ serves)
                     for some in (offered, idle))
    return first, second


@remembered
def received(graph: Projection) -> Flags:
    """Holders that received a licence, a transfer or equity; a pledge is no purchase."""
    deals, rows = graph.nodes["Deal"]["mode"].isin(RECEIVING).to_numpy(dtype=bool), graph.edges["RECEIVES"]
    out = np.zeros(len(graph.nodes["Holder"]), dtype=bool)
    out[rows.source[deals[rows.target]]] = True
    return out


@remembered
def sociable(graph: Projection) -> Flags:
    """Organisations that hold a patent together with another one."""
    held = sparse.csr_array(sparse.diags_array(organisations(graph).astype(float)) @ holding(graph))
    return within(held, np.asarray(held.sum(axis=0)).ravel() > 1)


def joining(graph: Projection, here: Flags, t: Thresholds, at: NDArray[np.int64]) -> Flags:
    """Holders with worth in one of the segments where a pool has patents, without being in that pool."""
    pooled, members = pools_of(graph)
    there = sparse.csr_array(pooled @ sparse.diags_array(here.astype(float)))
    able = sparse.csr_array(worth(graph, t)[at] @ there.T).toarray() > 0
    return np.asarray((able & ~(members[at].toarray() > 0)).any(axis=1))


@remembered
def pools_of(graph: Projection) -> tuple[sparse.csr_array, sparse.csr_array]:
    """Pools × segments: patents of the pool there; holders × pools: more than 0 where the holder is in the pool."""
    listed = graph.edges["IN_POOL"]
    members = graph.edges["LICENSES_INTO"].out + holding(graph) @ listed.out
    return sparse.csr_array(listed.into @ graph.edges["SERVES"].out), sparse.csr_array(members)
