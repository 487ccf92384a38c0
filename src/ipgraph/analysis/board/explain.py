"""Every number of one row of the gap board, taken apart: what went into it, whose, and the patents behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.board.chain_rows import ChainRows, chain_rows
from ipgraph.analysis.board.chokepoints import chokepoints
from ipgraph.analysis.board.figures import Sides, families, sides_of
from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.board.industry import industry, working
from ipgraph.analysis.board.segment import neighbours
from ipgraph.analysis.board.topology import leaf_segments
from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import find_chain, find_segment
from ipgraph.analysis.places import WITHIN, Place, find_place, local_holders
from ipgraph.analysis.records import plain
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection

__all__ = ["EXPLAINED", "explain", "explain_all"]

#: Measures of the board and the rows of the segment that each is made of; docs/measures.md has the formulas.
EXPLAINED = {
    "patents": "all", "by_text": "by_text", "inventions": "all", "graded": "graded",
    "weighted": "all", "value": "graded",
    "holders": "named", "hhi": "named", "hhi_corrected": "named",
    "cr4": "named", "rta": "local", "rsta": "local", "foreign": "abroad",
    "foreign_effective": "abroad_effective", "local_patents": "local", "local_holders": "local_named",
    "local_weighted": "local", "local_share": "local", "local_actors": "local_actors", "local_good": "local_good",
    "gap": "leader", "monopoly": "monopoly", "hardness": "all", "enterprises": "none", "local_enterprises": "none",
    "products": "none", "local_products": "none", "industry_rta": "none",
    "steady": "none", "upstreamness": "none", "trophic": "none", "articulation": "none", "cut": "none", "paths": "none",
}
LARGEST = 4


def explain(
    graph: Projection, segment: str, region: str | None = None, *, chain: str | None = None,
    holder: str | None = None, within: str = WITHIN[0], thresholds: Thresholds = DEFAULT,
) -> pd.DataFrame:
    """One row a measure of the segment: measure, value (as on the board), parts, holders, patents.

    parts: the sums that the formula takes, by name, so that the value can be worked out again; holders: {id, name,
    kind, share, through} of those that it is about, the largest first, a group as one; patents: ids of those behind
    it, most worth first, then by id. Raises NotFound with suggestions, also for a segment that has parts, since the
    board has no row of it.
    """
    at = find_segment(graph, segment, None if chain is None else find_chain(graph, chain))
    frame = graph.nodes["Segment"]
    id, of = str(frame["id"].iat[at]), plain(frame["chain"].iat[at])
    place = find_place(graph, thresholds.home, region, holder, within)
    leaves = np.empty(0, dtype=int) if of is None else leaf_segments(graph, find_chain(graph, of))
    if at not in leaves:
        raise NotFound(f"the segment {id} has no row on a board: ask for one of its parts",
                       f"链环节 {id} 在态势表中没有单独一行：请查询其下级环节")
    seen = opened(graph, of, place, gap_board(graph, of, region, thresholds, holder=holder, within=within), thresholds)
    return taken_apart(seen, int(np.flatnonzero(leaves == at)[0]))


def explain_all(
    graph: Projection, chain: str, region: str | None = None, *, thresholds: Thresholds = DEFAULT,
) -> dict[str, pd.DataFrame]:
    """`explain` of every segment on the board of a chain, by id; what is of the whole board is worked out once."""
    place = find_place(graph, thresholds.home, region)
    seen = opened(graph, chain, place, gap_board(graph, chain, region, thresholds), thresholds)
    return {id: taken_apart(seen, k) for k, id in enumerate(seen.board["segment"])}


@dataclass(frozen=True, eq=False)
class Opened:
    """A board of a chain seen from a place, and what its numbers are made of.

    leaves: positions of its segments; totals: shares of the rows of the place, and of those compared, in the whole
    chain; by_text: segments and patents that a text placed there.
    """

    graph: Projection
    place: Place
    leaves: np.ndarray
    board: pd.DataFrame
    rows: ChainRows
    sides: Sides
    choke: pd.DataFrame
    totals: dict[str, float]
    by_text: tuple[np.ndarray, np.ndarray]

    def leaf(self, k: int) -> tuple[pd.DataFrame, Sides]:
        """The rows of the k-th leaf alone: they stand together."""
        low, high = np.searchsorted(self.rows.frame["k"].to_numpy(), [k, k + 1])
        sides = self.sides
        return self.rows.frame.iloc[low:high], Sides(
            *(side[low:high] for side in (sides.local, sides.named, sides.known, sides.abroad, sides.compared)))


def opened(graph: Projection, chain: str, place: Place, board: pd.DataFrame, t: Thresholds) -> Opened:
    position = find_chain(graph, chain)
    rows = chain_rows(graph, position, t)
    sides, share = sides_of(graph, rows, place), rows.frame["share"].to_numpy()
    edges = graph.edges["SERVES"]
    text = np.flatnonzero((edges.data["basis"] == "text").to_numpy(dtype=bool, na_value=False))
    totals = {"local_chain": sides.local, "chain": sides.compared}
    return Opened(
        graph, place, leaf_segments(graph, position), board, rows, sides,
        chokepoints(graph, position, place.country, t),
        {name: round(float(share[side].sum()), 9) for name, side in totals.items()},
        (edges.target[text], edges.source[text]))


def taken_apart(seen: Opened, k: int) -> pd.DataFrame:
    """The rows of `explain` for the k-th leaf."""
    at, row, choke = int(seen.leaves[k]), seen.board.iloc[k], seen.choke.iloc[k]
    frame, sides = seen.leaf(k)
    masks = rows_of(seen.graph, frame, sides, choke["leader"])
    segment, patent = seen.by_text
    masks["by_text"] = frame["patent"].isin(patent[segment == at]).to_numpy()
    parts = sums(seen.graph, frame, sides, masks, row, choke, seen.totals) | around(seen.graph, at, seen.place)
    told = {name: (shares(seen.graph, frame[mask]), behind(seen.graph, frame[mask])) for name, mask in masks.items()}
    return pd.DataFrame([
        {"measure": measure, "value": row[measure], "parts": parts.get(measure, {}), "holders": told[name][0],
         "patents": told[name][1]}
        for measure, name in EXPLAINED.items()])


def rows_of(graph: Projection, frame: pd.DataFrame, sides: Sides, leader: Any) -> dict[str, np.ndarray]:
    """Which rows of a leaf each measure is made of."""
    held = frame[sides.abroad & sides.named].groupby("owner")["share"].sum().reset_index()
    top = held.sort_values(["share", "owner"], ascending=[False, True])["owner"].head(LARGEST)
    of_leader = frame["country"].to_numpy() == (holdings(graph).code(leader) if pd.notna(leader) else -2)
    return {
        "none": np.zeros(len(frame), dtype=bool), "all": np.ones(len(frame), dtype=bool), "named": sides.named,
        "graded": frame["graded"].to_numpy(), "local": sides.local, "known": sides.known,
        "local_named": sides.local & sides.named, "abroad": sides.abroad,
        "abroad_effective": sides.abroad & frame["effective"].to_numpy(),
        "local_actors": sides.local & frame["actor"].to_numpy(), "local_good": sides.local & frame["good"].to_numpy(),
        "leader": of_leader, "monopoly": sides.abroad & frame["owner"].isin(top).to_numpy(),
    }


def sums(
    graph: Projection, frame: pd.DataFrame, sides: Sides, masks: dict[str, np.ndarray],
    row: pd.Series[Any], choke: pd.Series[Any], totals: dict[str, float],
) -> dict[str, dict[str, Any]]:
    """The sums in the formula of each measure that is made of patents; `totals` are of the whole chain."""
    share, worth = frame["share"].to_numpy(), frame["worth"].to_numpy()

    def total(mask: np.ndarray, of: np.ndarray = share) -> float:
        return round(float(of[mask].sum()), 9)

    def count(name: str, column: str = "patent") -> int:
        return int(frame.loc[masks[name], column].nunique())

    effective = frame["effective"].to_numpy()
    advantage = {"local_segment": total(sides.local), "local_chain": totals["local_chain"],
                 "segment": total(sides.compared), "chain": totals["chain"]}
    named = {"patents": total(masks["named"]), "holders": count("named", "owner")}
    return {
        "patents": {"patents": count("all")}, "by_text": {"patents": count("by_text")},
        "inventions": {"inventions": int(np.unique(families(graph)[frame["patent"]]).size)},
        "weighted": {"worth": total(masks["all"], worth)},
        "graded": {"graded": count("graded"), "patents": count("all")}, "value": {"graded": count("graded")},
        "holders": named, "hhi": named, "hhi_corrected": named | {"hhi": row["hhi"]},
        "cr4": named, "rta": advantage, "rsta": advantage,
        "foreign": {"abroad": total(masks["abroad"]), "known": total(masks["known"])},
        "foreign_effective": {"abroad": total(masks["abroad_effective"]), "known": total(masks["known"] & effective)},
        "local_patents": {"patents": count("local")}, "local_holders": {"holders": count("local_named", "owner")},
        "local_weighted": {"worth": total(masks["local"], worth)},
        "local_share": {"local": total(masks["local"], worth), "worth": total(sides.compared, worth)},
        "local_actors": {"holders": count("local_actors", "owner")}, "local_good": {"patents": count("local_good")},
        "gap": {"home_rta": choke["home_rta"], "leader_rta": choke["leader_rta"], "leader": choke["leader"]},
        "monopoly": {"largest": total(masks["monopoly"]), "patents": total(masks["all"])},
        "hardness": {"basis": row["hardness_basis"]},
    }


def around(graph: Projection, at: int, place: Place) -> dict[str, dict[str, Any]]:
    """What the measures of position and of industry rest on: the neighbours, and who works there."""
    near = {"upstream": neighbours(graph, at, upstream=True)["id"].tolist(),
            "downstream": neighbours(graph, at, upstream=False)["id"].tolist()}
    pairs = working(graph)
    here = pairs.holder[pairs.segment == at]
    ids = graph.nodes["Holder"]["id"]
    local = here[local_holders(graph, place)[here]]
    products = graph.edges["BELONGS_TO"].sources(at)
    made = np.unique(graph.edges["MAKES"].target[local_holders(graph, place)[graph.edges["MAKES"].source]])
    named = graph.nodes["Product"]["id"]
    return dict.fromkeys(("upstreamness", "trophic", "articulation", "cut", "paths"), near) | {
        "enterprises": {"organisations": ids.iloc[here].tolist()},
        "local_enterprises": {"organisations": ids.iloc[local].tolist()},
        "products": {"products": named.iloc[products].tolist()},
        "local_products": {"products": named.iloc[np.intersect1d(products, made)].tolist()},
        "industry_rta": {"local_firms": local.size, "firms": here.size, **firms_of_chain(graph, at, place)},
    }


def firms_of_chain(graph: Projection, at: int, place: Place) -> dict[str, int]:
    """Organisations of all leaves of the segment's chain together: those of the place, and all."""
    chain = find_chain(graph, str(graph.nodes["Segment"]["chain"].iat[at]))
    board = industry(graph, chain, place, DEFAULT)
    return {"all_local_firms": int(board["local_enterprises"].sum()), "all_firms": int(board["enterprises"].sum())}


