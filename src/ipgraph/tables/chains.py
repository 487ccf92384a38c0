"""Chains, segments, what feeds what, who operates where, and what is made of what."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import name as names
from ipgraph.schema.types.code import stock_code
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import CHAINS, FEEDS, OPERATES, SEGMENTS
from ipgraph.tables.engine import first_known, keep, provenance
from ipgraph.tables.refusals import Fault, lost, missing, repeats, sift

STAGES = {"上游": "upstream", "中游": "midstream", "下游": "downstream", "upstream": "upstream",
          "midstream": "midstream", "downstream": "downstream"}
#: What a source writes for segments without a stage.
NO_STAGE = ("無上中下游", "无上中下游")


def stage(value: StringValue) -> StringValue:
    """upstream, midstream or downstream; null where the source gives none (無上中下游)."""
    return tidy(value).lower().cases(*STAGES.items(), else_=ibis.null("string"))


def first_of(table: Table, key: str, columns: list[str]) -> Table:
    """One row a key: every column from the first source that knows it; all sources named."""
    return table.group_by(key).agg(**{c: first_known(table, c) for c in columns}, **provenance(table))


def show(con: Backend, table: Table, column: str) -> Table:
    """The table with the column in its display form (simplified, half-width)."""
    spelt = con.to_pyarrow(table.select(raw=column).distinct())["raw"].combine_chunks()
    shown = ibis.memtable(pa.table({"raw_name": spelt, "shown": names.display(spelt)}))
    joined = table.left_join(shown, table[column] == shown.raw_name)
    return joined.mutate(**{column: joined.shown}).drop("raw_name", "shown")


def clean_chains(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Chains with an id and a name in the form shown, and the faults."""
    shown = keep(con, "chains", show(con, show(con, drafts, "name"), "title"))
    rows = keep(con, "chains_repeated", shown.mutate(repeats=repeats(shown, "id", "name", "title")))
    return sift(con, "chains", rows, [*missing(CHAINS, rows), Fault("id", "duplicate-differs", rows.repeats, rows.id)])


def clean_segments(con: Backend, drafts: Table, chains: Table) -> tuple[Table, Table]:
    """Segments of chains that are there, under parents that are there, and the faults."""
    shown = keep(con, "segments", show(con, drafts, "name"))
    rows = keep(con, "segments_staged", shown.mutate(
        stage=stage(shown.stage), stage_given=tidy(shown.stage),
        repeats=repeats(shown, "id", "chain", "name", "parent")))
    named = rows.filter(rows.name.notnull()).id
    kept, faults = sift(con, "segments", rows, [
        *missing(SEGMENTS, rows, "name"),
        Fault("id", "duplicate-differs", rows.repeats, rows.id),
        Fault("chain", "edge-to-nothing", ~rows.chain.isin(chains.id), rows.chain),
        # A row may only place a segment that another source names.
        Fault("id", "edge-to-nothing", rows.name.isnull() & ~rows.id.isin(named), rows.id),
        Fault("parent", "self-reference", rows.parent == rows.id, rows.parent),
        Fault("stage", "unknown-value", lost(rows, "stage") & ~rows.stage_given.isin(NO_STAGE), rows.stage_given,
              row_kept=True),
    ])
    return under_parents(con, kept, faults)


def under_parents(con: Backend, rows: Table, faults: Table) -> tuple[Table, Table]:
    """Without the segments that are above themselves or whose parent is nowhere, nor those below these: a parent that
    is turned away leaves orphans."""
    pairs = con.to_pyarrow(rows.select("id", "parent").filter(rows.parent.notnull()).order_by("id", "parent"))
    around = rows.id.isin(looped(dict(zip(*pairs.to_pydict().values(), strict=True))))
    rows, found = sift(con, "segments", rows, [Fault("parent", "self-reference", around, rows.parent)])
    faults = keep(con, "segments_faults", faults.union(found.select(*faults.columns)))
    while True:
        orphan = rows.parent.notnull() & ~rows.parent.isin(rows.filter(rows.name.notnull()).id)
        kept, found = sift(con, "segments", rows, [Fault("parent", "edge-to-nothing", orphan, rows.parent)])
        if not con.to_pyarrow(found.count()).as_py():
            return rows, faults
        rows, faults = kept, keep(con, "segments_faults", faults.union(found.select(*faults.columns)))


