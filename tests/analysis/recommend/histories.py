"""Builders of small histories. Nothing here asserts."""

from __future__ import annotations

import numpy as np
from analysis.graphs import graph_of, pairs

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


def trades(firms: int = 60, years: int = 11, seed: int = 1) -> Projection:
    """Firms of four trades that file every year and cite, mostly, firms of their own trade that are often cited."""
    draw = np.random.default_rng(seed)
    patents: dict[str, tuple[str, str]] = {}
    cites: list[str] = []
    held: dict[int, list[str]] = {n: [] for n in range(firms)}
    classes: list[dict[str, str]] = []
    for year in range(2000, 2000 + years):
        for firm in range(firms):
            for n in range(1 + (year + firm) % 2):
                id = f"P{year}-{firm:02}-{n}"
                day = np.datetime64(f"{year}-01-01") + int(draw.integers(0, 360))
                patents[id] = (str(day), f"e:{firm:02}")
                classes.append({"source": id, "target": f"A0{firm % 4}B{n + 1}/00"})
                trade = [f for f in range(firms) if f != firm and f % 4 == firm % 4 and held[f]]
                if trade and year > 2000:
                    weight = np.array([(1 + f) ** -0.7 for f in trade])
                    other = int(draw.choice(trade, p=weight / weight.sum()))
                    cites.append(f"{id}>{held[other][int(draw.integers(0, len(held[other])))]}")
        for id in patents:
            firm = int(patents[id][1][2:])
            if id.startswith(f"P{year}"):
                held[firm].append(id)
    symbols = [{"id": c} for c in sorted({row["target"] for row in classes})]
    return dated(patents, tuple(cites), nodes={"TechClass": symbols}, edges={"CLASSIFIED_AS": classes})