def shares(graph: Projection, taken: pd.DataFrame) -> list[dict[str, Any]]:
    """Holders of the rows by their share of the patents in them, the largest first, then by id. A group is one of them;
    `through` names those of it that hold the patents, where it is not the parent alone."""
    rows, called = taken[taken["holder"] >= 0], graph.nodes["Holder"]["name"]
    found = rows.groupby("owner")["share"].sum().round(9).reset_index()
    found = found.sort_values(["share", "owner"], ascending=[False, True])
    members = dict(rows[rows["holder"] != rows["owner"]].groupby("owner")["holder"].unique())
    through = [called.iloc[np.sort(members[owner])].tolist() if owner in members else [] for owner in found["owner"]]
    names = graph.nodes["Holder"].iloc[found["owner"]]
    return [{"id": id, "name": name, "kind": kind, "share": share, "through": some}
            for id, name, kind, share, some in zip(names["id"], names["name"], names["kind"], found["share"], through,
                                                   strict=True)]


def behind(graph: Projection, taken: pd.DataFrame) -> list[str]:
    """Ids of the patents of the rows, those of most worth first, then by id."""
    worth = taken.groupby("patent")["worth"].sum().round(9).reset_index()
    order = worth.sort_values(["worth", "patent"], ascending=[False, True])["patent"]
    return graph.nodes["Patent"]["id"].iloc[order].tolist()