def looped(parents: Mapping[str, str]) -> list[str]:
    """The ids whose way up comes back to them."""
    found = []
    for start in parents:
        above, seen = parents.get(start), {start}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == start:
            found.append(start)
    return found


def segment_tables(con: Backend, rows: Table) -> tuple[Table, Table, Table]:
    """Segment nodes, PART_OF edges to chains and to segments."""
    nodes = keep(con, "segment_nodes", first_of(
        rows, "id", ["chain", "name", "name_en", "number", "stage", "parent"]))
    to_chain = nodes.filter(nodes.parent.isnull()).select("source", "as_of", start="id", end="chain")
    to_segment = nodes.filter(nodes.parent.notnull()).select("source", "as_of", start="id", end="parent")
    return nodes, to_chain, to_segment


def feeds(con: Backend, drafts: Table, segments: Table) -> tuple[Table, Table]:
    """FEEDS edges between segments that are there."""
    kept, faults = sift(con, "feeds", drafts, [
        *missing(FEEDS, drafts),
        Fault("start", "edge-to-nothing", ~drafts.start.isin(segments.id), drafts.start),
        Fault("end", "edge-to-nothing", ~drafts.end.isin(segments.id), drafts.end),
        Fault("end", "self-reference", drafts.start == drafts.end, drafts.end),
    ])
    return kept.group_by("start", "end").agg(reason=first_known(kept, "reason"), **provenance(kept)), faults


def named(con: Backend, drafts: Table, spellings: Table, identities: Table) -> tuple[Table, Table]:
    """Rows that name an organisation by name or stock code, with its `node` and `label`; the faults."""
    coded = drafts.mutate(code=stock_code(tidy(drafts.stock_code)))
    by_name = spellings.select("raw", "key").join(identities, "key").select("raw", "label", node="id")
    # Of two organisations with one code the first by id stands for it, always the same one.
    by_code = identities.filter(identities.stock_code.notnull()).group_by(exchange_code="stock_code").agg(
        code_node=identities.id.min(), code_label=identities.label.first(order_by=identities.id))
    joined = coded.left_join(by_name, coded.organisation == by_name.raw).drop("raw")
    joined = joined.left_join(by_code, joined.code == by_code.exchange_code).drop("exchange_code")
    joined = keep(con, "named", joined.mutate(
        node=joined.node.coalesce(joined.code_node), label=joined.label.coalesce(joined.code_label)))
    nobody = tidy(joined.organisation).isnull() & tidy(joined.stock_code).isnull()
    faults = [
        Fault("organisation", "missing", nobody, ibis.literal("")),
        Fault("stock_code", "edge-to-nothing", joined.node.isnull() & ~nobody,
              joined.stock_code.coalesce(joined.organisation)),
    ]
    return sift(con, "named", joined, faults)


def operates(
    con: Backend, drafts: Table, segments: Table, spellings: Table, identities: Table,
) -> tuple[dict[str, Table], list[Table]]:
    """OPERATES_IN edges by table name, and the faults."""
    rows, unnamed = named(con, drafts, spellings, identities)
    kept, faults = sift(con, "operates", rows, [
        *missing(OPERATES, rows), Fault("segment", "edge-to-nothing", ~rows.segment.isin(segments.id), rows.segment)])
    edges = kept.group_by("label", start="node", end="segment").agg(**provenance(kept))
    tables = {f"OPERATES_IN.{label}.Segment": edges.filter(edges.label == label).drop("label")
              for label in ("Enterprise", "Institution")}
    return tables, [unnamed, faults]
