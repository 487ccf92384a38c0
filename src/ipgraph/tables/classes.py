"""Technology classes: the symbols that patents carry, the tree above them, and what segments' rules name."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import symbol
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import distinct, keep, provenance, stack
from ipgraph.tables.refusals import Fault, sift

#: What goes with a symbol of a patent.
CLAIM = ("id", "source", "sheet", "row", "as_of", "main_class")


def patent_classes(con: Backend, rows: Table) -> tuple[Table, Table]:
    """CLASSIFIED_AS claims (id, symbol, scheme, main_class, source, as_of) of the rows, and the symbols that are none.

    A cell that is no symbol is dropped and noted; the patent stays.
    """
    lists = [rows.select(*CLAIM, raw=rows[column], scheme=ibis.literal(column.upper())).unnest("raw")
             for column in ("ipc", "cpc")]
    main = rows.select(*CLAIM, raw="main_class", scheme=ibis.literal("IPC"))
    found = stack([main, *lists]).filter(ibis._.raw.notnull() & (ibis._.raw.strip() != ""))
    # Symbols repeat over patents: each spelling is cleaned once.
    spelt = keep(con, "symbols_tidy", found.select("raw").distinct().mutate(text=tidy(ibis._.raw)))
    spelt = keep(con, "symbols_spelt", spelt.select("raw", symbol=symbol.symbol(spelt.text)))
    found = keep(con, "patent_classes_found", found.join(spelt, "raw"))
    kept, faults = sift(con, "patent_classes", found, [
        Fault(column, "impossible-symbol", found.symbol.isnull() & (found.scheme == column.upper()), found.raw,
              row_kept=True)
        for column in ("ipc", "cpc")])
    return keep(con, "classified", kept.filter(kept.symbol.notnull())), faults


def clean_classes(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Titles of classes by symbol. A symbol listed twice (a guidance heading and its group) keeps both titles."""
    given = keep(con, "classes_given", drafts.mutate(symbol=tidy(drafts.symbol)))
    clean = keep(con, "classes_clean", given.mutate(found=symbol.symbol(given.symbol)))
    return sift(con, "classes", clean, [
        Fault("symbol", "missing", clean.symbol.isnull(), ibis.literal("")),
        Fault("symbol", "impossible-symbol", clean.symbol.notnull() & clean.found.isnull(), clean.symbol)])


def classified_as(classified: Table) -> Table:
    """CLASSIFIED_AS edges, one a pair; main where any source says main."""
    rows = classified.mutate(main=(classified.symbol == classified.main_class).fill_null(False))
    return rows.group_by(start="id", end="symbol").agg(
        main=rows.main.any(), **provenance(rows))


def class_nodes(con: Backend, classified: Table, titles: Table, covers: Table) -> tuple[Table, Table]:
    """TechClass nodes and their PART_OF edges: every symbol seen, and everything above it."""
    seen = stack([
        classified.select("symbol", "scheme", "source", "as_of"),
        titles.select("scheme", "source", "as_of", symbol="found"),
        covers.select("symbol", "source", "as_of", scheme=ibis.literal("IPC")),
    ]).distinct()
    levels = [seen]
    for _ in range(4):
        below = levels[-1]
        levels.append(below.mutate(symbol=symbol.above(below.symbol)).filter(ibis._.symbol.notnull()).distinct())
    every = keep(con, "classes_every", stack(levels).distinct())
    nodes = every.group_by("symbol").agg(**provenance(every))
    # A symbol is CPC only where no source knows it as IPC.
    ipc = every.group_by("symbol").agg(ipc=(every.scheme == "IPC").any())
    nodes = nodes.left_join(ipc, "symbol").drop("symbol_right")
    named = titles.group_by("found").agg(
        title_zh=distinct(titles.title_zh).join("; "),
        title_en=distinct(titles.title_en).join("; "))
    nodes = nodes.left_join(named, nodes.symbol == named.found)
    nodes = keep(con, "class_nodes", nodes.select(
        "title_zh", "title_en", "source", "as_of", id="symbol", level=symbol.level(nodes.symbol),
        scheme=symbol.scheme(nodes.symbol, ibis.ifelse(nodes.ipc, "IPC", "CPC")),
    ))
    inner = nodes.mutate(up=symbol.above(nodes.id)).filter(ibis._.up.notnull())
    return nodes, inner.select("source", "as_of", start="id", end="up")
