"""Builders of small histories. Nothing here asserts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
from analysis.graphs import graph_of, pairs
from factory import bundle_of, linked, small_edges, small_nodes

from ipgraph.bundle import Bundle
from ipgraph.projection import Projection


def dated(patents: dict[str, tuple[str, str]], cites: tuple[str, ...] = (), **more: object) -> Projection:
    """`patents` are id → (day, holders `e:a+p:b`); `cites` are `P1>P2`."""
    holders = sorted({h for _, held in patents.values() for h in held.split("+")})
    return graph_of(
        {"Patent": [{"id": id, "filed_on": np.datetime64(day).astype(object)} for id, (day, _) in patents.items()],
         "Holder": [{"id": h} for h in holders], **more.get("nodes", {})},  # type: ignore[attr-defined]
        {"FILED": [{"source": h, "target": id} for id, (_, held) in patents.items() for h in held.split("+")],
         "CITES": pairs(*cites), **more.get("edges", {})},  # type: ignore[attr-defined]
    )


def trades(firms: int = 120, years: int = 12, seed: int = 1, without: str = "") -> Projection:
    """The projection of `trading`, without a patent or a citation (`P1>P2`)."""
    patents, cites, classes = trading(firms, years, seed)
    kept = {id: row for id, row in patents.items() if id != without}
    symbols = [{"id": c} for c in sorted(set(classes.values()))]
    return dated(kept, tuple(c for c in cites if c != without and not {without} & set(c.split(">"))), nodes={
        "TechClass": symbols}, edges={"CLASSIFIED_AS": [{"source": id, "target": classes[id]} for id in kept]})


def trading_bundle(folder: Path, firms: int = 120, years: int = 12) -> Bundle:
    """The small bundle, and beside it the trades of `trading`."""
    patents, cites, classes = trading(firms, years)
    nodes, edges = small_nodes(), small_edges()
    nodes["Enterprise"] += [{"id": f"firm{n:03}", "name": f"firm{n:03}", "country": "CN"} for n in range(firms)]
    nodes["Patent"] += [{"id": id, "title": id, "patent_type": "invention", "office": "CN", "status": "active",
                         "filed_on": date.fromisoformat(day)} for id, (day, _) in patents.items()]
    nodes["TechClass"] += [{"id": c, "scheme": "IPC", "level": "group"} for c in sorted(set(classes.values()))]
    edges["FILED.Enterprise.Patent"] += linked([(firm[2:], id) for id, (_, firm) in patents.items()], position=1)
    edges["CLASSIFIED_AS.Patent.TechClass"] += linked(list(classes.items()), main=True)
    pairs = [(citing, cited) for citing, _, cited in (text.partition(">") for text in cites)]
    edges["CITES.Patent.Patent"] += linked(list(dict.fromkeys(pairs)))
    return bundle_of(folder, nodes, edges)


def trading(firms: int, years: int, seed: int = 1) -> tuple[dict[str, tuple[str, str]], list[str], dict[str, str]]:
    """Patents, citations and classes of firms of twelve trades that file every year. Most citations go to the star of
    the trade, another firm every other year, so neither trade nor fame alone tells who is cited."""
    draw = np.random.default_rng(seed)
    patents: dict[str, tuple[str, str]] = {}
    cites: list[str] = []
    held: dict[int, list[str]] = {n: [] for n in range(firms)}
    classes: dict[str, str] = {}
    for year in range(2000, 2000 + years):
        for firm in range(firms):
            id, trade = f"P{year}-{firm:03}", firm % 12
            day = np.datetime64(f"{year}-01-01") + int(draw.integers(0, 360))
            patents[id], classes[id] = (str(day), f"e:firm{firm:03}"), f"A{trade:02}B1/00"
            if year > 2000 and draw.random() < 0.6:
                peers = [f for f in range(trade, firms, 12) if f != firm]
                star = peers[(year // 2 * 5 + trade) % len(peers)]
                other = star if draw.random() < 0.9 else int(draw.choice(peers))
                cites.append(f"{id}>{held[other][int(draw.integers(0, len(held[other])))]}")
        for id, (_, firm) in patents.items():
            if id.startswith(f"P{year}"):
                held[int(firm[6:])].append(id)
    return patents, cites, classes
