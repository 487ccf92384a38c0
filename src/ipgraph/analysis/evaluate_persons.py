"""How well inventors are told apart: artificial namesakes, made of the loaded patents themselves.

Two inventors of one institution whose different names are rare are given one name, and the rule must find the two again
and keep the mentions of each together (the usual test where no truth is at hand). As many namesakes are expected as
there are, so the name says nothing, and evidence alone decides.
"""

from __future__ import annotations

import zlib
from typing import Any

import ibis
import numpy as np
import pandas as pd
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.bundle import Bundle
from ipgraph.schema import EDGES, NODES, ORGANISATIONS
from ipgraph.tables.engine import connect, keep, read, stack
from ipgraph.tables.persons.clusters import cluster
from ipgraph.tables.persons.mentions import ALONE, groups, homes

#: A name is rare where fewer namesakes than this are expected; institutions need so many inventors, an inventor so
#: many patents; and the share of those inventors that are given another's name.
RARE, INVENTORS, PATENTS, SHARE = 0.01, 10, 2, 0.25
#: Namesakes begin with it, which no name does.
MARK = "~"


def evaluate_persons(bundle: Bundle, seed: int = 4) -> list[dict[str, Any]]:
    """Figures by half of the institutions: that which the threshold was chosen on (`tuned`) and the other (`unseen`).

    part, namesakes, mentions, precision, recall, f1 over pairs of mentions, b3_precision, b3_recall, b3_f1 (Bagga and
    Baldwin 1998). A half without two inventors to confuse is left out.
    """
    con = connect()
    try:
        mentions, classes, families = corpus(con, bundle)
        made = namesakes(con.to_pandas(groups(con, mentions)), con.to_pandas(mentions), seed)
        found = told_apart(con, mentions, classes, families, made)
    finally:
        con.disconnect()
    halves = found["org"].map(half)
    return [{"part": part, **figures(found[halves == n])}
            for n, part in enumerate(("tuned", "unseen")) if (halves == n).any()]


def corpus(con: Backend, bundle: Bundle) -> tuple[Table, Table, Table]:
    """Mentions (m, patent, name, org, year), classes (patent, symbol) and families (patent, family) of a bundle."""
    def edges(type: str) -> Table:
        return stack(read(con, bundle.edge_file(ends)).select("start", "end") for ends in EDGES[type].ends())

    patents = read(con, bundle.node_file(NODES["Patent"]))
    years = patents.select(patent="id", year=patents.filed_on.coalesce(patents.published_on).year())
    invented = edges("INVENTED")
    named = invented.select(patent="end", name=invented.start.split("@")[0]).distinct().join(years, "patent")
    held = stack(
        read(con, bundle.edge_file(ends)).select("position", patent="end", org="start")
        for ends in EDGES["FILED"].ends() if ends.start in ORGANISATIONS)
    family = patents.family.coalesce(patents.application_number)
    return (homes(con, keep(con, "named", named), held), edges("CLASSIFIED_AS").select(patent="start", symbol="end"),
            patents.filter(family.notnull()).select(patent="id", family=family))


def namesakes(found: pd.DataFrame, mentions: pd.DataFrame, seed: int) -> pd.DataFrame:
    """name, org, made: the name that an inventor is given. Two who stand on one patent are never given one name."""
    people = found.groupby("org")["name"].transform("size")
    able = found[(found["expected"] < RARE) & (found["mentions"] >= PATENTS) & (found["org"] != ALONE)
                 & (people >= INVENTORS)].sort_values(["org", "name"], ignore_index=True)
    able = able.iloc[np.random.default_rng(seed).permutation(len(able))]
    able["place"] = able.groupby("org").cumcount()
    size = able.groupby("org")["name"].transform("size")
    able = able[able["place"] < (size * SHARE).clip(lower=2)]
    able["made"] = MARK + able["org"] + MARK + (able["place"] // 2).astype(str)
    near = mentions.merge(able[["name", "org", "made"]], on=["name", "org"])
    together = near[near.duplicated(["patent", "made"], keep=False)]["made"]
    both = able.groupby("made")["name"].transform("size") == 2
    return able.loc[both & ~able["made"].isin(together), ["name", "org", "made"]]


def told_apart(con: Backend, mentions: Table, classes: Table, families: Table, made: pd.DataFrame) -> pd.DataFrame:
    """The mentions of namesakes: org, name (given), truth (their own name), cluster."""
    given = ibis.memtable(made, schema={"name": "string", "org": "string", "made": "string"})
    known = mentions.left_join(given, ["name", "org"]).drop("name_right", "org_right")
    known = keep(con, "renamed", known.mutate(truth=known.name, name=known.made.coalesce(known.name)).drop("made"))
    rows = groups(con, known)
    rows = rows.mutate(expected=ibis.ifelse(rows.name.startswith(MARK), 1.0, rows.expected))
    clustered, _ = cluster(con, known, rows, classes, families)
    found: pd.DataFrame = con.to_pandas(
        clustered.filter(clustered.name.startswith(MARK)).select("org", "name", "truth", "cluster"))
    return found


def half(org: str) -> int:
    """0 for the institutions that thresholds were chosen on, 1 for the others."""
    return zlib.crc32(org.encode()) % 2


def figures(found: pd.DataFrame) -> dict[str, Any]:
    """Pairwise and B³ figures of mentions with truth and cluster, both within a name."""
    cells = found.groupby(["name", "truth", "cluster"]).size()
    true, made = found.groupby(["name", "truth"]).size(), found.groupby("cluster").size()
    both, wanted, put = (float((n * (n - 1) / 2).sum()) for n in (cells, true, made))
    flat = cells.reset_index(name="n")
    sizes = flat.merge(true.rename("true").reset_index()).merge(made.rename("made").reset_index())
    near, far = ((sizes["n"] ** 2 / sizes[whole]).sum() / len(found) for whole in ("made", "true"))
    pairs = (both / put if put else 1.0, both / wanted if wanted else 1.0)
    told = {"precision": pairs[0], "recall": pairs[1], "f1": harmonic(*pairs), "b3_precision": near, "b3_recall": far,
            "b3_f1": harmonic(near, far)}
    return {"namesakes": int(found["name"].nunique()), "mentions": len(found),
            **{name: round(float(value), 4) for name, value in told.items()}}


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
