"""Regions as people name them, with everything that lies inside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import folded, suggestions
from ipgraph.errors import NotFound
from ipgraph.projection import Projection, remembered
from ipgraph.schema.types.region import SUFFIX, country_codes, regions

__all__ = ["Place", "find_region", "gazetteer", "home_place", "inside", "local_holders", "local_rows", "wholes"]

LEVELS = {"country": 0, "province": 1, "city": 2, "county": 3}


@dataclass(frozen=True)
class Place:
    """A region: its names, the country it lies in (itself for a country) and whether it is one."""

    id: str
    name: str
    name_en: str | None
    country: str

    @property
    def is_country(self) -> bool:
        return self.id == self.country


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
    """True for each holder located in the place or in a region inside it."""
    edges = graph.edges["LOCATED_IN"]
    local = np.zeros(len(graph.nodes["Holder"]), dtype=bool)
    local[edges.source[inside(graph, place.id)[edges.target]]] = True
    if place.is_country:
        local |= (graph.nodes["Holder"]["country"] == place.id).to_numpy(dtype=bool)
    return local


def local_rows(graph: Projection, place: Place, holder: np.ndarray, country: np.ndarray) -> np.ndarray:
    """True for each row (`holder` and `country` as in Holdings) that belongs to the place.

    A country counts by residence, else by where the patent comes from; a smaller region by where the holder is.
    """
    if place.is_country:
        return np.asarray(country == holdings(graph).code(place.id))
    flags = np.append(local_holders(graph, place), False)
    return np.asarray(flags[holder])
