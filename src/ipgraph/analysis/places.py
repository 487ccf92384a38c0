"""Regions as people name them, with everything that lies inside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ipgraph.analysis.groups import owners
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_holder, folded, suggestions
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection, remembered
from ipgraph.schema.types.region import SUFFIX, country_codes, regions

__all__ = [
    "WITHIN", "Place", "find_place", "find_region", "gazetteer", "home_place", "inside", "local_holders", "local_rows",
    "wholes",
]

#: What the shares of a place are compared with, the first where nothing is asked for.
WITHIN = ("world", "country")
LEVELS = {"country": 0, "province": 1, "city": 2, "county": 3}


@dataclass(frozen=True)
class Place:
    """From where a chain is looked at: a country, a smaller region, or one holder.

    country: the one it lies in, itself for a country; within: what its shares are compared with, `world` (the whole of
    the chain) or `country` (what its country holds of it).
    """

    id: str
    name: str
    name_en: str | None
    country: str
    holder: bool = False
    within: str = "world"

    @property
    def is_country(self) -> bool:
        return self.id == self.country and not self.holder

    @property
    def viewpoint(self) -> str:
        """country, region or holder."""
        return "holder" if self.holder else "country" if self.is_country else "region"


def find_place(
    graph: Projection, home: str, region: str | None = None, holder: str | None = None, within: str = WITHIN[0],
) -> Place:
    """The place that is asked for: a region or a holder by name, the country `home` where neither is.

    Raises NotFound with suggestions; UsageError where both are named, or where a country is to be compared with itself.
    """
    if within not in WITHIN:
        raise UsageError(f"within is {' or '.join(WITHIN)}, not {within}",
                         f"比较范围应为 {' 或 '.join(WITHIN)}，而不是 {within}")
    if region is not None and holder is not None:
        raise UsageError("name a region or an enterprise, not both", "请只指定地区或企业之一")
    if holder is not None:
        place = holder_place(graph, holder, home)
    else:
        place = home_place(graph, home) if region is None else find_region(graph, region)
    if within == "country" and place.is_country:
        raise UsageError("a country cannot be compared with itself: name a region or an enterprise",
                         "国家不能与自身比较：请指定地区或企业")
    return replace(place, within=within)


def holder_place(graph: Projection, text: str, home: str) -> Place:
    """A holder by any of its names, in its country; `home` where that is not known."""
    row = graph.nodes["Holder"].iloc[find_holder(graph, text)]
    english, country = row["name_en"], row["country"]
    return Place(str(row["id"]), str(row["name"]), None if pd.isna(english) else str(english),
                 home if pd.isna(country) else str(country), holder=True)


@remembered
def gazetteer(graph: Projection) -> pd.DataFrame:
    """Every known region by id: name, name_en, level, parent, and `short` and folded names. The graph's word wins."""
    known = pd.DataFrame([(r.id, r.name, r.name_en, r.level, r.parent) for r in regions().values()],
                         columns=["id", "name", "name_en", "level", "parent"]).astype("str")
    own = graph.nodes["Region"][["id", "name", "name_en", "level", "parent"]].astype("str")
    frame = pd.concat([own, known]).drop_duplicates("id").set_index("id")
    parent = known.set_index("id")["parent"].reindex(frame.index)
    frame["parent"] = frame["parent"].fillna(parent)
    short = {r.id: r.short for r in regions().values()}
    bare = frame["name"].str.replace(SUFFIX, "", regex=True)
    return frame.assign(
        full=folded(frame["name"]), english=folded(frame["name_en"]),
        short=folded(pd.Series(short, dtype="str").reindex(frame.index).fillna(bare)),
        rank=frame["level"].map(LEVELS).fillna(len(LEVELS)).astype(int),
    )


def find_region(graph: Projection, text: str) -> Place:
    """The region with this id, name, short name or English name: 370000, 山东省, 山东, Shandong, China.

    Of several with one name the wider one (吉林 is the province), then by id. Raises NotFound with the nearest names.
    """
    frame = gazetteer(graph)
    wanted = folded(pd.Series([text.strip()]))[0]
    for ending in ("province", "city", "county", "autonomousregion"):
        wanted = wanted.removesuffix(ending) or wanted
    code = text.strip().upper()
    if code not in frame.index:
        hits = frame[(frame["full"] == wanted) | (frame["short"] == wanted) | (frame["english"] == wanted)]
        codes = [country_codes()[code]] if code in country_codes() else []
        found = [*hits.sort_index().sort_values("rank", kind="stable").index, *codes]
        if not found:
            en, zh = suggestions(text, pd.concat([frame["name"], frame["name_en"]]))
            raise NotFound(f"no region called {text}{en}", f"没有名为 {text} 的地区{zh}")
        code = str(found[0])
    row = frame.loc[code]
    english = row["name_en"]
    return Place(code, str(row["name"]), None if pd.isna(english) else str(english), wholes(graph)[code][-1])


def home_place(graph: Projection, country: str) -> Place:
    """A country by its code, known to the gazetteer or not."""
    return find_region(graph, country) if country in gazetteer(graph).index else Place(country, country, None, country)


@remembered
def wholes(graph: Projection) -> dict[str, list[str]]:
    """By id of a region: itself and what it lies in, innermost first."""
    above = gazetteer(graph)["parent"].dropna().to_dict()
    found = {}
    for id in gazetteer(graph).index:
        way = [str(id)]
        while (step := above.get(way[-1])) is not None and step not in way:
            way.append(str(step))
        found[str(id)] = way
    return found


def inside(graph: Projection, place: str) -> np.ndarray:
    """True for each region (position) that is the place or lies in it."""
    ways = wholes(graph)
    return np.array([place in ways[id] for id in graph.nodes["Region"]["id"]], dtype=bool)


@remembered
def local_holders(graph: Projection, place: Place) -> np.ndarray:
    """True for each holder located in the place or in a region inside it; of a holder itself and its group."""
    if place.holder:
        itself = (graph.nodes["Holder"]["id"] == place.id).to_numpy()
        return np.asarray(itself | itself[owners(graph)])
    edges = graph.edges["LOCATED_IN"]
    local = np.zeros(len(graph.nodes["Holder"]), dtype=bool)
    local[edges.source[inside(graph, place.id)[edges.target]]] = True
    if place.is_country:
        local |= (graph.nodes["Holder"]["country"] == place.id).to_numpy(dtype=bool)
    return local


def local_rows(graph: Projection, place: Place, holder: np.ndarray, country: np.ndarray) -> np.ndarray:
    """True for each row (`holder` and `country` as in Holdings) that belongs to the place.

    A country counts by residence, else by where the patent comes from; a smaller region by where the holder is; a
    holder by itself and its group.
    """
    if place.is_country:
        return np.asarray(country == holdings(graph).code(place.id))
    flags = np.append(local_holders(graph, place), False)
    return np.asarray(flags[holder])
