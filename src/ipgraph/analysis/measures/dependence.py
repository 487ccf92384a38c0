"""Dependence on few suppliers abroad: the triple of CEPII, for trade or, where trade is unknown, for patents."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike

from ipgraph.analysis.measures.concentration import hhi

__all__ = ["Dependence", "dependence"]

#: Imports over exports where nothing is exported (Lefebvre and Wibaux 2024).
NO_EXPORTS = 9999.0


@dataclass(frozen=True)
class Dependence:
    """The three figures, each None where it cannot be said, and whether all three pass their thresholds."""

    supply: float | None
    world: float | None
    ratio: float | None
    dependent: bool | None


def dependence(
    imports: ArrayLike, world_exports: ArrayLike, bought: float, sold: float, *, concentrated: float = 0.4,
    excess: float = 1.0,
) -> Dependence:
    """Dependent where HHI(imports) > 0.4, HHI(world exports) > 0.4 and imports/exports > 1.

    Lefebvre and Wibaux, Import dependencies: where does the EU stand? CEPII 2024-02. `imports` are amounts by
    supplying country, `world_exports` amounts by exporting country, `bought` and `sold` the totals of the country
    asked for. With patents: citations to or holdings of each foreign country, of every country, and those received.
    The original asks for two of three years; ask once a year and count.

    >>> found = dependence([70, 20, 10], [65, 20, 15], 100, 40)
    >>> round(found.supply, 3), round(found.world, 3), found.ratio, found.dependent
    (0.54, 0.485, 2.5, True)
    """
    supply, world = hhi(imports), hhi(world_exports)
    share = None if bought <= 0 and sold <= 0 else bought / sold if sold > 0 else NO_EXPORTS
    if supply is None or world is None or share is None:
        return Dependence(supply, world, share, None)
    return Dependence(supply, world, share, supply > concentrated and world > concentrated and share > excess)
