"""Which patents may answer a need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_holder
from ipgraph.analysis.places import find_region, local_holders
from ipgraph.errors import UsageError
from ipgraph.projection import Projection

__all__ = ["LICENCES", "OWNERS", "STATES", "Filters", "allowed"]

STATES = ("pending", "active", "ended")
LICENCES = ("open_licence", "convertible")
OWNERS = ("institution", "enterprise", "person")


@dataclass(frozen=True)
class Filters:
    """What a patent must be: its legal status, a region that one of its holders is in, the mode of a listing that it
    stands in ("any" for whichever), and who holds it: institution, enterprise, person, or a holder by name or id."""

    status: str | None = None
    region: str | None = None
    licence: str | None = None
    owner: str | None = None


def allowed(graph: Projection, filters: Filters) -> NDArray[np.bool_] | None:
    """True for each patent that passes; None where nothing is asked for. Raises UsageError, and NotFound with
    suggestions for a region or holder that is not there."""
    if filters == Filters():
        return None
    frame, held = graph.nodes["Patent"], holdings(graph)
    keep = np.ones(len(frame), dtype=bool)
    if filters.status:
        one_of("status", "法律状态", filters.status, STATES)
        keep &= (frame["status"] == filters.status).to_numpy(dtype=bool)
    if filters.licence:
        one_of("licence", "许可方式", filters.licence, (*LICENCES, "any"))
        lists, modes = graph.edges["LISTS"], graph.nodes["Listing"]["mode"].astype("str").to_numpy()
        chosen = np.isin(modes[lists.source], LICENCES if filters.licence == "any" else [filters.licence])
        keep &= marked(len(frame), lists.target[chosen])
    known = held.holder >= 0
    if filters.region:
        local = local_holders(graph, find_region(graph, filters.region))
        keep &= marked(len(frame), held.patent[known & local[held.holder]])
    if filters.owner:
        kinds = graph.nodes["Holder"]["kind"].astype("str").str.lower().to_numpy()
        if filters.owner in OWNERS:
            of = np.asarray(kinds == filters.owner)
        else:
            of = marked(len(kinds), np.array([find_holder(graph, filters.owner)]))
        keep &= marked(len(frame), held.patent[known & of[held.holder]])
    return keep


def marked(count: int, at: np.ndarray) -> NDArray[np.bool_]:
    flags = np.zeros(count, dtype=bool)
    flags[at] = True
    return flags


def one_of(en: str, zh: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(f"no {en} {value}: one of {', '.join(known)}", f"没有{zh}“{value}”：可选 {'、'.join(known)}")
