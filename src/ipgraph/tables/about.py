"""Which segment is meant where a list names one: by id, else by number, else by name."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types.text import tidy
from ipgraph.tables.chains import show
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.refusals import Fault, sift

#: What tells one naming of a segment from another.
NAMING = ("source", "sheet", "row", "raw")


def about(con: Backend, rows: Table, segments: Table, chains: Table) -> tuple[Table, Table]:
    """The rows, one a segment that `segments` names, with its id as `segment`; and the faults, which leave the row.

    `chain`, an id or a name, tells segments of several chains apart. What may mean several is noted, not guessed.
    """
    named = rows.unnest("segments").rename(raw="segments")
    named = named.filter(named.raw.notnull()).mutate(shown_as=named.raw, whole=named.chain)
    named = keep(con, "about_named", show(con, show(con, named, "shown_as"), "whole"))
    met = candidates(con, named, known_as(con, segments, chains))
    found = keep(con, "about_found", named.left_join(met, [
        named.source == met.source, named.sheet.identical_to(met.sheet), named.row == met.row, named.raw == met.raw]))
    kept, faults = sift(con, "about", found, [
        Fault("segments", "edge-to-nothing", found.segment.isnull(), found.raw, row_kept=True),
        Fault("segments", "ambiguous", found.choice.contains(";"), found.raw, row_kept=True, detail=found.choice),
    ])
    return kept.filter(kept.segment.notnull() & ~kept.choice.contains(";")), faults


def known_as(con: Backend, segments: Table, chains: Table) -> Table:
    """segment, chain, chain_name, word: everything that a segment goes by; `rank` 0 for ids, 1 numbers, 2 names."""
    of = segments.select("number", "name", "name_en", "chain", segment="id")
    of = of.left_join(chains.select(chain="id", chain_name="name"), "chain").drop("chain_right")
    words = stack(of.select("segment", "chain", "chain_name", word=column, rank=ibis.literal(rank, "int64"))
                  for rank, column in enumerate(("segment", "number", "name")))
    return keep(con, "about_known", words.filter(words.word.notnull()))


def candidates(con: Backend, named: Table, known: Table) -> Table:
    """NAMING → the segment that it means by the best rank, and `choice`, all that it may mean by it."""
    probes = stack(named.select(*NAMING, "chain", "whole", word=word) for word in (tidy(named.raw), named.shown_as))
    met = probes.distinct().join(known, "word", rname="known_{name}")
    met = keep(con, "about_met", met.filter(
        met.chain.isnull() | (tidy(met.chain) == met.known_chain) | (met.whole == met.chain_name)))
    first = met["rank"].min().over(ibis.window(group_by=list(NAMING)))
    best = met.mutate(first=first)
    best = best.filter(best["rank"] == best["first"]).group_by(NAMING)
    return keep(con, "about_best", best.agg(
        segment=ibis._.segment.min(), choice=ibis._.segment.collect(distinct=True).sort().join(";")))
